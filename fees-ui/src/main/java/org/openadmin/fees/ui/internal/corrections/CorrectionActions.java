package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.GoodsNotStatedException;
import org.openadmin.fees.api.corrections.SoldGoods;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.Returned;
import org.openadmin.fees.ui.internal.components.Styles;

/** Everything a page needs to correct the journal: a dialog for each kind of correction, and a notice with the result. */
public final class CorrectionActions {

    private final UserContext context;
    private final Corrections corrections;
    private final Banner notice;
    private final Runnable changed;

    /**
     * @param notice shows the result
     * @param changed reloads the page after a correction; runs before the notice is shown
     */
    public CorrectionActions(UserContext context, Corrections corrections, Banner notice, Runnable changed) {
        this.context = context;
        this.corrections = corrections;
        this.notice = notice;
        this.changed = changed;
        Outage.onReturn(notice, Outage.Kind.CORRECTION, this::returned);
    }

    /** Continues after the page was lost: asks what became of the correction that was on its way. */
    void returned(Returned back) {
        back.request().ifPresent(key -> ask(key, back.sender()));
    }

    private void ask(RequestKey key, String verb) {
        try {
            boolean recorded = corrections.find(context.actor(), key).isPresent();
            Outage.answered(key);
            if (recorded) {
                notice.showSuccess(context.text("correct.returned.recorded", verb));
            } else {
                notice.showProblem(context.text("correct.returned.missing", verb));
            }
        } catch (FeesException e) {
            notice.showProblem(
                    context.text(
                            "correct.returned.unknown", verb, context.errors().of(e)),
                    Styles.id("ask-again", new Button(context.text("outage.ask"), again -> ask(key, verb))));
        }
    }

    /** Whether the user may cancel, waive and undo. */
    public boolean mayCancel() {
        return context.may(Role.BILL);
    }

    /** Whether the user may undo this assessment and there is anything left to undo. */
    public boolean mayUndo(BatchNumber batch) {
        if (!mayCancel()) {
            return false;
        }
        try {
            corrections.preview(
                    new CorrectionRequest.Undo(RequestKey.fresh(), context.actor(), batch, context.today(), ""));
            return true;
        } catch (UnknownBatchException | AlreadyCorrectedException e) {
            return false;
        } catch (FeesException e) {
            // the dialog shows any other obstacle
            return true;
        }
    }

    /** Whether the user may void receipts and pay credit back. */
    public boolean mayGiveBack() {
        return context.may(Role.CASHIER);
    }

    /** Opens the dialog to cancel one charge. */
    void cancel(Charge charge) {
        cancel(charge.id(), context.name(charge), charge.student().spokenName(), charge.date());
    }

    /** Opens the dialog to cancel the charge in this journal row. */
    public void cancel(JournalEntry charge) {
        cancel(new ChargeId(charge.id()), context.name(charge), who(charge), day(context, charge));
    }

    private void cancel(ChargeId charge, String name, String who, LocalDate date) {
        open(new CorrectionPrompt(
                context.text("correct.reverse"),
                from(date),
                false,
                (key, day, reason, confirmed) ->
                        new CorrectionRequest.Cancel(key, context.actor(), charge, day, reason, confirmed),
                would -> context.text("correct.reverse.asks", name, owed(would), who) + toCredit(would),
                did -> context.text("correct.reverse.done", name, owed(did), who) + toCredit(did)));
    }

    /** Opens the dialog to waive one outstanding charge. */
    void waive(Charge charge) {
        waive(charge.id(), context.name(charge), charge.student().spokenName(), charge.date(), charge.total());
    }

    /** Opens the dialog to waive the outstanding charge in this journal row. */
    public void waive(JournalEntry charge) {
        waive(new ChargeId(charge.id()), context.name(charge), who(charge), day(context, charge), charge.total());
    }

    private void waive(ChargeId charge, String name, String who, LocalDate date, Money total) {
        WaiveFields fields = new WaiveFields(context, total);
        CorrectionPrompt wish = new CorrectionPrompt(
                context.text("correct.waive"),
                from(date),
                !fields.hasCodes(),
                (key, day, reason, confirmed) -> new CorrectionRequest.Waive(
                        key, context.actor(), charge, fields.part(), fields.code(), day, reason, confirmed),
                would -> waived("correct.waive.asks", name, who, would),
                did -> waived("correct.waive.done", name, who, did));
        open(wish, Optional.of(fields), () -> new Component[0]);
    }

    /** What is waived of a charge, and of a part also what stays outstanding. */
    private String waived(String key, String name, String who, Correction correction) {
        String sentence = context.text(key, name, owed(correction), who);
        return correction.parts().isEmpty()
                ? sentence
                : sentence
                        + " "
                        + context.text(
                                "correct.waive.left",
                                context.format(correction.parts().get(0).total()));
    }

    /** Opens the dialog to undo a whole assessment. */
    public void undo(BatchNumber batch) {
        undo(batch, context.today());
    }

    /** Opens the dialog to undo a whole assessment whose charges have this date. */
    public void undo(BatchNumber batch, LocalDate date) {
        String number = String.valueOf(batch);
        open(new CorrectionPrompt(
                context.text("correct.undo", number),
                from(date),
                false,
                (key, day, reason, confirmed) ->
                        new CorrectionRequest.Undo(key, context.actor(), batch, day, reason, confirmed),
                would -> context.text("correct.undo.asks", would.rows(), owed(would)) + toCredit(would),
                did -> context.text("correct.undo.done", did.rows(), owed(did), number) + toCredit(did)));
    }

    /** Opens the dialog to void one receipt. */
    public void voidReceipt(ReceiptNumber receipt) {
        voidReceipt(receipt, context.today());
    }

    /** Opens the dialog to void one receipt of this date. If something was sold with it, the dialog asks whether it came back. */
    public void voidReceipt(ReceiptNumber receipt, LocalDate date) {
        String number = String.valueOf(receipt);
        Optional<GoodsFields> goods =
                hasGoods(receipt, from(date)) ? Optional.of(new GoodsFields(context)) : Optional.empty();
        CorrectionPrompt prompt = new CorrectionPrompt(
                context.text("correct.void", number),
                from(date),
                false,
                (key, day, reason, confirmed) -> new CorrectionRequest.VoidReceipt(
                        key,
                        context.actor(),
                        receipt,
                        day,
                        reason,
                        confirmed,
                        goods.map(GoodsFields::stated).orElse(SoldGoods.NOT_STATED)),
                would -> context.text("correct.void.asks", number, context.format(would.amount()))
                        + voided(would, goods, "correct.void.goods.asks"),
                did -> context.text("correct.void.done", number, context.format(did.amount()))
                        + voided(did, goods, "correct.void.goods.done"));
        open(prompt, goods.map(CorrectionFields.class::cast), () -> new Component[0]);
    }

    /** Whether something was sold with a receipt that has not been corrected since. */
    private boolean hasGoods(ReceiptNumber receipt, LocalDate date) {
        try {
            corrections.preview(
                    new CorrectionRequest.VoidReceipt(RequestKey.fresh(), context.actor(), receipt, date, ""));
            return false;
        } catch (GoodsNotStatedException e) {
            return true;
        } catch (FeesException e) {
            // the dialog shows any other obstacle
            return false;
        }
    }

    /** What came back is neither outstanding nor credit, so the whole money is accounted for. */
    private String voided(Correction correction, Optional<GoodsFields> goods, String key) {
        return goods.filter(fields -> fields.stated() == SoldGoods.RETURNED)
                .map(back -> " " + context.text(key) + reopened(correction, correction.reopenedTotal()))
                .orElseGet(() -> reopened(correction));
    }

    /**
     * Opens the dialog to refund credit, with the amount and the method; afterwards the slip can be printed.
     *
     * @param payments how cash is rounded
     */
    public void refund(StudentSnapshot student, Money credit, PaymentSettings payments, RefundSlips slips) {
        AtomicReference<RequestKey> sent = new AtomicReference<>();
        RefundFields fields = new RefundFields(context, credit, payments);
        CorrectionPrompt wish = new CorrectionPrompt(
                context.text("correct.refund"),
                context.today(),
                true,
                (key, day, reason, confirmed) -> {
                    sent.set(key);
                    return new CorrectionRequest.Refund(
                            key,
                            context.actor(),
                            student.number(),
                            fields.amount(),
                            fields.method(),
                            fields.reference(),
                            day,
                            reason,
                            confirmed);
                },
                would -> context.text(
                        "correct.refund.asks",
                        context.format(would.amount()),
                        student.spokenName(),
                        context.format(fields.left(would.amount()))),
                did -> context.text("correct.refund.done", context.format(did.amount()), student.spokenName()));
        open(wish, Optional.of(fields), () -> slips.of(sent.get()).stream().toArray(Component[]::new));
    }

    /**
     * Opens the dialog to move credit to another account.
     *
     * @param siblings those to choose from; any other account is entered by its number
     */
    public void move(StudentSnapshot student, Money credit, List<StudentSnapshot> siblings) {
        MoveFields fields = new MoveFields(context, credit, siblings);
        CorrectionPrompt wish = new CorrectionPrompt(
                context.text("correct.move"),
                context.today(),
                true,
                (key, day, reason, confirmed) -> new CorrectionRequest.MoveCredit(
                        key, context.actor(), student.number(), fields.to(), fields.amount(), day, reason, confirmed),
                would -> context.text(
                        "correct.move.asks",
                        context.format(fields.amount()),
                        student.spokenName(),
                        fields.who(),
                        context.format(credit.minus(fields.amount()))),
                did -> context.text(
                        "correct.move.done", context.format(fields.amount()), student.spokenName(), fields.who()));
        open(wish, Optional.of(fields), () -> new Component[0]);
    }

    /**
     * Opens the dialog of a correction.
     *
     * @param more its further fields
     * @param afterwards the links to show with the result
     */
    void open(CorrectionPrompt wish, Optional<CorrectionFields> more, Supplier<Component[]> afterwards) {
        CorrectionDialog.Ending ending = (done, sentence) -> {
            if (done) {
                ended(sentence, afterwards.get());
            } else {
                ended(false, sentence);
            }
        };
        new CorrectionDialog(context, corrections, wish, more, ending).open();
    }

    private void open(CorrectionPrompt wish) {
        new CorrectionDialog(context, corrections, wish, Optional.empty(), this::ended).open();
    }

    private void ended(boolean done, String sentence) {
        if (done) {
            ended(sentence);
        } else {
            changed.run();
            notice.showProblem(sentence);
        }
    }

    private void ended(String sentence, Component... actions) {
        changed.run();
        notice.showSuccess(sentence, actions);
    }

    /** The date to propose: today, or the date of the corrected entry if that is later. */
    LocalDate from(LocalDate date) {
        return date.isAfter(context.today()) ? date : context.today();
    }

    static LocalDate day(UserContext context, JournalEntry entry) {
        return entry.date().orElse(context.today());
    }

    static String who(JournalEntry entry) {
        return entry.student().map(StudentSnapshot::spokenName).orElse("–");
    }

    /** The amount that is no longer owed, as a positive number. */
    private String owed(Correction correction) {
        return context.format(correction.amount().negated());
    }

    private String toCredit(Correction correction) {
        return correction.toCredit().isPositive()
                ? " " + context.text("correct.to-credit", context.format(correction.toCredit()))
                : "";
    }

    /** The charges that become outstanding again, and the effect on the credit. */
    private String reopened(Correction correction) {
        return reopened(correction, correction.amount());
    }

    /** @param payment the money of the payment that is void */
    String reopened(Correction correction, Money payment) {
        Money lost = payment.minus(correction.reopenedTotal());
        StringBuilder sentences = new StringBuilder();
        if (correction.reopened() > 0) {
            sentences
                    .append(' ')
                    .append(context.text(
                            "correct.reopens", correction.reopened(), context.format(correction.reopenedTotal())));
        }
        if (!correction.otherReceipts().isEmpty()) {
            sentences
                    .append(' ')
                    .append(context.text(
                            "correct.other-receipts",
                            correction.otherReceipts().size(),
                            correction.otherReceipts().stream()
                                    .map(ReceiptNumber::toString)
                                    .collect(Collectors.joining(", "))));
        }
        if (lost.isPositive()) {
            sentences.append(' ').append(context.text("correct.credit-less", context.format(lost)));
        } else if (lost.isNegative()) {
            sentences.append(' ').append(context.text("correct.credit-more", context.format(lost.negated())));
        }
        return sentences.toString();
    }
}
