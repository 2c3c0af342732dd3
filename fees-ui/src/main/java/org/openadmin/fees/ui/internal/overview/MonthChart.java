package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.overview.FeesOverview.Month;
import org.openadmin.fees.ui.internal.JournalQueryString;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BarCell;
import org.openadmin.fees.ui.internal.components.Styles;

/** What the last twelve months brought, as a table with a bar for each of its figures: nothing is said by a picture alone. */
final class MonthChart extends NativeTable {

    private static final String CHARGED = "primary-color";
    private static final String RECEIVED = "success-color";

    private final UserContext visit;
    private final Money longest;

    MonthChart(UserContext visit, List<Month> oldestFirst) {
        this.visit = visit;
        longest = oldestFirst.stream()
                .flatMap(month -> Stream.of(month.charged(), month.received()))
                .max(Money::compareTo)
                .orElseThrow();
        setId("month-chart");
        getStyle().set("width", "100%").set("border-collapse", "collapse").set("font-size", "var(--lumo-font-size-s)");
        NativeTableRow head = new NativeTableRow(
                head(new Span(visit.say("overview.month")), "left"),
                head(legend("overview.charged", CHARGED), "right"),
                head(legend("overview.received", RECEIVED), "right"));
        // the bars' own column needs no heading: it repeats the figures
        NativeTableCell none = new NativeTableCell();
        none.getElement().setAttribute("aria-hidden", "true");
        head.add(none);
        NativeTableBody body = new NativeTableBody();
        List<Month> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        newestFirst.forEach(month -> body.add(row(month)));
        add(new NativeTableHeader(head), body);
    }

    private static NativeTableHeaderCell head(Component content, String align) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", "col");
        cell.getStyle()
                .set("text-align", align)
                .set("font-weight", "500")
                .set("color", "var(--lumo-secondary-text-color)")
                .set("padding", "0 var(--lumo-space-s) var(--lumo-space-xs) 0");
        return cell;
    }

    private Span legend(String key, String colour) {
        Span sign = new Span();
        sign.getElement().setAttribute("aria-hidden", "true");
        sign.getStyle()
                .set("display", "inline-block")
                .set("width", "0.75em")
                .set("height", "0.75em")
                .set("margin-right", "0.4em")
                .set("background", "var(--lumo-" + colour + ")");
        Span legend = new Span(sign, new Span(visit.say(key)));
        legend.getStyle().set("white-space", "nowrap");
        return legend;
    }

    private NativeTableRow row(Month month) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(
                Styles.id("month-" + month.month(), new Anchor(journal(month.month()), visit.show(month.month()))));
        name.getElement().setAttribute("scope", "row");
        cell(name, "left");
        Div bars = new Div(
                new BarCell(month.charged(), longest, CHARGED, "0.4rem"),
                new BarCell(month.received(), longest, RECEIVED, "0.4rem"));
        NativeTableCell picture = new NativeTableCell(bars);
        picture.getElement().setAttribute("aria-hidden", "true");
        picture.getStyle().set("width", "45%");
        return new NativeTableRow(
                name, cell(amount(month.charged()), "right"), cell(amount(month.received()), "right"), picture);
    }

    /** The rows behind a month's figures. */
    private static String journal(YearMonth month) {
        return JournalQueryString.of(JournalQuery.everything().between(month.atDay(1), month.atEndOfMonth()));
    }

    private NativeTableCell amount(Money amount) {
        return Styles.figure(new NativeTableCell(visit.show(amount)));
    }

    private static <C extends HtmlComponent> C cell(C cell, String align) {
        cell.getStyle()
                .set("text-align", align)
                .set("font-weight", "400")
                .set("white-space", "nowrap")
                .set("padding", "0 var(--lumo-space-s) 0 0")
                .set("line-height", "1.5rem");
        return cell;
    }
}
