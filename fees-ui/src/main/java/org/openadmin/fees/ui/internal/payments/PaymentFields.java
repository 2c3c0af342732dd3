package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.billing.AlreadyChargedException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.TypeAhead;
import org.openadmin.fees.ui.internal.students.StudentAccount;

/** The payment, with its effect while the cashier types: what is short, what stays on account, what change is due. */
final class PaymentFields extends Div {

    /** The input, once it is valid and covers the selected charges. */
    record Entry(Money money, LocalDate date, PaymentMethod method, String reference) {}

    /** The attribute of the amount while the key for change works. */
    private static final String ASKING = PaymentOutcome.ASKING;

    /** Scrolls the field clear of the foot, which grows with a question. */
    private static final String SCROLL = "setTimeout(() => this.scrollIntoView({block: 'nearest'}), 100)";

    private static final String SIBLING_KEY = "event.key === '+' && (event.preventDefault(), true)";

    /** In the browser, so that the letter is not typed into the amount. */
    private static final String CHANGE_KEY =
            "element.hasAttribute('" + ASKING + "') && event.key.toUpperCase() === '%s'"
                    + " && !event.ctrlKey && !event.metaKey && !event.altKey && (event.preventDefault(), true)";

    private final UserContext context;
    private final Money credit;
    private final transient NeededMoney needed;
    private final ChargeSelection charges;
    private final Money zero;
    private final MoneyField amount;
    private final Select<PaymentMethod> method = new Select<>();
    private final MoneyField handed;
    private final TextField reference = new TextField();
    private final DateField date;
    private final PaymentOutcome outcome;
    /** Whether a charge is to be split; any change of the input withdraws it. */
    private boolean splitting;

    private final Checkbox useCredit = Styles.id("use-credit", new Checkbox(true));
    private final Consumer<Boolean> free;
    private final PaymentSettings payments;
    private final Span rounded = Styles.id("cash-rounding", Styles.secondaryText(new Span()));

    /**
     * @param account the student's
     * @param payments how cash is rounded, and the largest amount that needs no confirmation
     * @param entered runs when Enter is pressed in a field
     * @param free receives, after each change, whether credit alone covers the selected charges
     */
    PaymentFields(
            UserContext context,
            StudentAccount account,
            PaymentSettings payments,
            ChargeSelection charges,
            Runnable entered,
            Consumer<Boolean> free) {
        this.context = context;
        this.payments = payments;
        credit = account.balance().credit();
        needed = new NeededMoney(account.student().number(), credit, charges, payments);
        this.charges = charges;
        this.free = free;
        zero = Money.zero(credit.currency());
        amount = Styles.id("amount", new MoneyField(context, context.text("pay.amount"), zero.currency()));
        handed = Styles.id("handed", new MoneyField(context, context.text("pay.handed"), zero.currency()));
        date = Styles.id("payment-date", new DateField(context, context.text("pay.date")));
        outcome = new PaymentOutcome(
                context,
                thenFocus(this::receiveOnAccount),
                thenFocus(() -> {
                    splitting = true;
                    entered.run();
                }),
                thenFocus(this::giveChange));
        useCredit.setLabel(context.text("pay.use-credit", context.format(credit)));
        useCredit.setVisible(credit.isPositive() && charges.size() > 0);
        useCredit.addValueChangeListener(e -> {
            needed.useCredit(e.getValue());
            followTicks();
        });
        setUpMethod();
        setUpReference();
        layOut();
        amount.addValueChangeListener(e -> {
            splitting = false;
            // it may cover the new amount
            handed.setInvalid(false);
            explain();
        });
        handed.addValueChangeListener(e -> explain());
        amount.getElement()
                .addEventListener("keydown", e -> giveChange())
                .setFilter(CHANGE_KEY.formatted(context.text("pay.change.key")));
        List.of(amount, handed, reference).forEach(field -> {
            TypeAhead.leadsOn(field);
            field.addKeyDownListener(Key.ENTER, e -> entered.run());
        });
        method.addValueChangeListener(e -> Outage.value(method, e.getValue().name()));
        method.setValue(PaymentMethod.CASH);
        Map.<String, Component>of(
                        "amount", amount, "method", method, "handed", handed, "reference", reference, "date", date)
                .forEach((name, field) -> Outage.field(field, name));
        useCredit.addValueChangeListener(
                e -> Outage.value(useCredit, e.getValue().toString()));
        Outage.field(useCredit, "credit");
    }

    /** Calls this when the cashier presses + in the amount: the next sibling is to be paid for. */
    void onNextSibling(Runnable next) {
        amount.getElement().addEventListener("keydown", e -> next.run()).setFilter(SIBLING_KEY);
    }

    /** Calls this when the cashier presses * in the amount: a fee is to be sold. */
    void leadsTo(SaleFields sale) {
        sale.listenIn(amount);
    }

    /** Calls this with each other day of the payment. */
    void onDate(Consumer<LocalDate> other) {
        date.addValueChangeListener(e -> Optional.ofNullable(e.getValue()).ifPresent(other));
    }

    /** The day of the payment, if it is valid. */
    Optional<LocalDate> date() {
        return Optional.ofNullable(date.getValue());
    }

    /**
     * Takes siblings into account. Each one's credit pays for that sibling alone, so all credit is used.
     *
     * @param credits the credit of each sibling whose charges are listed too
     */
    void family(Map<AccountNumber, Money> credits) {
        needed.family(credits);
        useCredit.setVisible(credit.isPositive() && charges.size() > 0 && credits.isEmpty());
        if (!credits.isEmpty()) {
            useCredit.setValue(true);
        }
    }

    /** Enters what was typed before; a value that is not valid is left out. */
    void restore(Map<String, String> typed) {
        kept(typed, "credit").map(Boolean::valueOf).ifPresent(useCredit::setValue);
        for (PaymentMethod each : PaymentMethod.values()) {
            kept(typed, "method").filter(each.name()::equals).ifPresent(name -> method.setValue(each));
        }
        kept(typed, "amount").ifPresent(amount::setValue);
        kept(typed, "handed").ifPresent(handed::setValue);
        kept(typed, "reference").ifPresent(reference::setValue);
        kept(typed, "date").flatMap(PaymentFields::date).ifPresent(date::setValue);
        explain();
    }

    private static Optional<String> kept(Map<String, String> typed, String name) {
        return Optional.ofNullable(typed.get(name));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void setUpMethod() {
        method.setId("method");
        method.setLabel(context.text("pay.method"));
        method.setItems(PaymentMethod.values());
        method.setItemLabelGenerator(context::format);
        method.addValueChangeListener(e -> {
            handed.setVisible(isCash());
            reference.setVisible(!isCash());
            handed.setInvalid(false);
            reference.setInvalid(false);
            followMethod(e.getOldValue());
        });
    }

    /** Proposes the other sum if the exact and the rounded one differ, unless another amount was typed. */
    private void followMethod(PaymentMethod before) {
        splitting = false;
        boolean proposed = before != null
                && amount.peek().filter(needed.by(before)::equals).isPresent()
                && charges.selected() > 0;
        if (proposed) {
            amount.setValue(context.money().typed(needed()));
        }
        explain();
    }

    private void setUpReference() {
        reference.setId("reference");
        reference.setLabel(context.text("pay.reference"));
        reference.setManualValidation(true);
        reference.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        reference.setValueChangeMode(ValueChangeMode.EAGER);
        reference.addValueChangeListener(e -> reference.setInvalid(false));
    }

    private void layOut() {
        Div fields = Styles.css("fees-payment-fields", new Div(amount, method, handed, reference, date));
        rounded.getElement().setAttribute("aria-live", "polite");
        Styles.css("fees-payment-method", method);
        setWidthFull();
        add(useCredit, fields, rounded);
    }

    /** Whether the cashier should confirm this payment before it is taken. */
    boolean isUnusual(Entry entry) {
        return unusualAmount(entry).isPresent() || unusualDate(entry).isPresent();
    }

    /** What the cashier confirms to the service by accepting this payment a second time. */
    Set<Confirmation> confirmed(Entry entry) {
        return unusualDate(entry).isPresent() ? Set.of(Confirmation.UNUSUAL_DATE) : Set.of();
    }

    /** Asks the cashier to confirm the input as it is; any change of it withdraws the question. */
    void ask(Entry entry) {
        Optional<UnusualPayment> unusual = unusualAmount(entry);
        List<String> questions = new ArrayList<>();
        unusualDate(entry)
                .map(why -> context.errors().of(new UnusualDateException(why)))
                .map(sentence -> context.text("pay.ask.date", sentence))
                .ifPresent(questions::add);
        unusual.map(why -> context.text(
                        "pay.ask." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        context.format(entry.money().minus(needed())),
                        context.format(needed()),
                        context.text("pay.change.key")))
                .ifPresent(questions::add);
        ask(String.join(" ", questions));
        amount.getElement().setAttribute(ASKING, unusual.equals(Optional.of(UnusualPayment.CHANGE_EXPECTED)));
    }

    /** Asks the cashier to confirm that the same amount is taken once more; any change of the input withdraws the question. */
    void ask(RepeatedAmountException repeated) {
        ask(context.text("pay.ask.repeated", context.errors().of(repeated)));
    }

    /** Asks the cashier to confirm another method than cash; any change of the input withdraws the question. */
    void ask(CashOnlyException cashOnly) {
        ask(context.text("pay.ask.cash-only", context.errors().of(cashOnly)));
    }

    /** Asks the cashier to confirm a payment for somebody outside of the family; any change of the input withdraws the question. */
    void ask(OutsiderException outsider) {
        ask(context.text("pay.ask.outsider", context.errors().of(outsider)));
    }

    /** Asks the cashier to confirm the sale of a fee that the student has; any change of the input withdraws the question. */
    void ask(AlreadyChargedException charged) {
        ask(context.text("pay.ask.charged", context.errors().of(charged)));
    }

    private void ask(String question) {
        outcome.ask(question);
        amount.focus();
        amount.getElement().executeJs(SCROLL);
    }

    private Optional<UnusualPayment> unusualAmount(Entry entry) {
        return UnusualPayment.of(entry.money(), needed(), isCash(), payments.confirmAbove());
    }

    private Optional<UnusualDate> unusualDate(Entry entry) {
        return UnusualDate.of(entry.date(), context.today(), charges.dates());
    }

    private Runnable thenFocus(Runnable action) {
        return () -> {
            action.run();
            amount.focus();
        };
    }

    private boolean isCash() {
        return method.getValue() == PaymentMethod.CASH;
    }

    void focus() {
        amount.focus();
    }

    /** The fields, in the order of the form. */
    List<Component> fields() {
        return List.of(amount, handed, reference, date);
    }

    /** The effect of the payment in words, with alternatives; placed beside the accept button. */
    PaymentOutcome outcome() {
        return outcome;
    }

    private Money needed() {
        return needed.by(method.getValue());
    }

    private Money rounding() {
        return needed.rounding(method.getValue());
    }

    /** Whether credit alone covers the selected charges. */
    private boolean isFree() {
        return charges.total().isPositive()
                && needed().isZero()
                && context.money().isNothing(amount.getValue(), zero.currency());
    }

    /** Proposes the amount that the selected charges need. Without a selected charge the input stays: it goes on account. */
    void followTicks() {
        splitting = false;
        if (charges.selected() > 0) {
            amount.setValue(context.money().typed(needed()));
        }
        // it may cover the new selection
        amount.setInvalid(false);
        explain();
    }

    /** Explains the effect of the input and the selection. */
    void explain() {
        Money money = amount.peek().orElse(zero);
        boolean tooLittle = money.isPositive() && money.compareTo(needed()) < 0;
        boolean over = needed().isPositive() && money.compareTo(needed()) > 0;
        rounded.setText(
                rounding().isZero()
                        ? ""
                        : context.text("pay.rounded", context.format(needed.exact()), context.format(needed())));
        rounded.setVisible(!rounding().isZero());
        outcome.explain(hint(charges.total().minus(rounding()), money), tooLittle);
        amount.getElement().removeAttribute(ASKING);
        outcome.offerOnAccount(tooLittle ? Optional.of(money) : Optional.empty());
        outcome.offerSplit(tooLittle ? offer() : Optional.empty());
        boolean changeable = isCash() && over && handed.isEmpty();
        outcome.offerChange(changeable ? Optional.of(money.minus(needed())) : Optional.empty());
        outcome.showChange(change());
        free.accept(isFree());
    }

    /** With siblings, the charges that the money covers are selected instead: no charge is split. */
    private Optional<PartOffer> offer() {
        return needed.isOfFamily()
                ? Optional.empty()
                : charges.part(amount.peek().orElse(zero).plus(needed.usableCredit()));
    }

    /** The charge that is to be split, and what is paid, if the cashier has decided so. */
    Optional<PartOffer> split() {
        return splitting ? offer() : Optional.empty();
    }

    private String hint(Money ticked, Money money) {
        Money left = !needed.isOfFamily()
                ? money.plus(needed.usableCredit()).minus(ticked)
                : money.plus(rounding()).minus(needed.exact());
        if (needed.isOfFamily() && isFree()) {
            return context.text("pay.covered.family", context.format(ticked));
        }
        if (isFree()) {
            return context.text("pay.covered", context.format(ticked), context.format(left));
        }
        if (!money.isPositive()) {
            return "";
        }
        if (ticked.isZero()) {
            return context.text("pay.all-on-account", context.format(money));
        }
        if (left.isNegative()) {
            return context.text("pay.short", context.format(left.negated()));
        }
        if (left.isPositive()) {
            return context.text("pay.over", context.format(left));
        }
        if (needed.isOfFamily()) {
            Money used = charges.total().minus(needed.exact());
            return used.isPositive() ? context.text("pay.from-credit.family", context.format(used)) : "";
        }
        if (needed.usableCredit().isPositive()) {
            return context.text("pay.from-credit", context.format(credit));
        }
        return credit.isPositive() ? context.text("pay.credit-stays", context.format(credit)) : "";
    }

    /** The change due: cash received less the amount kept; zero if no cash amount was entered. */
    Money change() {
        Optional<Money> given = isCash() ? handed.peek() : Optional.empty();
        return given.flatMap(all -> amount.peek().map(all::minus)).orElse(zero);
    }

    private void receiveOnAccount() {
        String typed = amount.getValue();
        charges.untickAll();
        amount.setValue(typed);
    }

    private void giveChange() {
        amount.peek().ifPresent(given -> {
            handed.show(given);
            amount.show(needed());
        });
    }

    /** The input; if a field is invalid, it shows why. */
    Optional<Entry> read() {
        Optional<LocalDate> day = date.read();
        if (isFree()) {
            // no money, so no payment method
            return day.map(on -> new Entry(zero, on, PaymentMethod.OTHER, ""));
        }
        Optional<Money> money = amount.read();
        boolean enough = !isCash() || handed.isEmpty() || handedEnough(money);
        if (money.isEmpty() || day.isEmpty() || !enough || !isPayable(money.get())) {
            return Optional.empty();
        }
        if (money.get().compareTo(needed()) < 0 && split().isEmpty()) {
            refuseShort(money.get());
            return Optional.empty();
        }
        String paper = isCash() ? "" : reference.getValue();
        return Optional.of(new Entry(money.get(), day.get(), method.getValue(), paper));
    }

    /** Whether there are coins for the amount; if not, the field shows the nearest one for which there are. */
    private boolean isPayable(Money money) {
        try {
            context.requirePayable(money, payments.rounding(method.getValue()));
            return true;
        } catch (InvalidInputException e) {
            amount.refuse(context.errors().of(e));
            return false;
        }
    }

    /** Reports a shortfall once: beside the field, and no longer below the form. */
    private void refuseShort(Money money) {
        amount.refuse(context.text("pay.missing", context.format(needed().minus(money))));
        outcome.explain("", false);
    }

    private boolean handedEnough(Optional<Money> money) {
        Optional<Money> given = handed.read();
        if (given.isPresent() && money.isPresent() && given.get().compareTo(money.get()) < 0) {
            handed.refuse(context.text("pay.handed.short"));
            return false;
        }
        return given.isPresent();
    }

    /** Shows beside the date why nothing can be dated on it. */
    void refuse(DateNotAllowedException e) {
        date.refuse(context.errors().of(e));
    }

    /** Shows an error of the request beside its field. */
    void refuse(InvalidInputException e) {
        String sentence = context.errors().of(e);
        if (e.field() == Field.REFERENCE) {
            reference.setErrorMessage(sentence);
            reference.setInvalid(true);
        } else {
            amount.refuse(sentence);
        }
    }
}
