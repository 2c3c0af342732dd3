package org.openadmin.fees.internal.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit log, a page at a time. */
@Component
public final class JpaAuditLog implements AuditLog {

    private static final int CHUNK_SIZE = 1_000;

    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public JpaAuditLog(
            @Reference Transactions transactions, @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<AuditEntry> entries(Actor reader, AuditQuery query, Page page) {
        reader.require(Role.ADMIN);
        return transactions.read(em -> new AuditQueries(em, clock.getZone()).page(query, page.offset(), page.limit()));
    }

    @Override
    public long count(Actor reader, AuditQuery query) {
        reader.require(Role.ADMIN);
        return transactions.read(em -> new AuditQueries(em, clock.getZone()).count(query));
    }

    /** Each chunk is read completely before its lines are passed on, so no line is passed on twice if the read is repeated. */
    @Override
    public void forEach(Actor reader, AuditQuery query, Consumer<AuditEntry> use) {
        reader.require(Role.ADMIN);
        Optional<AuditEntry> last = Optional.empty();
        List<AuditEntry> chunk;
        do {
            Optional<AuditEntry> before = last;
            chunk = transactions.read(em -> new AuditQueries(em, clock.getZone()).after(query, before, CHUNK_SIZE));
            chunk.forEach(use);
            last = chunk.isEmpty() ? Optional.empty() : Optional.of(chunk.get(chunk.size() - 1));
        } while (chunk.size() == CHUNK_SIZE);
    }
}
