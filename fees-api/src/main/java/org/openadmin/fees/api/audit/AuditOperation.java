package org.openadmin.fees.api.audit;

import java.util.Arrays;
import java.util.Optional;

/** What a command does. */
public enum AuditOperation {
    PAYMENT("payment"),
    /** Receives the money of a class; each of its receipts has a line of its own as a payment. */
    CLASS_PAYMENT("class-payment"),
    ASSESS("assess"),
    UNDO("undo"),
    /** Records that students in the group of an assessment are not to be charged. */
    DISMISS("dismiss"),
    REVERSE("reverse"),
    WAIVE("waive"),
    /** Splits a charge into parts. */
    SPLIT("split"),
    /** Puts the parts of a charge together again. */
    PUT_TOGETHER("together"),
    VOID("void"),
    /** Records that the bank returned a payment. */
    RETURN("return"),
    /** Undoes that. */
    UNDO_RETURN("undo-return"),
    REFUND("refund"),
    /** Moves credit from one account to another. */
    MOVE_CREDIT("move"),
    ADD_FEE("add-fee"),
    REMOVE_FEE("remove-fee"),
    /** Starts a run of invoices on paper. */
    PRINT_INVOICES("print-invoices"),
    /** Starts a run of invoices by e-mail. */
    EMAIL_INVOICES("email-invoices"),
    /** Starts a run of reminders on paper. */
    PRINT_REMINDERS("print-reminders"),
    /** Starts a run of reminders by e-mail. */
    EMAIL_REMINDERS("email-reminders"),
    EMAIL_RECEIPT("email-receipt"),
    /** E-mails the letter about a returned payment. */
    EMAIL_RETURN_LETTER("email-return-letter"),
    /** Asks a run of invoices to stop. */
    STOP_RUN("stop-run"),
    /** Closes a month. */
    CLOSE("close"),
    /** Reopens a month. */
    REOPEN("reopen"),
    /** Counts a drawer. */
    COUNT_CASH("count-cash"),
    DEPOSIT("deposit"),
    /** Takes a deposit back, or a part of it. */
    COUNTER_DEPOSIT("counter-deposit"),
    VERIFY_DEPOSIT("verify-deposit"),
    /** Posts the journal to the books. */
    POST("post"),
    /** Writes a note on an account. */
    ADD_NOTE("add-note"),
    /** Takes a note down. */
    TAKE_DOWN_NOTE("take-down-note"),
    /** Transfers a charge to a payer. */
    TRANSFER("transfer"),
    /** Takes a transfer back. */
    TAKE_BACK("takeback"),
    /** Adds a payer. */
    ADD_PAYER("add-payer"),
    /** Changes how a payer is reached. */
    CHANGE_PAYER("change-payer"),
    /** Imports a file. */
    IMPORT("import"),
    /** Undoes an import. */
    UNDO_IMPORT("undo-import"),
    /** Assigns unclaimed money to an account. */
    CLAIM("claim"),
    /** Records that unclaimed money was sent back. */
    SEND_BACK("send-back"),
    /** Adds a cover. */
    ADD_COVER("add-cover"),
    /** Ends a cover. */
    END_COVER("end-cover"),
    /** Transfers what the covers reach. */
    COVER_RUN("cover"),
    /** Undoes that. */
    UNDO_COVER_RUN("uncover"),
    /** A code that this version does not have. */
    OTHER("other");

    private final String code;

    AuditOperation(String code) {
        this.code = code;
    }

    /** The code in the table, in CSV files, in commands and in addresses, such as {@code add-fee}. */
    public String code() {
        return code;
    }

    /** Returns the operation with this code, or empty if there is none. */
    public static Optional<AuditOperation> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
