package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.EqualParts;
import org.openadmin.fees.api.billing.Every;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.corrections.PartsDoNotAddUpException;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * The parts of a charge: so many equal ones, a month apart; each amount and due date can be changed. What is left to share out is shown
 * while the user types.
 */
final class SplitFields extends CorrectionFields {

    private static final int PROPOSED = 3;

    private final UserContext context;
    private final Money whole;
    private final LocalDate first;
    private final IntegerField count = Styles.id("split-count", new IntegerField());
    private final Select<Every> every = Styles.id("split-every", new Select<>());
    private final Div rows = Styles.id("split-parts", new Div());
    private final Paragraph remainder = Styles.id("split-remainder", new Paragraph());
    private final List<PartRow> parts = new ArrayList<>();
    private Runnable typed = () -> {};
    private Runnable entered = () -> {};
    private Consumer<List<Component>> added = fields -> {};
    /** While the fields are filled in, nothing is asked. */
    private boolean filling;

    /**
     * @param whole the total of the charge
     * @param due when it is due
     */
    SplitFields(UserContext context, Money whole, LocalDate due) {
        this.context = context;
        this.whole = whole;
        first = due.isBefore(context.today()) ? context.today() : due;
        count.setLabel(context.text("split.count"));
        count.setMin(EqualParts.MIN);
        count.setMax(EqualParts.MAX);
        count.setStepButtonsVisible(true);
        count.setManualValidation(true);
        count.setValueChangeMode(ValueChangeMode.EAGER);
        count.addValueChangeListener(e -> divide());
        every.setLabel(context.text("split.every"));
        every.setItems(Every.values());
        every.setItemLabelGenerator(each -> context.text("split.every." + each.code()));
        every.setValue(Every.MONTH);
        every.addValueChangeListener(e -> fillDates());
        remainder.getElement().setAttribute("aria-live", "polite");
        Styles.css("fees-split-parts", rows);
        Styles.css("fees-split-remainder", remainder);
        add(count, every, rows, remainder);
        count.setValue(PROPOSED);
    }

    @Override
    void listen(Runnable whenTyped, Runnable whenEntered) {
        typed = whenTyped;
        entered = whenEntered;
        count.addKeyDownListener(Key.ENTER, e -> entered.run());
    }

    @Override
    void whenAdded(Consumer<List<Component>> senders) {
        added = senders;
    }

    /** Shows this number of equal parts. */
    private void divide() {
        Integer wanted = count.getValue();
        if (wanted == null) {
            return;
        }
        try {
            List<Money> amounts = EqualParts.of(whole, wanted);
            count.setInvalid(false);
            filled(() -> {
                rows.removeAll();
                parts.clear();
                for (int i = 0; i < amounts.size(); i++) {
                    addRow(i, amounts);
                }
                fillDates(first);
            });
        } catch (InvalidInputException e) {
            count.setErrorMessage(context.errors().of(e));
            count.setInvalid(true);
        }
    }

    private void addRow(int index, List<Money> amounts) {
        PartRow row = new PartRow(context, index + 1, amounts.size(), whole.currency());
        row.amount.show(amounts.get(index));
        row.listen(this::changed, index == 0 ? this::fillDates : this::changed, () -> entered.run());
        parts.add(row);
        rows.add(row);
        added.accept(List.of(row.amount));
    }

    /** The dates after the first one. */
    private void fillDates() {
        if (!filling && !parts.isEmpty() && parts.get(0).due.getValue() != null) {
            filled(() -> fillDates(parts.get(0).due.getValue()));
        }
    }

    private void fillDates(LocalDate from) {
        List<LocalDate> days = every.getValue().days(from, parts.size());
        for (int i = 0; i < days.size(); i++) {
            parts.get(i).due.setValue(days.get(i));
        }
    }

    private void filled(Runnable change) {
        filling = true;
        try {
            change.run();
        } finally {
            filling = false;
        }
        changed();
    }

    private void changed() {
        if (!filling) {
            remainder.setText(remainder());
            typed.run();
        }
    }

    private String remainder() {
        Money left = parts.stream().flatMap(part -> part.amount.peek().stream()).reduce(whole, Money::minus);
        if (left.isZero()) {
            return context.text("split.complete", context.format(whole));
        }
        return left.isPositive()
                ? context.text("split.left", context.format(left), context.format(whole))
                : context.text("split.too-much", context.format(left.negated()), context.format(whole));
    }

    /**
     * The parts as typed.
     *
     * @throws InvalidInputException if an amount or a date is invalid
     * @throws PartsDoNotAddUpException if the amounts are more or less than the charge
     */
    PartPlan plan() {
        List<Money> amounts = parts.stream().map(PartRow::amount).toList();
        PartPlan plan = new PartPlan(
                parts.size(), amounts, parts.stream().map(PartRow::due).toList());
        plan.totals(whole);
        return plan;
    }

    @Override
    void focus() {
        count.focus();
    }

    @Override
    List<Component> fields() {
        return Stream.concat(
                        Stream.<Component>of(count),
                        parts.stream().flatMap(part -> Stream.<Component>of(part.amount, part.due)))
                .toList();
    }

    @Override
    boolean refuse(Field field, String sentence) {
        if (field == Field.AMOUNT) {
            // if each is an amount, they do not add up
            parts.stream()
                    .filter(part -> !part.hasAmount())
                    .findFirst()
                    .orElseGet(() -> parts.get(parts.size() - 1))
                    .amount
                    .refuse(sentence);
        } else if (field == Field.DUE) {
            PartRow wrong = wrongDate().orElseGet(() -> parts.get(0));
            wrong.due.setErrorMessage(sentence);
            wrong.due.setInvalid(true);
        } else if (field == Field.PARTS) {
            count.setErrorMessage(sentence);
            count.setInvalid(true);
        }
        return field == Field.AMOUNT || field == Field.DUE || field == Field.PARTS;
    }

    /** The first part without a date, or due before the part before it. */
    private Optional<PartRow> wrongDate() {
        LocalDate last = LocalDate.MIN;
        for (PartRow part : parts) {
            LocalDate day = part.due.getValue();
            if (day == null || day.isBefore(last)) {
                return Optional.of(part);
            }
            last = day;
        }
        return Optional.empty();
    }
}
