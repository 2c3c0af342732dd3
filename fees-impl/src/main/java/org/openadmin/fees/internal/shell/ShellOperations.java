package org.openadmin.fees.internal.shell;

import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.audit.AuditOperation;

/** What the commands that change something do, for the audit log. */
final class ShellOperations {

    private static final Map<String, AuditOperation> OPERATIONS = Map.ofEntries(
            Map.entry("fees:pay", AuditOperation.PAYMENT),
            Map.entry("fees:sell", AuditOperation.PAYMENT),
            Map.entry("fees:class-payment", AuditOperation.CLASS_PAYMENT),
            Map.entry("fees:assess", AuditOperation.ASSESS),
            Map.entry("fees:undo", AuditOperation.UNDO),
            Map.entry("fees:catch-up", AuditOperation.ASSESS),
            Map.entry("fees:cancel", AuditOperation.REVERSE),
            Map.entry("fees:waive", AuditOperation.WAIVE),
            Map.entry("fees:split", AuditOperation.SPLIT),
            Map.entry("fees:void", AuditOperation.VOID),
            Map.entry("fees:bounce", AuditOperation.RETURN),
            Map.entry("fees:refund", AuditOperation.REFUND),
            Map.entry("fees:move", AuditOperation.MOVE_CREDIT),
            Map.entry("fees:cash-up", AuditOperation.COUNT_CASH),
            Map.entry("fees:deposit", AuditOperation.DEPOSIT),
            Map.entry("fees:predefined-add", AuditOperation.ADD_FEE),
            Map.entry("fees:predefined-remove", AuditOperation.REMOVE_FEE),
            Map.entry("fees:note-add", AuditOperation.ADD_NOTE),
            Map.entry("fees:note-remove", AuditOperation.TAKE_DOWN_NOTE),
            Map.entry("fees:transfer", AuditOperation.TRANSFER),
            Map.entry("fees:payer-add", AuditOperation.ADD_PAYER),
            Map.entry("fees:cover", AuditOperation.ADD_COVER),
            Map.entry("fees:payer-change", AuditOperation.CHANGE_PAYER),
            Map.entry("fees:import", AuditOperation.IMPORT),
            Map.entry("fees:import-undo", AuditOperation.UNDO_IMPORT),
            Map.entry("fees:claim", AuditOperation.CLAIM),
            Map.entry("fees:post", AuditOperation.POST),
            Map.entry("fees:close", AuditOperation.CLOSE),
            Map.entry("fees:reopen", AuditOperation.REOPEN),
            Map.entry("fees:invoices", AuditOperation.PRINT_INVOICES),
            Map.entry("fees:reminders", AuditOperation.PRINT_REMINDERS),
            Map.entry("fees:email-receipt", AuditOperation.EMAIL_RECEIPT),
            Map.entry("fees:email-invoices", AuditOperation.EMAIL_INVOICES));

    private ShellOperations() {}

    /** The operation of a command such as {@code fees:pay}; empty if it changes nothing. */
    static Optional<AuditOperation> of(String command) {
        return Optional.ofNullable(OPERATIONS.get(command));
    }
}
