package org.openadmin.fees.reports.internal.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;

/** An audit log with a payment and a refused removal. */
final class TwoAuditLines implements AuditLog {

    static final RequestKey KEY = RequestKey.parse("3f8c1d5e-0000-4000-8000-000000000001");

    @Override
    public List<AuditEntry> entries(Actor reader, AuditQuery query, Page page) {
        throw new UnsupportedOperationException("exports read the whole log");
    }

    @Override
    public long count(Actor reader, AuditQuery query) {
        throw new UnsupportedOperationException("no export counts lines");
    }

    @Override
    public void forEach(Actor reader, AuditQuery query, Consumer<AuditEntry> use) {
        use.accept(new AuditEntry(
                8,
                Instant.parse("2026-09-08T14:06:00Z"),
                "=ann",
                AuditOperation.REMOVE_FEE,
                Optional.of(new AuditSubject(Kind.FEE, 3)),
                Optional.empty(),
                Optional.empty(),
                AuditOutcome.REFUSED,
                "predefined-fee-in-use"));
        use.accept(new AuditEntry(
                7,
                Instant.parse("2026-09-08T14:05:00Z"),
                "anna",
                AuditOperation.PAYMENT,
                Optional.of(new AuditSubject(Kind.STUDENT, 180)),
                Optional.of(new AuditSubject(Kind.RECEIPT, 12)),
                Optional.of(KEY),
                AuditOutcome.DONE,
                ""));
    }
}
