package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.accounts.Families.Sibling;
import org.openadmin.fees.api.billing.AlreadyChargedException;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.StudentAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one payment. Each form has one request key, which is used up by the first answer; a request without an answer can
 * only be repeated unchanged. So the money is recorded once, no matter how often any button or key is pressed.
 */
final class PaymentForm extends VerticalLayout {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentForm.class);

    /** The name of what is sold among the fields that survive an outage. */
    private static final String SOLD = "sold";

    /**
     * What the form needs.
     *
     * @param fees the predefined fees that the user may sell to this account; empty if none
     * @param prices the price of a fee on a day
     */
    record Counter(
            PaymentSettings settings,
            Cashier cashier,
            Closings closings,
            List<PredefinedFee> fees,
            BiFunction<Fee, LocalDate, Price> prices) {}

    /** The outcome of the form. */
    interface Outcome {

        /** @param change the change due, zero or more */
        void taken(Receipt receipt, Money change);

        /** The charges on this form are no longer outstanding; no payment was recorded. */
        void outdated(String sentence);
    }

    private final UserContext context;
    private final StudentAccount account;
    private final transient Counter counter;
    private final Cashier cashier;
    private final Closings closings;
    private final Outcome outcome;
    private final Money zero;
    private RequestKey key = RequestKey.fresh();
    private final Banner notice = new Banner("payment-notice");
    private final ChargeSelection charges;
    private final Span nothingDue;
    private final Span total = Styles.id("ticked-total", new Span());
    private final PaymentFields fields;
    private final SiblingPicker siblings;
    private final SaleFields sale;
    private final Button accept;
    private final transient PendingRequest<CounterPayment> pending = new PendingRequest<>();
    /** The unusual payment that the cashier was asked about. */
    private CounterPayment asked;

    /** The payment that the service asked about, such as one of an amount that the student had just paid. */
    private CounterPayment doubted;

    /** What the cashier confirms by accepting that payment again. */
    private final Set<Confirmation> doubts = EnumSet.noneOf(Confirmation.class);

    private boolean answered;

    /**
     * @param family the student's siblings
     * @param counter the services and settings of the counter
     */
    PaymentForm(UserContext context, StudentAccount account, List<Sibling> family, Counter counter, Outcome outcome) {
        this.context = context;
        this.account = account;
        this.counter = counter;
        this.cashier = counter.cashier();
        this.closings = counter.closings();
        this.outcome = outcome;
        zero = Money.zero(account.balance().balance().currency());
        nothingDue = Styles.secondaryText(new Span(context.text("pay.nothing-due")));
        charges = new ChargeSelection(
                context, account.student().number(), account.outstanding(), zero, this::ticksChanged);
        accept = Styles.id("accept", new Button("", e -> accept()));
        fields = new PaymentFields(context, account, counter.settings(), charges, this::accept, this::name);
        siblings = new SiblingPicker(context, family, this::siblingChosen);
        fields.onNextSibling(this::nextSibling);
        sale = new SaleFields(context, counter.fees(), this::sell);
        fields.leadsTo(sale);
        fields.onDate(this::reprice);
        layOut();
        Outage.form(this, Outage.Kind.PAYMENT, account.student().number());
        Outage.field(sale, SOLD);
        Outage.request(this, Outage.Kind.PAYMENT, key, accept);
        Outage.request(this, Outage.Kind.PAYMENT, key, fields.outcome().splitButton());
        ticksChanged();
    }

    /**
     * Continues a form that was lost with its page.
     *
     * @param sent the key of its request, if it had been sent
     * @param typed the fields, by name
     */
    void restore(Optional<RequestKey> sent, Map<String, String> typed) {
        sent.ifPresent(again -> {
            key = again;
            Outage.request(this, Outage.Kind.PAYMENT, key, accept);
        });
        restoreSale(typed.getOrDefault(SOLD, ""));
        siblings.restore(typed);
        charges.restore(typed);
        fields.restore(typed);
    }

    private void layOut() {
        Styles.stack(this);
        Styles.css("fees-ticked-total", Styles.strong(Styles.figure(total)));
        total.getElement().setAttribute("aria-live", "polite");
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        accept.setDisableOnClick(true);
        Styles.css("fees-end", accept);
        add(notice);
        add(nothingDue, charges, total, siblings, sale, fields, Styles.foot(fields.outcome(), accept));
        showCharges();
    }

    private void showCharges() {
        nothingDue.setVisible(charges.size() == 0);
        charges.setVisible(charges.size() > 0);
        total.setVisible(charges.size() > 0);
    }

    private void sell(PredefinedFee fee, int quantity) {
        LocalDate day = fields.date().orElseGet(context::today);
        charges.sell(new SoldLine(fee, quantity, counter.prices().apply(fee.fee(), day)));
        showCharges();
        ticksChanged();
        fields.focus();
    }

    /** The date decides on the taxes of what is sold. */
    private void reprice(LocalDate day) {
        charges.sold().stream()
                .filter(line -> !line.on(day, counter.prices()).equals(line))
                .forEach(line -> charges.sell(line.on(day, counter.prices())));
    }

    /** A fee is sold to one student, not together with the charges of siblings. */
    private void shareOut(boolean free) {
        siblings.setEnabled(free && charges.sold().isEmpty());
        sale.setUsable(free && siblings.credits().isEmpty());
    }

    private void nextSibling() {
        if (charges.sold().isEmpty()) {
            siblings.next();
        }
    }

    private void restoreSale(String typed) {
        for (String line : typed.isBlank() ? new String[0] : typed.split(" ")) {
            String[] words = line.split("x");
            counter.fees().stream()
                    .filter(fee -> fee.id().toString().equals(words[0]))
                    .findFirst()
                    .ifPresent(fee -> sell(fee, SoldFee.quantity(words[1])));
        }
    }

    private void siblingChosen(Sibling sibling, boolean chosen) {
        if (chosen) {
            charges.add(sibling);
        } else {
            charges.remove(sibling);
        }
        fields.family(siblings.credits());
        showCharges();
        ticksChanged();
    }

    void focus() {
        fields.focus();
    }

    /** Labels the button with its action. */
    private void name(boolean free) {
        accept.setText(context.text(free ? "pay.settle" : "pay.accept"));
    }

    private void ticksChanged() {
        Outage.value(
                sale,
                charges.sold().stream()
                        .map(line -> line.fee().id() + "x" + line.quantity())
                        .collect(Collectors.joining(" ")));
        shareOut(!pending.isPending());
        total.setText(context.text(
                "pay.total",
                charges.selected(),
                charges.size(),
                context.format(charges.total()),
                zero.currency().getCurrencyCode()));
        fields.followTicks();
    }

    private void accept() {
        if (answered) {
            return;
        }
        try {
            pending.get().or(this::request).ifPresent(this::send);
        } finally {
            accept.setEnabled(!answered);
            if (!pending.isPending()) {
                Outage.answered(key);
            }
            charges.leave(notice.isVisible() ? ChargeSelection.TROUBLED : ChargeSelection.USUAL);
        }
    }

    /** The request, once the input is valid and, if it is unusual, confirmed. */
    private Optional<CounterPayment> request() {
        notice.clear();
        try {
            Optional<PaymentFields.Entry> entry = fields.read();
            if (entry.isEmpty()) {
                Banner.focusInvalid(fields.fields());
                return Optional.empty();
            }
            CounterPayment request = request(entry.get());
            if (fields.isUnusual(entry.get()) && !request.equals(asked)) {
                requireOpen(request.date());
                asked = request;
                fields.ask(entry.get());
                return Optional.empty();
            }
            return Optional.of(confirmed(request));
        } catch (InvalidInputException e) {
            fields.refuse(e);
            return Optional.empty();
        } catch (DateNotAllowedException e) {
            fields.refuse(e);
            return Optional.empty();
        }
    }

    /** Nobody is asked about a payment that would be refused anyway; the service checks the date of every payment. */
    private void requireOpen(LocalDate date) {
        closings.closedThrough(context.actor())
                .filter(last -> !date.isAfter(last))
                .ifPresent(last -> {
                    throw new DateNotAllowedException(Limit.PERIOD_CLOSED, date, last.plusDays(1));
                });
    }

    /** The payment with what the cashier was asked about; another payment is asked about anew. */
    private CounterPayment confirmed(CounterPayment request) {
        if (!request.equals(doubted)) {
            doubted = request;
            doubts.clear();
        }
        CounterPayment confirmed = request;
        for (Confirmation doubt : doubts) {
            confirmed = confirmed.confirming(doubt);
        }
        return confirmed;
    }

    private CounterPayment request(PaymentFields.Entry entry) {
        AccountNumber student = account.student().number();
        List<Part> parts = charges.parts();
        if (!charges.sold().isEmpty()
                || parts.stream().allMatch(part -> part.account().equals(student))) {
            Optional<PartOffer> split = fields.split();
            return CounterPayment.of(new PaymentRequest(
                    key,
                    context.actor(),
                    student,
                    entry.date(),
                    entry.money(),
                    split.map(PartOffer::full).orElseGet(charges::ticked),
                    entry.method(),
                    entry.reference(),
                    fields.confirmed(entry),
                    split.flatMap(PartOffer::paid),
                    split.map(PartOffer::sold)
                            .orElseGet(() ->
                                    charges.sold().stream().map(SoldLine::paid).toList())));
        }
        return CounterPayment.of(new FamilyPaymentRequest(
                key,
                context.actor(),
                parts,
                student,
                entry.date(),
                entry.money(),
                entry.method(),
                entry.reference(),
                fields.confirmed(entry)));
    }

    private void send(CounterPayment request) {
        try {
            Receipt receipt = request.sendTo(cashier);
            answered = true;
            outcome.taken(receipt, fields.change());
        } catch (RuntimeException e) {
            refused(request, e);
        }
    }

    private void refused(CounterPayment request, RuntimeException failure) {
        LOG.warn("A payment of student {} was not taken", request.account(), failure);
        pending.failed(request, failure);
        showPending();
        if (pending.isPending()) {
            notice.showProblem(context.text("pay.unknown"));
        } else if (failure instanceof RepeatedAmountException e) {
            doubts.add(Confirmation.REPEATED_AMOUNT);
            fields.ask(e);
        } else if (failure instanceof CashOnlyException e) {
            doubts.add(Confirmation.NOT_CASH);
            fields.ask(e);
        } else if (failure instanceof OutsiderException e) {
            doubts.add(Confirmation.OUTSIDER);
            fields.ask(e);
        } else if (failure instanceof AlreadyChargedException e) {
            doubts.add(Confirmation.ALREADY_CHARGED);
            fields.ask(e);
        } else if (failure instanceof DateNotAllowedException e) {
            fields.refuse(e);
        } else if (failure instanceof ChargeSettledException || failure instanceof NotEnoughMoneyException) {
            answered = true;
            outcome.outdated(context.errors().of(failure));
        } else {
            notice.showProblem(context.text("pay.refused", context.errors().of((FeesException) failure)));
        }
    }

    /** Keeps the form as it was when the request was sent, as long as the request is pending. */
    private void showPending() {
        boolean free = !pending.isPending();
        List.<HasEnabled>of(charges, fields, fields.outcome()).forEach(part -> part.setEnabled(free));
        shareOut(free);
        if (free) {
            fields.explain();
        } else {
            accept.setText(context.text("pay.again"));
        }
    }
}
