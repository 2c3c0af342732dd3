package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.Families.Sibling;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DueText;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * The outstanding charges with a checkbox each, in a plain table, so that Tab moves between checkboxes and Space toggles
 * one.
 */
final class ChargeSelection extends Div {

    /** The height of everything else on the page, in rem: header, fields, button. */
    static final int USUAL = 32;

    /** The same with a banner and an error message below a field. */
    static final int TROUBLED = 41;

    private final UserContext context;
    private final transient AccountNumber account;
    private final Money zero;
    private final Runnable changed;
    private final NativeTable table = Styles.css("fees-table", new NativeTable());
    private final Map<Charge, Checkbox> ticks = new LinkedHashMap<>();
    private final transient Map<AccountNumber, List<NativeTableRow>> ofSiblings = new HashMap<>();
    private final transient Map<PredefinedFeeId, SoldLine> lines = new LinkedHashMap<>();
    private final Map<PredefinedFeeId, Checkbox> sold = new LinkedHashMap<>();
    private final transient Map<PredefinedFeeId, NativeTableRow> soldRows = new HashMap<>();

    /**
     * @param account the account that fees are sold to
     * @param changed runs when a checkbox has changed; null for a read-only list
     */
    ChargeSelection(UserContext context, AccountNumber account, List<Charge> charges, Money zero, Runnable changed) {
        this.context = context;
        this.account = account;
        this.zero = zero;
        this.changed = changed;
        setId("charges");
        Styles.css("fees-charges", this);
        leave(USUAL);
        table.getElement().setAttribute("aria-label", context.text("account.outstanding"));
        NativeTableRow head = new NativeTableRow();
        table.getHead().add(head);
        head(head, "pay.column.pay", changed != null);
        head(head, "pay.column.date", true);
        head(head, "pay.column.fee", true);
        head(head, "pay.column.taxes", true);
        head(head, "pay.column.total", true);
        charges.forEach(charge -> table.getBody().add(row(charge)));
        add(table);
    }

    /** Adds the charges of a sibling, selected, below a line with the name. */
    void add(Sibling sibling) {
        NativeTableRow name = new NativeTableRow();
        NativeTableHeaderCell cell = name.addHeaderCell();
        cell.setText(sibling.student().spokenName());
        cell.getElement().setAttribute("scope", "rowgroup").setAttribute("colspan", "5");
        Styles.css("fees-charges-sibling", cell);
        List<NativeTableRow> rows = new ArrayList<>(List.of(name));
        sibling.outstanding().forEach(charge -> rows.add(row(charge)));
        ofSiblings.put(sibling.student().number(), rows);
        rows.forEach(table.getBody()::add);
    }

    void remove(Sibling sibling) {
        Optional.ofNullable(ofSiblings.remove(sibling.student().number()))
                .ifPresent(rows -> rows.forEach(table.getBody()::remove));
        sibling.outstanding().forEach(ticks::remove);
    }

    /** Sells this too, in place of what was sold of the same fee before. */
    void sell(SoldLine line) {
        PredefinedFeeId fee = line.fee().id();
        lines.put(fee, line);
        Checkbox tick = sold.computeIfAbsent(fee, none -> tick("sold-" + none, true));
        tick.setValue(true);
        tick.setAriaLabel(context.text("pay.tick", line.text(), context.format(line.total())));
        NativeTableRow row = soldRows.computeIfAbsent(fee, none -> new NativeTableRow());
        row.removeAll();
        cell(row, tick);
        cell(row, new Span(context.text("pay.sale.now")));
        cell(row, new Span(line.text()));
        Styles.figure(cell(row, Styles.secondaryText(new Span(taxes(line)))));
        Styles.figure(cell(row, new Span(context.format(line.total()))));
        table.getBody().add(row);
        changed.run();
    }

    private String taxes(SoldLine line) {
        return line.price().taxes().stream()
                .map(tax -> context.taxName(tax.name()) + "\u00a0"
                        + context.format(tax.amount().times(line.quantity())))
                .collect(Collectors.joining(", "));
    }

    private Checkbox tick(String name, boolean value) {
        Checkbox tick = Styles.id(name, new Checkbox(value));
        tick.addValueChangeListener(e -> changed.run());
        return tick;
    }

    /** What is sold and selected, in the sequence of the list. */
    List<SoldLine> sold() {
        return lines.values().stream()
                .filter(line -> sold.get(line.fee().id()).getValue())
                .toList();
    }

    private void head(NativeTableRow row, String key, boolean shown) {
        if (!shown) {
            return;
        }
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(context.text(key));
        cell.getElement().setAttribute("scope", "col");
        if (key.endsWith("total") || key.endsWith("taxes")) {
            Styles.css("fees-charges-amount", cell);
        }
    }

    private NativeTableRow row(Charge charge) {
        NativeTableRow row = new NativeTableRow();
        if (changed != null) {
            Checkbox tick = tick(name(charge), true);
            tick.setAriaLabel(context.text("pay.tick", context.name(charge), context.format(charge.total())));
            Outage.field(tick, name(charge));
            ticks.put(charge, tick);
            cell(row, tick);
        }
        Div dates = new Div(Styles.css("fees-nowrap", new Span(context.format(charge.date()))));
        dates.add(Styles.secondaryText(new Div(DueText.of(context, charge.due()))));
        cell(row, dates);
        Div fee = new Div(new Span(context.name(charge)));
        if (!charge.description().isEmpty()) {
            fee.add(Styles.secondaryText(new Span(" " + charge.description())));
        }
        Styles.truncate(fee, 2, (context.name(charge) + " " + charge.description()).strip());
        cell(row, charge.isPastDue(context.today()) ? new Div(fee, DueText.badge(context)) : fee);
        String taxes = charge.taxes().stream()
                .map(tax -> context.taxName(tax.name()) + "\u00a0" + context.format(tax.amount()))
                .collect(Collectors.joining(", "));
        Styles.figure(cell(row, Styles.secondaryText(new Span(taxes))));
        Styles.figure(cell(row, new Span(context.format(charge.total()))));
        return row;
    }

    private static com.vaadin.flow.component.html.NativeTableCell cell(NativeTableRow row, Component content) {
        var cell = row.addDataCell();
        cell.add(content);
        return cell;
    }

    /**
     * Limits the list to the height that the rest of the page leaves, so that the accept button stays in view at
     * 1280×720.
     */
    void leave(int forOthers) {
        getStyle().set("--fees-rest-of-page", forOthers + "rem");
    }

    /** The total of the selected charges. */
    Money total() {
        return totals().values().stream().reduce(zero, Money::plus);
    }

    /** The total of the selected charges of each account, in the sequence of the list. */
    Map<AccountNumber, Money> totals() {
        Map<AccountNumber, Money> totals = new LinkedHashMap<>();
        ticks.forEach((charge, tick) -> {
            if (tick.getValue()) {
                totals.merge(charge.student().number(), charge.total(), Money::plus);
            }
        });
        sold().forEach(line -> totals.merge(account, line.total(), Money::plus));
        return totals;
    }

    /** The selected charges by account, in the sequence of the list. */
    List<Part> parts() {
        Map<AccountNumber, Set<ChargeId>> chosen = new LinkedHashMap<>();
        ticks.forEach((charge, tick) -> {
            if (tick.getValue()) {
                chosen.computeIfAbsent(charge.student().number(), none -> new HashSet<>())
                        .add(charge.id());
            }
        });
        return chosen.entrySet().stream()
                .map(each -> new Part(each.getKey(), each.getValue()))
                .toList();
    }

    /** The number of lines. */
    int size() {
        return ticks.size() + lines.size();
    }

    /** The number of selected lines. */
    int selected() {
        return ticked().size() + sold().size();
    }

    Set<ChargeId> ticked() {
        return ticks.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(each -> each.getKey().id())
                .collect(Collectors.toSet());
    }

    /** What this money pays if it is not enough for the selected charges. */
    Optional<PartOffer> part(Money money) {
        return PartOffer.of(
                ticks.entrySet().stream()
                        .filter(each -> each.getValue().getValue())
                        .map(Map.Entry::getKey)
                        .toList(),
                sold(),
                money);
    }

    /** The dates of the selected charges. */
    List<LocalDate> dates() {
        return ticks.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(each -> each.getKey().date())
                .toList();
    }

    /** Selects and clears charges as they were; a charge that was not there keeps its state. */
    void restore(Map<String, String> kept) {
        ticks.forEach((charge, tick) -> Optional.ofNullable(kept.get(name(charge)))
                .map(Boolean::valueOf)
                .ifPresent(tick::setValue));
    }

    private static String name(Charge charge) {
        return "charge-" + charge.id();
    }

    void untickAll() {
        ticks.values().forEach(tick -> tick.setValue(false));
        sold.values().forEach(tick -> tick.setValue(false));
    }
}
