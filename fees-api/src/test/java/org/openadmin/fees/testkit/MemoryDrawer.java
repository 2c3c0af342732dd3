package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.drawer.Drawer;
import org.openadmin.fees.api.drawer.DrawerMovement;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;

/** The money received and paid out, day by day. */
final class MemoryDrawer implements Drawer {

    private static final Set<EntryKind> OUT = EnumSet.of(EntryKind.VOID, EntryKind.REFUND);

    private final MemoryLedger ledger;
    private final MemoryCalls calls;

    MemoryDrawer(MemoryLedger ledger, MemoryCalls calls) {
        this.ledger = ledger;
        this.calls = calls;
    }

    @Override
    public List<DrawerMovement> movements(Actor reader, LocalDate day) {
        reader.require(Role.VIEW);
        calls.query(Drawer.class);
        return ledger.rows().stream()
                .filter(row -> row.date().equals(Optional.of(day)))
                .filter(row -> row.kind().isReceipt() || OUT.contains(row.kind()))
                .sorted(Comparator.comparingInt(MemoryDrawer::group)
                        .thenComparingLong(row ->
                                row.receipt().map(number -> number.value()).orElse(0L))
                        .thenComparingLong(JournalEntry::id))
                .map(row -> movement(row, day))
                .toList();
    }

    /** Receipts, then receipts without a number, then money out. */
    private static int group(JournalEntry row) {
        if (!row.kind().isReceipt()) {
            return 2;
        }
        return row.receipt().isPresent() ? 0 : 1;
    }

    private DrawerMovement movement(JournalEntry row, LocalDate day) {
        Optional<JournalEntry> voided =
                find(row.reverses()).filter(other -> other.kind().isReceipt());
        return new DrawerMovement(
                row.id(),
                row.kind(),
                row.student(),
                day,
                row.total().negated(),
                row.method(),
                row.reference(),
                row.kind().isReceipt() ? "" : row.description(),
                row.recordedBy(),
                row.receipt().or(() -> voided.flatMap(JournalEntry::receipt)),
                find(row.voidedBy()).flatMap(JournalEntry::date),
                voided.flatMap(JournalEntry::date));
    }

    private Optional<JournalEntry> find(OptionalLong id) {
        return id.isPresent() ? ledger.row(id.getAsLong()) : Optional.empty();
    }
}
