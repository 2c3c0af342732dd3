package org.openadmin.fees.internal.corrections;

import java.util.Arrays;
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
import org.openadmin.fees.api.journal.EntryKind;

/** The types of corrections, each with its word in the record of corrections and the kind of the rows that it adds. */
public enum CorrectionType {
    CANCEL("cancel", EntryKind.REVERSAL),
    UNDO("undo", EntryKind.REVERSAL),
    /** Also splits the charge, if a part of it is waived. */
    WAIVE("waive", EntryKind.WAIVER),
    SPLIT("split", EntryKind.SPLIT),
    PUT_TOGETHER("together", EntryKind.SPLIT),
    VOID("void", EntryKind.VOID),
    /** Also charges a fee. */
    RETURN("return", EntryKind.VOID),
    /** Also reverses the fee. */
    UNDO_RETURN("unreturn", EntryKind.PAYMENT),
    REFUND("refund", EntryKind.REFUND),
    MOVE("move", EntryKind.MOVE),
    /** Also charges the payer. */
    TRANSFER("transfer", EntryKind.TRANSFER),
    TAKE_BACK("takeback", EntryKind.TRANSFER),
    /** A cover run, which also splits charges. It has no request here, see {@code Covers}. */
    COVER_RUN("cover", EntryKind.TRANSFER),
    UNDO_COVER_RUN("uncover", EntryKind.TRANSFER);

    private final String code;
    private final EntryKind kind;

    CorrectionType(String code, EntryKind kind) {
        this.code = code;
        this.kind = kind;
    }

    public String code() {
        return code;
    }

    public EntryKind kind() {
        return kind;
    }

    /** The type with this word. */
    public static CorrectionType of(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A correction of an unknown type: " + code));
    }

    public static CorrectionType of(CorrectionRequest request) {
        if (request instanceof Cancel) {
            return CANCEL;
        }
        if (request instanceof Undo) {
            return UNDO;
        }
        if (request instanceof Waive) {
            return WAIVE;
        }
        if (request instanceof Split) {
            return SPLIT;
        }
        if (request instanceof PutTogether) {
            return PUT_TOGETHER;
        }
        if (request instanceof ReturnPayment) {
            return RETURN;
        }
        if (request instanceof UndoReturn) {
            return UNDO_RETURN;
        }
        if (request instanceof MoveCredit) {
            return MOVE;
        }
        if (request instanceof Transfer) {
            return TRANSFER;
        }
        if (request instanceof TakeBack) {
            return TAKE_BACK;
        }
        return request instanceof VoidReceipt ? VOID : REFUND;
    }

    /** The number of the charge, assessment, receipt or student that a request is about. */
    public static long subject(CorrectionRequest request) {
        if (request instanceof Cancel cancel) {
            return cancel.charge().value();
        }
        if (request instanceof Undo undo) {
            return undo.batch().value();
        }
        if (request instanceof Waive waive) {
            return waive.charge().value();
        }
        if (request instanceof Split split) {
            return split.charge().value();
        }
        if (request instanceof PutTogether together) {
            return together.charge().value();
        }
        if (request instanceof ReturnPayment returned) {
            return returned.receipt().value();
        }
        if (request instanceof UndoReturn undone) {
            return undone.receipt().value();
        }
        if (request instanceof MoveCredit move) {
            return move.from().journalNumber();
        }
        if (request instanceof Transfer transfer) {
            return transfer.charge().value();
        }
        if (request instanceof TakeBack back) {
            return back.charge().value();
        }
        return request instanceof VoidReceipt voided
                ? voided.receipt().value()
                : ((Refund) request).student().journalNumber();
    }
}
