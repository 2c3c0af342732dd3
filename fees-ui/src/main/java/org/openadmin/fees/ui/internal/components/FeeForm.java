package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.i18n.ErrorMessages;

/** The fields of a fee, with a preview of the price per student that follows the input. */
public final class FeeForm extends FormLayout {

    private final UserContext context;
    private final Settings settings;
    private final BiFunction<Fee, LocalDate, Price> prices;
    private final TextField name;
    private final TextField description;
    private final MoneyField amount;
    private final TextField discount;
    private final DueField due;
    private final CheckboxGroup<TaxRate> taxes = new CheckboxGroup<>();
    private final Checkbox included;
    private final Span preview = new Span();
    /** The date of the charge, which decides on the rates of the taxes. */
    private LocalDate day;

    /** @param prices calculates the price of one charge of a date */
    public FeeForm(UserContext context, Settings settings, BiFunction<Fee, LocalDate, Price> prices) {
        this.context = context;
        this.settings = settings;
        this.prices = prices;
        day = context.today();
        name = Styles.id("fee-name", text(context.text("fee.name")));
        description = Styles.id("fee-description", text(context.text("fee.description")));
        amount = Styles.id("fee-amount", new MoneyField(context, context.text("fee.amount"), settings.currency()));
        discount = Styles.id("fee-discount", text(context.text("fee.discount")));
        discount.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        discount.setPlaceholder(context.text("fee.discount.example"));
        due = Styles.id("fee-due", new DueField(context, settings.dueDays()));
        included = Styles.id("fee-taxes-included", new Checkbox(context.text("fee.taxes.included")));
        setUpTaxes();
        setUpPreview();
        keepFields();
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("26rem", 2));
        add(name, description, amount, discount, due, taxes, included, preview);
        setColspan(included, 2);
        setColspan(due, 2);
        setColspan(taxes, 2);
        setColspan(preview, 2);
    }

    private TextField text(String label) {
        TextField field = new TextField(label);
        field.setManualValidation(true);
        field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(e -> field.setInvalid(false));
        return field;
    }

    private void setUpTaxes() {
        taxes.setId("fee-taxes");
        taxes.setLabel(context.text("fee.taxes"));
        taxes.setItems(settings.taxes());
        taxes.setItemLabelGenerator(tax -> label(context, tax, day));
        taxes.setManualValidation(true);
        taxes.addValueChangeListener(e -> taxes.setInvalid(false));
        taxes.setVisible(!settings.taxes().isEmpty());
        taxes.addValueChangeListener(e -> included.setEnabled(!e.getValue().isEmpty()));
        included.setEnabled(false);
        included.setVisible(taxes.isVisible());
    }

    /** A tax and its rate on a day, such as {@code GST 5 %}. */
    public static String label(UserContext context, TaxRate tax, LocalDate day) {
        return context.taxName(tax.name()) + " "
                + context.money().format(tax.on(day).percent()) + "\u00a0%";
    }

    private void setUpPreview() {
        preview.setId("fee-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        Styles.css("fees-preview", Styles.secondaryText(preview));
        List.of(amount, discount).forEach(field -> field.addValueChangeListener(e -> showPreview()));
        taxes.addValueChangeListener(e -> showPreview());
        included.addValueChangeListener(e -> showPreview());
        showPreview();
    }

    /** @param payable when it is due; empty for the school's usual number of days */
    public void show(Fee fee, Optional<Due> payable) {
        due.show(payable);
        name.setValue(fee.name());
        description.setValue(fee.description());
        amount.show(fee.amount());
        discount.setValue(context.money().typed(fee.discount()));
        taxes.setValue(settings.taxes().stream()
                .filter(tax -> fee.taxes().contains(tax.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        included.setValue(fee.taxesIncluded());
    }

    /** Enters what was typed before, by the names of {@link #keepFields}. */
    public void restore(Map<String, String> typed) {
        kept().forEach((field, text) -> Optional.ofNullable(typed.get(field)).ifPresent(text::setValue));
        Optional.ofNullable(typed.get("taxes"))
                .map(names -> List.of(names.split(" ")))
                .ifPresent(names -> taxes.setValue(settings.taxes().stream()
                        .filter(tax -> names.contains(tax.name()))
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
        included.setValue(Boolean.parseBoolean(typed.get("included")));
    }

    private Map<String, TextField> kept() {
        return Map.of("name", name, "description", description, "amount", amount, "discount", discount, "due", due);
    }

    /** Keeps what is typed, should the page be lost. */
    private void keepFields() {
        kept().forEach((field, text) -> Outage.field(text, field));
        Outage.field(taxes, "taxes");
        Outage.field(included, "included");
        included.addValueChangeListener(e -> Outage.value(included, e.getValue().toString()));
        taxes.addValueChangeListener(e ->
                Outage.value(taxes, e.getValue().stream().map(TaxRate::name).collect(Collectors.joining(" "))));
    }

    /** Clears the form. */
    public void clear() {
        texts().forEach(TextField::clear);
        taxes.clear();
        included.clear();
        fields().forEach(field -> ((HasValidationProperties) field).setInvalid(false));
    }

    /** The fee; if a field is invalid, it shows why. */
    public Optional<Fee> read() {
        Optional<Money> money = amount.read();
        Optional<Discount> off = checked(this::readDiscount);
        // a valid value in place of the invalid one, so that the other fields are checked too
        Money any = new Money(BigDecimal.ONE, settings.currency());
        Optional<Fee> named = checked(() -> fee(name.getValue(), any, Discount.NONE));
        Optional<Optional<Due>> payable = checked(due::due);
        return named.isPresent() && off.isPresent() && payable.isPresent()
                ? money.flatMap(price -> checked(() -> fee(name.getValue(), price, off.get())))
                : Optional.empty();
    }

    /** When the fee is due, after {@link #read} found no fault; empty for the school's usual number of days. */
    public Optional<Due> due() {
        return due.due();
    }

    /** Shows below the due date what it is for a charge of this date, and the price with the taxes of that day. */
    public void showFor(Optional<LocalDate> charged) {
        due.hint(charged);
        LocalDate before = day;
        day = charged.orElseGet(context::today);
        if (!day.equals(before)) {
            settings.taxes().forEach(taxes.getListDataView()::refreshItem);
            showPreview();
        }
    }

    /** Shows a service error beside the field it belongs to; false if it belongs to none of these fields. */
    public boolean refuse(FeesException refusal) {
        Optional<Component> field = ErrorMessages.field(refusal).map(this::component);
        field.ifPresent(wrong -> {
            ((HasValidationProperties) wrong).setErrorMessage(context.errors().of(refusal));
            ((HasValidationProperties) wrong).setInvalid(true);
        });
        return field.isPresent();
    }

    /** The fields, in the order of the form. */
    public List<Component> fields() {
        return List.of(name, description, amount, discount, due, taxes);
    }

    public void focus() {
        name.focus();
    }

    /** Runs when Enter is pressed in one of the text fields. */
    public void onEnter(Runnable entered) {
        texts().forEach(field -> field.addKeyDownListener(Key.ENTER, e -> entered.run()));
    }

    public void onChange(Runnable changed) {
        texts().forEach(field -> field.addValueChangeListener(e -> changed.run()));
        taxes.addValueChangeListener(e -> changed.run());
        included.addValueChangeListener(e -> changed.run());
    }

    /** What was typed and selected, to find out later whether anything has changed. */
    public List<Object> content() {
        return List.of(
                name.getValue(),
                description.getValue(),
                amount.getValue(),
                discount.getValue(),
                due.getValue(),
                taxes.getValue(),
                included.getValue());
    }

    /** The name as typed so far. */
    public String name() {
        return name.getValue();
    }

    /** The fee as typed so far, if it is complete and valid. */
    public Optional<Fee> peek() {
        try {
            Discount off = readDiscount();
            return amount.peek().map(money -> fee(name.getValue(), money, off));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** Shows a sentence below the name; empty for none. */
    public void hintAtName(String sentence) {
        name.setHelperText(sentence);
    }

    private List<TextField> texts() {
        return List.of(name, description, amount, discount, due);
    }

    private <T> Optional<T> checked(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInputException e) {
            refuse(e);
            return Optional.empty();
        }
    }

    private Component component(Field field) {
        return Map.<Field, Component>of(
                        Field.NAME, name,
                        Field.DESCRIPTION, description,
                        Field.AMOUNT, amount,
                        Field.DISCOUNT, discount,
                        Field.DUE, due,
                        Field.DUE_DAYS, due,
                        Field.TAXES, taxes)
                .get(field);
    }

    private Discount readDiscount() {
        return context.money().readDiscount(discount.getValue(), settings.currency());
    }

    private Fee fee(String called, Money money, Discount off) {
        List<String> chosen = settings.taxes().stream()
                .filter(taxes.getValue()::contains)
                .map(TaxRate::name)
                .toList();
        return new Fee(called, description.getValue(), money, off, chosen, included.getValue());
    }

    private void showPreview() {
        Optional<Money> money = amount.peek();
        if (money.isEmpty()) {
            preview.setText(context.text("fee.preview.empty"));
            return;
        }
        try {
            Fee typed = fee("?", money.get(), readDiscount());
            preview.setText(sentence(context, settings, typed, prices.apply(typed, day), day));
        } catch (FeesException e) {
            // other mistakes are shown beside their field once the form is sent, not while one types
            preview.setText(isAboutPrice(e) ? context.errors().of(e) : context.text("fee.preview.empty"));
        }
    }

    private static boolean isAboutPrice(FeesException failure) {
        return failure instanceof InvalidInputException e
                && (e.problem() == Problem.LEAVES_NOTHING || e.problem() == Problem.LESS_THAN_TAXES);
    }

    /**
     * For example: 100.00 − 10.00 discount + 4.50 GST = 94.50 CAD per student, or: 38.10 + 1.90 GST = 40.00 CAD per student. If a
     * rate changes some day, the sentence ends in the date of the charge.
     */
    public static String sentence(UserContext context, Settings settings, Fee fee, Price price, LocalDate day) {
        String sentence = context.text(
                "fee.preview",
                sum(context, price),
                context.format(price.total()),
                price.total().currency().getCurrencyCode());
        return isChanging(settings, fee) ? context.text("fee.preview.on", sentence, context.format(day)) : sentence;
    }

    /** What the price consists of. A discount from an amount that includes taxes is shown first: 50.00 − 10.00 discount = 38.10 + 1.90 GST. */
    private static String sum(UserContext context, Price price) {
        StringBuilder sum = new StringBuilder();
        if (price.discount().isPositive()) {
            sum.append(context.format(price.amount()))
                    .append(" − ")
                    .append(context.text("fee.preview.discount", context.format(price.discount())));
        } else {
            sum.append(context.format(price.subtotal()));
        }
        if (price.discount().isPositive() && price.taxesIncluded()) {
            sum.append(" = ").append(context.format(price.subtotal()));
        }
        price.taxes().forEach(tax -> sum.append(" + ")
                .append(context.format(tax.amount()))
                .append(' ')
                .append(context.taxName(tax.name())));
        return sum.toString();
    }

    /** Whether the price depends on the date of the charge. */
    private static boolean isChanging(Settings settings, Fee fee) {
        return settings.taxes().stream()
                .anyMatch(tax -> tax.isChanging() && fee.taxes().contains(tax.name()));
    }
}
