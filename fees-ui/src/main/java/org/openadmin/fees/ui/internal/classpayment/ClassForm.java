package org.openadmin.fees.ui.internal.classpayment;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.classpayments.ClassDue;
import org.openadmin.fees.api.classpayments.ClassDue.Line;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.classpayments.ClassPaymentRefusedException;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.classpayments.ClassPayments;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.ClassShare;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sum in the envelope beside the sum of those who are marked. The payments are received once however often the button is pressed: the
 * form has one request key. While the answer is not known, the same request is sent again.
 */
final class ClassForm extends VerticalLayout {

    /** The id of the field for the sum. */
    static final String ENVELOPE = "class-envelope";

    private static final Logger LOG = LoggerFactory.getLogger(ClassForm.class);
    private static final int MAX_REFERENCE = 64;

    private final UserContext context;
    private final transient ClassPayments payments;
    private final transient PaymentSettings cash;
    private final transient ClassDue due;
    private final ClassList list;
    private final transient Consumer<ClassPayment> received;
    private final transient BiConsumer<String, Set<AccountNumber>> outdated;
    private final Money zero;
    private final RequestKey key = RequestKey.fresh();
    private final transient PendingRequest<ClassPaymentRequest> pending = new PendingRequest<>();
    private final Banner notice = new Banner("class-form-notice");
    private final Select<PaymentMethod> method = new Select<>();
    private final TextField reference = Styles.id("class-reference", new TextField());
    private final MoneyField envelope;
    private final Span sum = Styles.id("class-sum", new Span());
    private final Span difference = Styles.id("class-difference", new Span());
    private final Button post;
    private final transient Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
    private boolean answered;

    /**
     * @param received shows the receipts
     * @param outdated shows the list anew, with the reason and those who are marked
     */
    ClassForm(
            UserContext context,
            ClassPayments payments,
            PaymentSettings cash,
            ClassDue due,
            ClassList list,
            Consumer<ClassPayment> received,
            BiConsumer<String, Set<AccountNumber>> outdated) {
        this.context = context;
        this.payments = payments;
        this.cash = cash;
        this.due = due;
        this.list = list;
        this.received = received;
        this.outdated = outdated;
        zero = due.lines().stream()
                .findFirst()
                .map(line -> line.due().minus(line.due()))
                .orElseThrow();
        envelope = Styles.id(ENVELOPE, new MoneyField(context, context.text("classpay.envelope"), zero.currency()));
        post = Styles.id("class-post", new Button("", e -> post()));
        Styles.stack(this);
        setUp();
        changed();
    }

    private void setUp() {
        method.setId("class-method");
        method.setLabel(context.text("pay.method"));
        method.setItems(PaymentMethod.values());
        method.setItemLabelGenerator(context::format);
        method.setValue(PaymentMethod.CASH);
        method.addValueChangeListener(e -> changed());
        reference.setLabel(context.text("pay.reference"));
        reference.setMaxLength(MAX_REFERENCE);
        reference.setValueChangeMode(ValueChangeMode.EAGER);
        reference.addValueChangeListener(e -> confirmed.clear());
        envelope.addValueChangeListener(e -> changed());
        List.of(envelope, reference).forEach(field -> field.addKeyDownListener(Key.ENTER, e -> post()));
        list.onChange(this::changed);
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        post.setDisableOnClick(true);
        difference.getElement().setAttribute("aria-live", "polite");
        Styles.css("fees-hint", difference);
        Div sums = Styles.row(Styles.strong(sum), envelope, difference);
        add(Styles.row(method, reference), sums, notice, Styles.foot(post));
    }

    private CashRounding rounding() {
        return cash.rounding(method.getValue());
    }

    /** What those who are marked come to, each rounded if it is cash. */
    private Money marked() {
        return list.marked().stream()
                .map(line -> ClassShare.of(line.owed(), rounding()).received())
                .reduce(zero, Money::plus);
    }

    /** Shows both sums and what is different, and withdraws a question. */
    private void changed() {
        confirmed.clear();
        notice.clear();
        reference.setVisible(method.getValue() != PaymentMethod.CASH);
        int students = list.marked().size();
        Money marked = marked();
        sum.setText(context.text(
                "classpay.sum",
                students,
                context.format(marked),
                zero.currency().getCurrencyCode()));
        Optional<Money> held = envelope.peek();
        difference.setText(held.map(money -> difference(money.minus(marked))).orElse(""));
        difference.setClassName(
                "fees-hint-short", held.filter(money -> !money.equals(marked)).isPresent());
        post.setText(context.text("classpay.post", students));
    }

    private String difference(Money more) {
        if (more.isZero()) {
            return context.text("classpay.equal");
        }
        return more.isPositive()
                ? context.text("classpay.more", context.format(more))
                : context.text("classpay.less", context.format(more.negated()));
    }

    private void post() {
        if (answered) {
            return;
        }
        try {
            pending.get().or(this::request).ifPresent(this::send);
        } finally {
            post.setEnabled(!answered);
        }
    }

    /** The request, once somebody is marked and both sums are equal. */
    private Optional<ClassPaymentRequest> request() {
        notice.clear();
        if (list.marked().isEmpty()) {
            notice.showProblem(context.text("classpay.nobody-marked"));
            list.focusFirst();
            return Optional.empty();
        }
        Optional<Money> held = envelope.read();
        if (held.isEmpty()) {
            envelope.focus();
            return Optional.empty();
        }
        Money marked = marked();
        if (!held.get().equals(marked)) {
            envelope.refuse(difference(held.get().minus(marked)));
            envelope.focus();
            return Optional.empty();
        }
        try {
            return Optional.of(new ClassPaymentRequest(
                    key,
                    context.actor(),
                    due.fee(),
                    due.homeroom(),
                    list.marked().stream().map(Line::part).toList(),
                    due.date(),
                    held.get(),
                    method.getValue(),
                    method.getValue() == PaymentMethod.CASH ? "" : reference.getValue(),
                    confirmed));
        } catch (InvalidInputException e) {
            notice.showProblem(context.errors().of(e));
            return Optional.empty();
        }
    }

    private void send(ClassPaymentRequest request) {
        try {
            ClassPayment payment = payments.post(request);
            answered = true;
            received.accept(payment);
        } catch (RuntimeException e) {
            refused(request, e);
        }
    }

    private void refused(ClassPaymentRequest request, RuntimeException failure) {
        LOG.info("The payments of a class were not received", failure);
        RuntimeException reason = pending.failed(request, failure);
        setOpen(!pending.isPending());
        if (reason instanceof RepeatedAmountException) {
            ask(Confirmation.REPEATED_AMOUNT, reason);
        } else if (reason instanceof CashOnlyException) {
            ask(Confirmation.NOT_CASH, reason);
        } else if (reason instanceof UnusualDateException) {
            ask(Confirmation.UNUSUAL_DATE, reason);
        } else if (reason instanceof ClassPaymentRefusedException) {
            answered = true;
            outdated.accept(context.errors().of(reason), list.numbers());
        } else {
            notice.showProblem(context.errors().of(reason));
        }
    }

    /** Asks once; any change of the input withdraws the question. */
    private void ask(Confirmation confirmation, RuntimeException reason) {
        confirmed.add(confirmation);
        notice.showProblem(context.text("classpay.ask", context.errors().of(reason)));
        envelope.focus();
    }

    /** Keeps the form as it was when the request was sent, as long as it has no answer. */
    private void setOpen(boolean open) {
        list.setOpen(open);
        method.setReadOnly(!open);
        reference.setReadOnly(!open);
        envelope.setReadOnly(!open);
        if (!open) {
            post.setText(context.text("pay.again"));
        }
    }
}
