package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payers.PayerAccount;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.ui.internal.UserContext;

/** What a page needs for charges that a payer owes instead of the student: the dialogs to transfer one and to take it back. */
public final class TransferActions {

    private final UserContext context;
    private final CorrectionActions correcting;
    private final Payers payers;
    private final Consumer<RuntimeException> failed;

    /**
     * @param correcting opens the dialogs
     * @param failed runs on the page if the payers cannot be read
     */
    public TransferActions(
            UserContext context, CorrectionActions correcting, Payers payers, Consumer<RuntimeException> failed) {
        this.context = context;
        this.correcting = correcting;
        this.payers = payers;
        this.failed = failed;
    }

    /** Whether the user may transfer charges. */
    public boolean mayTransfer() {
        return correcting.mayCancel();
    }

    /** Opens the dialog to transfer an outstanding charge to a payer. */
    public void transfer(JournalEntry charge) {
        try {
            transfer(charge, active());
        } catch (FeesException e) {
            failed.accept(e);
        }
    }

    private List<PayerAccount> active() {
        return payers.list(context.actor(), "").stream()
                .filter(each -> each.payer().active())
                .toList();
    }

    private void transfer(JournalEntry charge, List<PayerAccount> choice) {
        TransferFields fields = new TransferFields(context, choice);
        String amount = context.format(charge.total());
        CorrectionPrompt wish = new CorrectionPrompt(
                context.text("correct.transfer"),
                day(charge),
                false,
                (key, day, reason, confirmed) -> new Transfer(
                        key,
                        context.actor(),
                        new ChargeId(charge.id()),
                        fields.payer().number(),
                        day,
                        reason,
                        confirmed),
                would -> sentence("asks", charge, amount, fields),
                did -> sentence("done", charge, amount, fields));
        correcting.open(wish, Optional.of(fields), () -> new Component[0]);
    }

    private String sentence(String tense, JournalEntry charge, String amount, TransferFields fields) {
        boolean fund = fields.payer().kind() == PayerKind.FUND;
        String who = who(charge);
        String name = context.name(charge);
        String payer = fields.payer().name();
        if (tense.equals("asks")) {
            return fund
                    ? context.text("correct.transfer.asks.fund", name, amount, payer, who)
                    : context.text("correct.transfer.asks", name, amount, payer, who);
        }
        return fund
                ? context.text("correct.transfer.done.fund", name, amount, payer, who)
                : context.text("correct.transfer.done", name, amount, payer, who);
    }

    /** Opens the dialog to take a transfer back, given by the student's charge or the payer's. */
    public void takeBack(JournalEntry charge) {
        String name = context.name(charge);
        CorrectionPrompt wish = new CorrectionPrompt(
                context.text("correct.take-back"),
                day(charge),
                false,
                (key, day, reason, confirmed) ->
                        new TakeBack(key, context.actor(), new ChargeId(charge.id()), day, reason, confirmed),
                would -> context.text("correct.take-back.asks", name, context.format(would.reopenedTotal()))
                        + toCredit(would),
                did -> context.text("correct.take-back.done", name, context.format(did.reopenedTotal()))
                        + toCredit(did));
        correcting.open(wish, Optional.empty(), () -> new Component[0]);
    }

    private String toCredit(Correction correction) {
        return correction.toCredit().isPositive()
                ? " " + context.text("correct.take-back.credit", context.format(correction.toCredit()))
                : "";
    }

    private LocalDate day(JournalEntry charge) {
        return charge.date().filter(date -> date.isAfter(context.today())).orElse(context.today());
    }

    private static String who(JournalEntry charge) {
        return charge.student().map(StudentSnapshot::spokenName).orElse("–");
    }
}
