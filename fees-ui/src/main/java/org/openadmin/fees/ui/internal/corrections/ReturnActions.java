package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.Correction.Returned;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.ReturnedPayment;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;

/** What a page needs for payments that the bank returned: the dialogs to record and to undo one, and the letter to the family. */
public final class ReturnActions {

    private final UserContext context;
    private final CorrectionActions correcting;
    private final ReturnedPayments returns;
    private final FeeReports reports;
    private final FeesSettings settings;
    private final Consumer<RuntimeException> failed;

    /**
     * @param correcting opens the dialogs
     * @param failed runs on the page if the letter cannot be made
     */
    public ReturnActions(
            UserContext context,
            CorrectionActions correcting,
            ReturnedPayments returns,
            FeeReports reports,
            FeesSettings settings,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.correcting = correcting;
        this.returns = returns;
        this.reports = reports;
        this.settings = settings;
        this.failed = failed;
    }

    /** Whether the user may record returned payments and undo them. */
    public boolean mayReturn() {
        return settings.current().returns().mayReturn(context.actor());
    }

    /** Whether the user may record that a payment by this method was returned. An old receipt has no method. */
    public boolean mayReturn(Optional<PaymentMethod> method) {
        return mayReturn() && method.map(PaymentMethod::isReturnable).orElse(true);
    }

    /** The returned payment of this receipt, if it was returned. */
    public Optional<ReturnedPayment> of(ReceiptNumber receipt) {
        return returns.returned(context.actor(), receipt);
    }

    /** Opens the dialog to record that the bank returned the payment of this receipt; afterwards the letter can be printed. */
    public void returnPayment(ReceiptNumber receipt) {
        String number = String.valueOf(receipt);
        Settings current = settings.current();
        ReturnFields fields = new ReturnFields(context, current.returns(), current.currency(), context.today());
        CorrectionPrompt wish = new CorrectionPrompt(
                context.text("correct.return", number),
                context.today(),
                false,
                (key, day, reason, confirmed) -> new ReturnPayment(
                        key, context.actor(), receipt, fields.fee(), fields.until(), day, reason, confirmed),
                would -> consequences("correct.return.asks", number, would),
                did -> consequences("correct.return.done", number, did));
        correcting.open(wish, Optional.of(fields), () -> new Component[] {letter("return-letter-now", receipt)});
    }

    private String consequences(String key, String number, Correction correction) {
        Returned returned = correction.returned().orElseThrow();
        StringBuilder sentences = new StringBuilder(context.text(key, number, context.format(returned.payment())));
        if (returned.fee().isPositive()) {
            sentences.append(' ').append(context.text("correct.return.charged", context.format(returned.fee())));
        }
        sentences.append(correcting.reopened(correction, returned.payment()));
        returned.cashOnlyUntil()
                .ifPresent(until ->
                        sentences.append(' ').append(context.text("correct.return.cash-only", context.format(until))));
        return sentences.toString();
    }

    /** Opens the dialog to undo a returned payment. */
    public void undo(ReturnedPayment returned) {
        String number = String.valueOf(returned.receipt());
        LocalDate day = returned.returned().isAfter(context.today()) ? returned.returned() : context.today();
        CorrectionPrompt wish = new CorrectionPrompt(
                context.text("correct.return.undo"),
                day,
                false,
                (key, date, reason, confirmed) ->
                        new UndoReturn(key, context.actor(), returned.receipt(), date, reason, confirmed),
                would -> undone("correct.return.undo.asks", number, would),
                did -> undone("correct.return.undo.done", number, did));
        correcting.open(wish, Optional.empty(), () -> new Component[0]);
    }

    private String undone(String key, String number, Correction correction) {
        Returned returned = correction.returned().orElseThrow();
        StringBuilder sentences = new StringBuilder(context.text(
                key,
                number,
                context.format(returned.payment()),
                returned.receivedAgain().map(ReceiptNumber::toString).orElse("")));
        if (returned.settled() > 0) {
            sentences
                    .append(' ')
                    .append(context.text(
                            "correct.return.settled", returned.settled(), context.format(returned.settledTotal())));
        }
        if (returned.fee().isPositive()) {
            sentences.append(' ').append(context.text("correct.return.fee-reversed", context.format(returned.fee())));
        }
        if (correction.toCredit().isPositive()) {
            sentences.append(' ').append(context.text("correct.to-credit", context.format(correction.toCredit())));
        }
        return sentences.toString();
    }

    /** The link that prints the letter to the family. */
    public PdfLink letter(ReceiptNumber receipt) {
        return letter("return-letter", receipt);
    }

    private PdfLink letter(String id, ReceiptNumber receipt) {
        PdfLink link = new PdfLink(
                context,
                id,
                context.document(context.text("correct.return.letter"), reports.language()),
                context.text("correct.return.letter.file", receipt.toString()),
                out -> reports.returnedPayment(context.actor(), receipt, out),
                failed);
        Styles.secondary(link);
        return link;
    }
}
