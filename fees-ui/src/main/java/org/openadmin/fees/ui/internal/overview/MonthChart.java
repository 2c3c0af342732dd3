package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.Component;
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

/** The last twelve months as a table with a bar for each figure: no figure is shown only as a picture. */
final class MonthChart extends NativeTable {

    private final UserContext context;
    private final Money longest;

    MonthChart(UserContext context, List<Month> oldestFirst) {
        this.context = context;
        longest = oldestFirst.stream()
                .flatMap(month -> Stream.of(month.charged(), month.received()))
                .max(Money::compareTo)
                .orElseThrow();
        setId("month-chart");
        Styles.css("fees-months", Styles.css("fees-table", this));
        NativeTableRow head = new NativeTableRow(
                head(new Span(context.text("overview.month"))),
                head(legend("overview.charged", new Span())),
                head(legend("overview.received", Styles.css("fees-bar-received", new Span()))));
        // the column of the bars repeats the figures and needs no heading
        NativeTableCell none = new NativeTableCell();
        none.getElement().setAttribute("aria-hidden", "true");
        head.add(none);
        NativeTableBody body = new NativeTableBody();
        List<Month> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        newestFirst.forEach(month -> body.add(row(month)));
        add(new NativeTableHeader(head), body);
    }

    private static NativeTableHeaderCell head(Component content) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private Span legend(String key, Span sign) {
        sign.getElement().setAttribute("aria-hidden", "true");
        return Styles.css("fees-nowrap", new Span(Styles.css("fees-legend", sign), new Span(context.text(key))));
    }

    private NativeTableRow row(Month month) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(
                Styles.id("month-" + month.month(), new Anchor(journal(month.month()), context.format(month.month()))));
        name.getElement().setAttribute("scope", "row");
        Div bars = new Div(
                new BarCell(month.charged(), longest),
                Styles.css("fees-bar-received", new BarCell(month.received(), longest)));
        NativeTableCell picture = Styles.css("fees-months-bars", new NativeTableCell(bars));
        picture.getElement().setAttribute("aria-hidden", "true");
        return new NativeTableRow(name, amount(month.charged()), amount(month.received()), picture);
    }

    /** The link to the journal's entries of the month. */
    private static String journal(YearMonth month) {
        return JournalQueryString.of(JournalQuery.everything().between(month.atDay(1), month.atEndOfMonth()));
    }

    private NativeTableCell amount(Money amount) {
        return Styles.css("fees-months-amount", new NativeTableCell(context.format(amount)));
    }
}
