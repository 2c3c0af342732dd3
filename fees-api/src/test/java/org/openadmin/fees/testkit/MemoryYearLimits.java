package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.YearLimit;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.spi.Settings;

/** The limits of fees, and what students were charged of these in a school year. */
final class MemoryYearLimits {

    private final MemoryLedger ledger;
    private final MemorySplits splits;
    private final MemoryCatalogue catalogue;
    private final Supplier<Settings> settings;

    MemoryYearLimits(MemoryLedger ledger, MemorySplits splits, MemoryCatalogue catalogue, Supplier<Settings> settings) {
        this.ledger = ledger;
        this.splits = splits;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** The limit of a student, with what was charged so far; empty if the fee has none. */
    Optional<YearLimit> of(AccountNumber student, String fee, LocalDate day) {
        return catalogue.yearLimit(fee).map(limit -> new YearLimit(limit, charged(student, fee, day)));
    }

    private Money charged(AccountNumber student, String fee, LocalDate day) {
        CollectionPeriod year = CollectionPeriod.schoolYear(day);
        return ledger.rows(student).stream()
                .filter(row -> row.kind() == EntryKind.CHARGE)
                .filter(row -> row.links().origin().isEmpty())
                .filter(row -> row.name().equalsIgnoreCase(fee))
                .filter(row -> year.includes(row.date()))
                .flatMap(splits::withParts)
                .filter(this::counts)
                .map(JournalEntry::total)
                .reduce(Money.zero(settings.get().currency()), Money::plus);
    }

    private boolean counts(JournalEntry charge) {
        return charge.settledBy().stream()
                .mapToObj(ledger::row)
                .flatMap(Optional::stream)
                .noneMatch(by -> by.kind() == EntryKind.SPLIT || by.kind() == EntryKind.REVERSAL);
    }
}
