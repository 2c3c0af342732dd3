package org.openadmin.fees.internal.journal;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.internal.journal.JournalPageQueries.Chunk;
import org.openadmin.fees.internal.journal.JournalPageQueries.Place;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The journal, a page at a time. */
@Component
public final class JpaJournal implements Journal {

    private static final int CHUNK_SIZE = 1_000;

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaJournal(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public List<JournalEntry> entries(Actor reader, JournalQuery query, Page page) {
        reader.require(Role.VIEW);
        Function<EntityManager, List<JournalEntry>> entries = em ->
                new JournalPageQueries(em, settings.current().currency()).entries(query, page.offset(), page.limit());
        List<JournalEntry> found = JournalPageQueries.isDeep(query, page.offset())
                ? transactions.readAtOneMoment(entries)
                : transactions.read(entries);
        return found.stream().map(entry -> entry.shownTo(reader)).toList();
    }

    @Override
    public JournalTotals totals(Actor reader, JournalQuery query) {
        reader.require(Role.VIEW);
        return new JournalTotalsQueries(transactions, settings.current().currency()).of(query);
    }

    @Override
    public void forEach(Actor reader, JournalQuery query, Consumer<JournalEntry> each) {
        reader.require(Role.VIEW);
        forEach(reader, query, (em, entries) -> entries, each);
    }

    @Override
    public void forEach(Actor reader, YearMonth month, Consumer<JournalEntry> each) {
        reader.require(Role.VIEW);
        JournalQuery dated = JournalQuery.everything()
                .between(month.atDay(1), month.atEndOfMonth())
                .orderedBy(Order.DATE, true);
        forEach(reader, dated, (em, entries) -> new SettlementDayQueries(em, month.atEndOfMonth()).of(entries), each);
    }

    /** Each chunk is read completely before its rows are passed on, so no row is passed on twice if the read is repeated. */
    private void forEach(
            Actor reader,
            JournalQuery query,
            BiFunction<EntityManager, List<JournalEntry>, List<JournalEntry>> shown,
            Consumer<JournalEntry> each) {
        Optional<Place> place = Optional.empty();
        do {
            Optional<Place> after = place;
            Chunk chunk = transactions.read(em -> {
                Chunk read = new JournalPageQueries(em, settings.current().currency()).chunk(query, after, CHUNK_SIZE);
                return new Chunk(shown.apply(em, read.entries()), read.end());
            });
            chunk.entries().forEach(entry -> each.accept(entry.shownTo(reader)));
            place = chunk.end();
        } while (place.isPresent());
    }
}
