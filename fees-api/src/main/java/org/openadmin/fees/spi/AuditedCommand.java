package org.openadmin.fees.spi;

import java.util.Locale;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.catchup.DismissRequest;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.SendBackRequest;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.api.notes.NoteRequest;
import org.openadmin.fees.api.notes.TakeDownRequest;
import org.openadmin.fees.api.payers.AddCoverRequest;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.CoverRunRequest;
import org.openadmin.fees.api.payers.EndCoverRequest;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.PaidPart;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.VerifyDepositRequest;

/** What the audit log records of a command: who, what and about what, by numbers. Nothing else of a request is in the log. */
public record AuditedCommand(
        AuditOperation operation, Actor actor, Optional<RequestKey> key, Optional<AuditSubject> subject) {

    private static final String EXCEPTION = "Exception$";

    public static AuditedCommand of(PaymentRequest request) {
        return keyed(AuditOperation.PAYMENT, request.actor(), request.key(), account(request.student()));
    }

    public static AuditedCommand of(FamilyPaymentRequest request) {
        return keyed(AuditOperation.PAYMENT, request.actor(), request.key(), account(request.first()));
    }

    public static AuditedCommand of(ClassPaymentRequest request) {
        return new AuditedCommand(
                AuditOperation.CLASS_PAYMENT, request.actor(), Optional.of(request.key()), Optional.empty());
    }

    public static AuditedCommand of(AssessmentRequest request) {
        return new AuditedCommand(
                AuditOperation.ASSESS,
                request.actor(),
                Optional.of(request.key()),
                request.draft().predefined().map(AuditedCommand::fee));
    }

    public static AuditedCommand of(DismissRequest request) {
        return keyed(
                AuditOperation.DISMISS,
                request.actor(),
                request.key(),
                new AuditSubject(Kind.ASSESSMENT, request.batch().value()));
    }

    public static AuditedCommand of(CorrectionRequest request) {
        if (request instanceof Cancel cancel) {
            return of(
                    AuditOperation.REVERSE,
                    request,
                    new AuditSubject(Kind.CHARGE, cancel.charge().value()));
        }
        if (request instanceof Waive waive) {
            return of(
                    AuditOperation.WAIVE,
                    request,
                    new AuditSubject(Kind.CHARGE, waive.charge().value()));
        }
        if (request instanceof Split split) {
            return of(
                    AuditOperation.SPLIT,
                    request,
                    new AuditSubject(Kind.CHARGE, split.charge().value()));
        }
        if (request instanceof PutTogether together) {
            return of(
                    AuditOperation.PUT_TOGETHER,
                    request,
                    new AuditSubject(Kind.CHARGE, together.charge().value()));
        }
        if (request instanceof Undo undo) {
            return of(
                    AuditOperation.UNDO,
                    request,
                    new AuditSubject(Kind.ASSESSMENT, undo.batch().value()));
        }
        if (request instanceof VoidReceipt voiding) {
            return of(
                    AuditOperation.VOID,
                    request,
                    new AuditSubject(Kind.RECEIPT, voiding.receipt().value()));
        }
        if (request instanceof ReturnPayment returned) {
            return of(
                    AuditOperation.RETURN,
                    request,
                    new AuditSubject(Kind.RECEIPT, returned.receipt().value()));
        }
        if (request instanceof UndoReturn undone) {
            return of(
                    AuditOperation.UNDO_RETURN,
                    request,
                    new AuditSubject(Kind.RECEIPT, undone.receipt().value()));
        }
        if (request instanceof MoveCredit move) {
            return of(AuditOperation.MOVE_CREDIT, request, account(move.from()));
        }
        if (request instanceof Transfer transfer) {
            return of(
                    AuditOperation.TRANSFER,
                    request,
                    new AuditSubject(Kind.CHARGE, transfer.charge().value()));
        }
        if (request instanceof TakeBack back) {
            return of(
                    AuditOperation.TAKE_BACK,
                    request,
                    new AuditSubject(Kind.CHARGE, back.charge().value()));
        }
        return of(AuditOperation.REFUND, request, account(((Refund) request).student()));
    }

    /** The split of a charge of which a payment pays a part; its key is {@linkplain RequestKey#derived derived} from that of the payment. */
    public static AuditedCommand splitting(PaymentRequest request, PaidPart part) {
        return keyed(
                AuditOperation.SPLIT,
                request.actor(),
                splitKey(request),
                new AuditSubject(Kind.CHARGE, part.charge().value()));
    }

    /** The key of the split that a payment makes. */
    public static RequestKey splitKey(PaymentRequest request) {
        return request.key().derived("split");
    }

    private static AuditedCommand of(AuditOperation operation, CorrectionRequest request, AuditSubject subject) {
        return keyed(operation, request.actor(), request.key(), subject);
    }

    public static AuditedCommand of(FeeCatalogue.AddRequest request) {
        return new AuditedCommand(
                AuditOperation.ADD_FEE, request.actor(), Optional.of(request.key()), Optional.empty());
    }

    public static AuditedCommand removing(Actor actor, PredefinedFeeId id) {
        return new AuditedCommand(AuditOperation.REMOVE_FEE, actor, Optional.empty(), Optional.of(fee(id)));
    }

    public static AuditedCommand of(InvoiceRequest request, Channel channel) {
        AuditOperation operation =
                switch (channel) {
                    case EMAIL ->
                        request.isOfReminders() ? AuditOperation.EMAIL_REMINDERS : AuditOperation.EMAIL_INVOICES;
                    case PRINT ->
                        request.isOfReminders() ? AuditOperation.PRINT_REMINDERS : AuditOperation.PRINT_INVOICES;
                };
        return new AuditedCommand(operation, request.actor(), Optional.of(request.key()), Optional.empty());
    }

    public static AuditedCommand of(ReceiptMailRequest request) {
        return keyed(
                switch (request.document()) {
                    case RECEIPT -> AuditOperation.EMAIL_RECEIPT;
                    case RETURN_LETTER -> AuditOperation.EMAIL_RETURN_LETTER;
                },
                request.actor(),
                request.key(),
                new AuditSubject(Kind.RECEIPT, request.receipt().value()));
    }

    public static AuditedCommand stopping(Actor actor, RunNumber number) {
        return new AuditedCommand(AuditOperation.STOP_RUN, actor, Optional.empty(), Optional.of(run(number)));
    }

    public static AuditedCommand of(ClosingRequest request) {
        AuditOperation operation =
                request instanceof ClosingRequest.Close ? AuditOperation.CLOSE : AuditOperation.REOPEN;
        return new AuditedCommand(operation, request.actor(), Optional.of(request.key()), Optional.empty());
    }

    public static AuditedCommand of(CountRequest request) {
        return new AuditedCommand(
                AuditOperation.COUNT_CASH, request.actor(), Optional.of(request.key()), Optional.empty());
    }

    public static AuditedCommand of(DepositRequest request) {
        return new AuditedCommand(
                AuditOperation.DEPOSIT, request.actor(), Optional.of(request.key()), Optional.empty());
    }

    public static AuditedCommand of(CounterDepositRequest request) {
        return keyed(AuditOperation.COUNTER_DEPOSIT, request.actor(), request.key(), deposit(request.deposit()));
    }

    public static AuditedCommand of(VerifyDepositRequest request) {
        return keyed(AuditOperation.VERIFY_DEPOSIT, request.actor(), request.key(), deposit(request.deposit()));
    }

    public static AuditedCommand of(PostingRequest request) {
        return new AuditedCommand(AuditOperation.POST, request.actor(), Optional.of(request.key()), Optional.empty());
    }

    public static AuditedCommand of(NoteRequest request) {
        return keyed(AuditOperation.ADD_NOTE, request.actor(), request.key(), account(request.account()));
    }

    public static AuditedCommand of(TakeDownRequest request) {
        return keyed(
                AuditOperation.TAKE_DOWN_NOTE,
                request.actor(),
                request.key(),
                new AuditSubject(Kind.NOTE, request.note().value()));
    }

    public static AuditedCommand of(AddPayerRequest request) {
        return new AuditedCommand(
                AuditOperation.ADD_PAYER, request.actor(), Optional.of(request.key()), Optional.empty());
    }

    public static AuditedCommand of(ChangePayerRequest request) {
        return keyed(AuditOperation.CHANGE_PAYER, request.actor(), request.key(), account(request.payer()));
    }

    public static AuditedCommand of(ImportRequest request) {
        return new AuditedCommand(AuditOperation.IMPORT, request.actor(), Optional.of(request.key()), Optional.empty());
    }

    public static AuditedCommand of(UndoImportRequest request) {
        return keyed(
                AuditOperation.UNDO_IMPORT,
                request.actor(),
                request.key(),
                new AuditSubject(Kind.IMPORT, request.number().value()));
    }

    public static AuditedCommand of(ClaimRequest request) {
        return keyed(AuditOperation.CLAIM, request.actor(), request.key(), line(request.line()));
    }

    public static AuditedCommand of(SendBackRequest request) {
        return keyed(AuditOperation.SEND_BACK, request.actor(), request.key(), line(request.line()));
    }

    private static AuditSubject line(BankLineNumber number) {
        return new AuditSubject(Kind.LINE, number.value());
    }

    public static AuditedCommand of(AddCoverRequest request) {
        return keyed(
                AuditOperation.ADD_COVER,
                request.actor(),
                request.key(),
                account(request.terms().student()));
    }

    public static AuditedCommand of(EndCoverRequest request) {
        return keyed(
                AuditOperation.END_COVER,
                request.actor(),
                request.key(),
                new AuditSubject(Kind.COVER, request.cover().value()));
    }

    public static AuditedCommand of(CoverRunRequest request) {
        return new AuditedCommand(
                AuditOperation.COVER_RUN,
                request.actor(),
                Optional.of(request.key()),
                request.payer().map(AuditedCommand::account));
    }

    public static AuditedCommand of(UndoCoverRunRequest request) {
        return keyed(
                AuditOperation.UNDO_COVER_RUN,
                request.actor(),
                request.key(),
                new AuditSubject(Kind.COVER_RUN, request.run().value()));
    }

    /** A command that was refused before its request was read. */
    public static AuditedCommand unread(AuditOperation operation, Actor actor) {
        return new AuditedCommand(operation, actor, Optional.empty(), Optional.empty());
    }

    private static AuditedCommand keyed(AuditOperation operation, Actor actor, RequestKey key, AuditSubject subject) {
        return new AuditedCommand(operation, actor, Optional.of(key), Optional.of(subject));
    }

    private static AuditSubject account(AccountNumber number) {
        return new AuditSubject(
                number instanceof PayerNumber ? Kind.PAYER : Kind.STUDENT, Math.abs((long) number.journalNumber()));
    }

    private static AuditSubject run(RunNumber number) {
        return new AuditSubject(Kind.RUN, number.value());
    }

    private static AuditSubject deposit(DepositNumber number) {
        return new AuditSubject(Kind.DEPOSIT, number.value());
    }

    private static AuditSubject fee(PredefinedFeeId id) {
        return new AuditSubject(Kind.FEE, id.value());
    }

    /** The name of the user as in the log, see {@link AuditEntry#user()}. */
    public String user() {
        return user(actor.name());
    }

    /** A name as in the log. */
    public static String user(String name) {
        String visible = VisibleText.of(name);
        return visible.length() <= AuditEntry.MAX_USER_LENGTH
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, codePoints(visible)));
    }

    /** The number of characters that fit, without half of a pair. */
    private static int codePoints(String visible) {
        int end = AuditEntry.MAX_USER_LENGTH;
        return visible.codePointCount(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end);
    }

    /** The reason as in the log, see {@link AuditEntry#reason()}: {@code not-enough-money} for {@code NotEnoughMoneyException}. */
    public static String reason(FeesException refusal) {
        return refusal.getClass()
                .getSimpleName()
                .replaceFirst(EXCEPTION, "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
