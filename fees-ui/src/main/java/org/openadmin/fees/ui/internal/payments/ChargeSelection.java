package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** The outstanding charges, each with its tick; a plain table, so that Tab walks the ticks and Space changes one. */
final class ChargeSelection extends Div {

    /** What stands above and below the list, in the font's sizes: the header, the fields, the button. */
    static final int USUAL = 32;

    /** The same with a notice, and with what is wrong below its field. */
    static final int TROUBLED = 41;

    private final UserContext visit;
    private final Money zero;
    private final Map<Charge, Checkbox> ticks = new LinkedHashMap<>();

    /** @param changed runs when a tick has changed; null for a list that is only looked at */
    ChargeSelection(UserContext visit, List<Charge> charges, Money zero, Runnable changed) {
        this.visit = visit;
        this.zero = zero;
        setId("charges");
        getStyle().set("overflow", "auto").set("width", "100%").set("flex", "none");
        leave(USUAL);
        NativeTable table = new NativeTable();
        table.getStyle().set("border-collapse", "collapse").set("width", "100%");
        table.getElement().setAttribute("aria-label", visit.say("account.outstanding"));
        NativeTableRow head = new NativeTableRow();
        table.getHead().add(head);
        head(head, "pay.column.pay", changed != null);
        head(head, "pay.column.date", true);
        head(head, "pay.column.fee", true);
        head(head, "pay.column.taxes", true);
        head(head, "pay.column.total", true);
        charges.forEach(charge -> table.getBody().add(row(charge, changed)));
        add(table);
    }

    private void head(NativeTableRow row, String key, boolean shown) {
        if (!shown) {
            return;
        }
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(visit.say(key));
        cell.getElement().setAttribute("scope", "col");
        cell.getStyle()
                .set("text-align", key.endsWith("total") || key.endsWith("taxes") ? "right" : "left")
                .set("position", "sticky")
                .set("top", "0")
                .set("background", "var(--lumo-base-color)")
                .set("padding", "var(--lumo-space-xs) var(--lumo-space-s)");
        Styles.quiet(cell).getStyle().set("font-weight", "500");
    }

    private NativeTableRow row(Charge charge, Runnable changed) {
        NativeTableRow row = new NativeTableRow();
        if (changed != null) {
            Checkbox tick = Styles.id("charge-" + charge.id(), new Checkbox(true));
            tick.setAriaLabel(visit.say("pay.tick", charge.name(), visit.show(charge.total())));
            tick.addValueChangeListener(e -> changed.run());
            ticks.put(charge, tick);
            cell(row, tick);
        }
        Span date = new Span(visit.show(charge.date()));
        date.getStyle().set("white-space", "nowrap");
        cell(row, date);
        Div fee = new Div(new Span(charge.name()));
        if (!charge.description().isEmpty()) {
            fee.add(Styles.quiet(new Span(" " + charge.description())));
        }
        Styles.cut(fee, 2, (charge.name() + " " + charge.description()).strip());
        cell(row, fee);
        String taxes = charge.taxes().stream()
                .map(tax -> tax.name() + "\u00a0" + visit.show(tax.amount()))
                .collect(Collectors.joining(", "));
        Styles.figure(cell(row, Styles.quiet(new Span(taxes))));
        Styles.figure(cell(row, new Span(visit.show(charge.total()))));
        return row;
    }

    private static com.vaadin.flow.component.html.NativeTableCell cell(NativeTableRow row, Component content) {
        var cell = row.addDataCell();
        cell.add(content);
        cell.getStyle()
                .set("padding", "var(--lumo-space-xs) var(--lumo-space-s)")
                .set("border-top", "1px solid var(--lumo-contrast-10pct)");
        return cell;
    }

    /** Makes the list as tall as the window leaves it, so that the accept button stays in view at 1280×720. */
    void leave(int forOthers) {
        getStyle().set("max-height", "max(6rem, calc(100vh - " + forOthers + "rem))");
    }

    /** What is ticked comes to. */
    Money total() {
        return ticks.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(each -> each.getKey().total())
                .reduce(zero, Money::plus);
    }

    int size() {
        return ticks.size();
    }

    Set<ChargeId> ticked() {
        return ticks.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(each -> each.getKey().id())
                .collect(Collectors.toSet());
    }

    void untickAll() {
        ticks.values().forEach(tick -> tick.setValue(false));
    }
}
