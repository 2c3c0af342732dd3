package org.openadmin.fees.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;

/** The refunds, by number and by the key of their request. */
final class MemoryRefunds implements Refunds {

    private final MemoryLedger ledger;
    private final MemoryCalls calls;
    private final Map<RequestKey, Long> rows = new ConcurrentHashMap<>();

    MemoryRefunds(MemoryLedger ledger, MemoryCalls calls) {
        this.ledger = ledger;
        this.calls = calls;
    }

    /** Remembers the row of a refund. */
    void paidOut(RequestKey key, long row) {
        rows.put(key, row);
    }

    @Override
    public Optional<JournalEntry> refund(Actor reader, RefundNumber number) {
        reader.require(Role.VIEW);
        calls.query(Refunds.class);
        return ledger.row(number.value())
                .filter(row -> row.kind() == EntryKind.REFUND && row.student().isPresent());
    }

    @Override
    public Optional<JournalEntry> refund(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        calls.query(Refunds.class);
        return Optional.ofNullable(rows.get(key)).flatMap(ledger::row);
    }
}
