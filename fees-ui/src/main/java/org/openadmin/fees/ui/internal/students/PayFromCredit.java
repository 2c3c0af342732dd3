package org.openadmin.fees.ui.internal.students;

import com.vaadin.flow.component.button.Button;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.printing.ReceiptLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The button that pays a student's outstanding charges from the credit that covers them. Each button has one request key, which is
 * used up by the first answer; a request without an answer can only be repeated unchanged. So the charges are paid once.
 */
public final class PayFromCredit extends Button {

    private static final Logger LOG = LoggerFactory.getLogger(PayFromCredit.class);

    /**
     * What the buttons of a page share.
     *
     * @param notice shows the result
     * @param changed reloads the page after an answer; runs before the notice is shown
     */
    public record Counter(Cashier cashier, FeeReports reports, Banner notice, Runnable changed) {}

    private final UserContext context;
    private final transient Counter counter;
    private final transient StudentSnapshot student;
    private final Currency currency;
    private final transient Supplier<Set<ChargeId>> charges;
    private final RequestKey key = RequestKey.fresh();
    private final transient PendingRequest<PaymentRequest> pending = new PendingRequest<>();
    /** The request whose date the user was asked about. */
    private transient PaymentRequest asked;

    private boolean answered;

    /** @param charges the outstanding charges, read when the button is pressed */
    public PayFromCredit(
            UserContext context,
            Counter counter,
            StudentSnapshot student,
            Currency currency,
            Supplier<Set<ChargeId>> charges) {
        this.context = context;
        this.counter = counter;
        this.student = student;
        this.currency = currency;
        this.charges = charges;
        setId("pay-from-credit-" + student.number());
        setText(context.text("pay.settle"));
        setAriaLabel(context.text("credit.pay.of", student.spokenName()));
        setDisableOnClick(true);
        addClickListener(e -> pay());
    }

    /** Whether the user may pay this account from credit, and the credit covers it. */
    public static boolean isFor(UserContext context, AccountBalance account) {
        return context.may(Role.CASHIER) && account.isCoveredByCredit();
    }

    private void pay() {
        if (answered) {
            return;
        }
        try {
            pending.get().or(this::request).ifPresentOrElse(this::send, () -> end(context.text("account.nothing-due")));
        } catch (FeesException e) {
            // the charges could not be read
            counter.notice().showProblem(context.errors().of(e));
        } finally {
            setEnabled(!answered);
        }
    }

    /** Empty if nothing is outstanding any more. */
    private Optional<PaymentRequest> request() {
        Set<ChargeId> due = charges.get();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        PaymentRequest request =
                PaymentRequest.fromCredit(key, context.actor(), student.number(), context.today(), due, currency);
        return Optional.of(request.equals(asked) ? request.confirming(Confirmation.UNUSUAL_DATE) : request);
    }

    private void send(PaymentRequest request) {
        try {
            Receipt receipt = counter.cashier().receive(request);
            answered = true;
            counter.changed().run();
            counter.notice()
                    .showSuccess(
                            context.text(
                                    "credit.paid",
                                    context.format(receipt.settledTotal()),
                                    student.spokenName(),
                                    String.valueOf(receipt.number())),
                            ReceiptLink.original(context, counter.reports(), receipt.number(), e -> counter.notice()
                                    .showProblem(context.errors().of(e))));
        } catch (RuntimeException e) {
            refused(request, e);
        }
    }

    private void refused(PaymentRequest request, RuntimeException failure) {
        LOG.info("The charges of student {} were not paid from credit", request.student(), failure);
        RuntimeException ofAll = pending.failed(request, failure);
        if (pending.isPending()) {
            setText(context.text("pay.again"));
            counter.notice().showProblem(context.text("credit.unknown"));
        } else if (failure instanceof UnusualDateException) {
            asked = request;
            setText(context.text("credit.pay.right"));
            counter.notice()
                    .showProblem(
                            context.text("credit.ask.date", context.errors().of(failure)));
        } else {
            end(context.text("pay.refused", context.errors().of(ofAll)));
        }
    }

    private void end(String sentence) {
        answered = true;
        counter.changed().run();
        counter.notice().showProblem(sentence);
    }
}
