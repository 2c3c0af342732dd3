package org.openadmin.fees.testkit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.Settings;

/** The rows of a month, grouped by kind and fee, or by kind and payment method. */
final class MemoryMonths implements MonthSummaries {

    /** The kinds with one line for all rows, or for those of a method. */
    private static final Set<EntryKind> MONEY =
            EnumSet.complementOf(EnumSet.of(EntryKind.CHARGE, EntryKind.REVERSAL, EntryKind.WAIVER, EntryKind.OTHER));

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind)
            .thenComparing(Key::fee)
            .thenComparing(key -> key.method().map(Enum::ordinal).orElse(Integer.MAX_VALUE));

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final Supplier<Settings> settings;
    private final Function<YearMonth, Optional<MonthSummary>> closed;
    private final MemoryCalls calls;

    /** @param closed the summaries of closed months */
    MemoryMonths(
            MemoryLedger ledger,
            MemoryBooks books,
            Supplier<Settings> settings,
            Function<YearMonth, Optional<MonthSummary>> closed,
            MemoryCalls calls) {
        this.ledger = ledger;
        this.books = books;
        this.settings = settings;
        this.closed = closed;
        this.calls = calls;
    }

    /** @param fee the name of the fee in lower case; empty for money */
    private record Key(EntryKind kind, String fee, Optional<PaymentMethod> method) {

        /** @param kind the kind of the act that the row belongs to */
        static Key of(EntryKind kind, JournalEntry row) {
            return MONEY.contains(kind)
                    ? new Key(kind, "", kind.rearranges() ? Optional.empty() : row.method())
                    : new Key(kind, row.name().strip().toLowerCase(Locale.ROOT), Optional.empty());
        }
    }

    @Override
    public MonthSummary of(Actor reader, YearMonth month) {
        reader.require(Role.VIEW);
        calls.query(MonthSummaries.class);
        return closed.apply(Dates.requireMonth(month)).orElseGet(() -> current(month));
    }

    /** The summary of the rows as they are. */
    MonthSummary current(YearMonth month) {
        List<JournalEntry> rows = ledger.rows().stream()
                .filter(row -> row.date().map(YearMonth::from).equals(Optional.of(month)))
                .sorted(Comparator.comparing(JournalEntry::kind).thenComparing(JournalEntry::name))
                .toList();
        List<String> taxNames = taxNames(rows);
        List<Line> lines = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Key.of(ledger.act(row), row), () -> new TreeMap<>(ORDER), Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> line(group.getKey(), group.getValue(), taxNames))
                .toList();
        return new MonthSummary(month, taxNames, lines, rows.size(), books.sum(rows));
    }

    private List<String> taxNames(List<JournalEntry> rows) {
        List<String> names = new ArrayList<>(settings.get().taxNames());
        rows.stream()
                .flatMap(row -> taxes(row).stream())
                .map(Tax::name)
                .filter(name -> names.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(names::add);
        return names.stream().distinct().toList();
    }

    private Line line(Key key, List<JournalEntry> rows, List<String> taxNames) {
        Settings current = settings.get();
        String name =
                switch (key.kind()) {
                    case PAYMENT, ON_ACCOUNT -> MemoryWords.payment(current.locale());
                    case VOID -> MemoryWords.voided(current.locale());
                    case REFUND -> MemoryWords.refund(current.locale());
                    case ROUNDING -> MemoryWords.rounding(current.locale());
                    case SPLIT -> MemoryWords.split(current.locale());
                    case TRANSFER -> MemoryWords.transfer(current.locale());
                    case MOVE -> MemoryWords.move(current.locale());
                    case OPENING -> MemoryWords.opening(current.locale());
                    case CHARGE, REVERSAL, WAIVER, OTHER -> rows.get(0).name().strip();
                };
        Map<String, Money> taxes = new TreeMap<>();
        rows.stream().flatMap(row -> taxes(row).stream()).forEach(tax -> taxNames.stream()
                .filter(tax.name()::equalsIgnoreCase)
                .forEach(spelled -> taxes.merge(spelled, tax.amount(), Money::plus)));
        taxes.values().removeIf(Money::isZero);
        return new Line(
                key.kind(),
                name,
                key.method(),
                current.accounts().of(key.kind(), name, key.method()),
                rows.size(),
                rows.stream().map(this::subtotal).reduce(books.zero(), Money::plus),
                taxes,
                books.sum(rows));
    }

    /** The total without the taxes. */
    private Money subtotal(JournalEntry row) {
        return taxes(row).stream().map(Tax::amount).reduce(row.total(), Money::minus);
    }

    /** The taxes of a charge; the same for a row that reverses, waives, splits or transfers it, with the sign of its total. */
    private List<Tax> taxes(JournalEntry row) {
        if (row.kind() == EntryKind.CHARGE) {
            return row.taxes().stream().filter(tax -> !tax.amount().isZero()).toList();
        }
        OptionalLong charge =
                switch (row.kind()) {
                    case REVERSAL, WAIVER -> row.reverses();
                    case SPLIT, TRANSFER -> row.links().origin();
                    default -> OptionalLong.empty();
                };
        if (charge.isEmpty()) {
            return List.of();
        }
        return ledger.row(charge.getAsLong()).stream()
                .flatMap(settled -> taxes(settled).stream()
                        .map(tax -> row.total().equals(settled.total())
                                ? tax
                                : new Tax(tax.name(), tax.amount().negated())))
                .toList();
    }
}
