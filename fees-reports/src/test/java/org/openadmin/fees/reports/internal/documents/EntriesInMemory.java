package org.openadmin.fees.reports.internal.documents;

import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;

/** The rows of the sample school's journal that are in a period. */
public record EntriesInMemory(JournalInMemory journal) implements Journal {

    @Override
    public List<JournalEntry> entries(Actor reader, JournalQuery query, Page page) {
        throw new UnsupportedOperationException("no file pages");
    }

    @Override
    public JournalTotals totals(Actor reader, JournalQuery query) {
        throw new UnsupportedOperationException("no file asks");
    }

    @Override
    public void forEach(Actor reader, JournalQuery query, Consumer<JournalEntry> each) {
        journal.entries.stream()
                .filter(entry -> entry.date()
                        .map(date -> query.from()
                                        .map(from -> !date.isBefore(from))
                                        .orElse(true)
                                && query.to().map(to -> !date.isAfter(to)).orElse(true))
                        .orElse(true))
                .forEach(each);
    }
}
