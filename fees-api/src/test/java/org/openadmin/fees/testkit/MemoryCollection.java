package org.openadmin.fees.testkit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.ChargedStudent;
import org.openadmin.fees.api.collection.ChargedStudents;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectedThen;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.collection.UnknownFeeException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.spi.search.NameOrder;
import org.openadmin.fees.spi.search.NearestNames;

/** Who has paid what, charge by charge. */
final class MemoryCollection implements FeeCollection {

    private static final Comparator<CollectionLine> BY_NAME = Comparator.comparing(
                    (CollectionLine line) -> line.name().isEmpty())
            .thenComparing(CollectionLine::name, new NaturalOrder());

    private final MemoryRoll roll;
    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final FeeCatalogue catalogue;
    private final MemoryCalls calls;
    private final Clock clock;

    MemoryCollection(
            MemoryRoll roll,
            MemoryLedger ledger,
            MemoryBooks books,
            FeeCatalogue catalogue,
            MemoryCalls calls,
            Clock clock) {
        this.clock = clock;
        this.roll = roll;
        this.ledger = ledger;
        this.books = books;
        this.catalogue = catalogue;
        this.calls = calls;
    }

    @Override
    public CollectionReport fees(Actor reader, CollectionPeriod period) {
        query(reader);
        return report(Optional.empty(), charges(period), JournalEntry::name, past(period));
    }

    @Override
    public CollectionReport groups(Actor reader, CollectionQuery query) {
        query(reader);
        return report(
                Optional.of(spelled(query.fee())), charges(query), row -> group(row, query), past(query.period()));
    }

    @Override
    public ChargedStudents students(Actor reader, CollectionQuery query, Optional<String> group) {
        query(reader);
        String fee = spelled(query.fee());
        List<JournalEntry> all = charges(query);
        Optional<MemoryPastDays> past = past(query.period());
        List<String> groups = Stream.concat(
                        all.stream().map(row -> group(row, query)),
                        roll.active().stream().map(student -> of(student.snapshot(), query.by())))
                .toList();
        Optional<String> spelled = group.map(typed -> groups.stream()
                .filter(name -> isSame(name, typed))
                .findFirst()
                .or(() -> typed.isBlank() ? Optional.of("") : Optional.empty())
                .orElseThrow(() -> new UnknownGroupValueException(query.by(), List.of(typed.strip()))));
        Map<Integer, List<JournalEntry>> students = all.stream()
                .filter(row -> spelled.stream().allMatch(name -> isSame(name, group(row, query))))
                .collect(Collectors.groupingBy(
                        row -> row.student().orElseThrow().number().journalNumber()));
        List<ChargedStudent> charged = students.values().stream()
                .map(rows -> new ChargedStudent(
                        student(rows.get(rows.size() - 1), query.groups()), sum(rows, past), known(rows, past)))
                .filter(each -> each.collected().charged().number() > 0)
                .toList();
        return new ChargedStudents(fee, spelled, NameOrder.sorted(charged, each -> NameOrder.of(each.student())));
    }

    private CollectionReport report(
            Optional<String> fee,
            List<JournalEntry> charges,
            Function<JournalEntry, String> name,
            Optional<MemoryPastDays> past) {
        Map<String, List<JournalEntry>> groups = new TreeMap<>();
        charges.forEach(row -> groups.computeIfAbsent(MemoryNames.folded(name.apply(row)), none -> new ArrayList<>())
                .add(row));
        List<CollectionLine> lines = groups.values().stream()
                .map(rows ->
                        new CollectionLine(name.apply(rows.get(rows.size() - 1)), sum(rows, past), known(rows, past)))
                .filter(line -> line.collected().charged().number() > 0)
                .sorted(BY_NAME)
                .toList();
        return CollectionReport.of(fee, lines, books.zero());
    }

    /** Empty for now. */
    private Optional<MemoryPastDays> past(CollectionPeriod period) {
        LocalDate today = LocalDate.now(clock);
        period.asOf().ifPresent(day -> DateNotAllowedException.requireNotAfter(today, day, Limit.AS_OF_AFTER_TODAY));
        return period.asOf().filter(today::isAfter).map(day -> MemoryPastDays.of(ledger, books, day, clock));
    }

    private Collected sum(List<JournalEntry> charges, Optional<MemoryPastDays> past) {
        return charges.stream()
                .map(row -> collected(row, past))
                .reduce(Collected.nothing(books.zero()), Collected::plus);
    }

    private Collected collected(JournalEntry charge, Optional<MemoryPastDays> past) {
        return past.map(day -> isSplit(day.settledBy(charge))
                        ? Collected.nothing(books.zero())
                        : Collected.of(state(charge, day), charge.total()))
                .orElseGet(() -> Collected.of(state(charge), charge.total()));
    }

    private Optional<CollectedThen> known(List<JournalEntry> charges, Optional<MemoryPastDays> past) {
        return past.map(day -> new CollectedThen(
                (int) charges.stream()
                        .filter(row -> !collected(row, past).equals(collectedThen(row, day)))
                        .count(),
                charges.stream()
                        .map(row -> collectedThen(row, day))
                        .reduce(Collected.nothing(books.zero()), Collected::plus)));
    }

    private Collected collectedThen(JournalEntry charge, MemoryPastDays past) {
        return past.wasKnown(charge) && !isSplit(past.wasSettledBy(charge))
                ? Collected.of(known(charge, past), charge.total())
                : Collected.nothing(books.zero());
    }

    private ChargeState known(JournalEntry charge, MemoryPastDays past) {
        OptionalLong by = past.wasSettledBy(charge);
        return by.isPresent() ? settled(by) : ChargeState.OUTSTANDING;
    }

    private ChargeState state(JournalEntry charge, MemoryPastDays past) {
        boolean open =
                past.open(charge.student().orElseThrow().number()).stream().anyMatch(each -> each.id() == charge.id());
        return open ? ChargeState.OUTSTANDING : settled(past.settledBy(charge));
    }

    private ChargeState state(JournalEntry charge) {
        return charge.isOutstanding() ? ChargeState.OUTSTANDING : settled(charge.settledBy());
    }

    private ChargeState settled(OptionalLong row) {
        EntryKind by = ledger.row(row.orElseThrow()).map(JournalEntry::kind).orElse(EntryKind.PAYMENT);
        return switch (by) {
            case REVERSAL -> ChargeState.REVERSED;
            case WAIVER -> ChargeState.WAIVED;
            case TRANSFER -> ChargeState.COVERED;
            default -> ChargeState.PAID;
        };
    }

    /** The charges of a period, in number order, with those that have been split since it was known what they are on a past day. */
    private List<JournalEntry> charges(CollectionPeriod wanted) {
        CollectionPeriod period = wanted.asOf(wanted.asOf().filter(day -> day.isBefore(LocalDate.now(clock))));
        Optional<MemoryPastDays> past = past(period);
        return ledger.rows(EntryKind.CHARGE).stream()
                .filter(row -> isStudents(row) && period.includes(row.date()))
                .filter(row -> !isSplit(past.map(day -> day.settledBy(row)).orElse(row.settledBy()))
                        || past.stream().anyMatch(day -> !isSplit(day.wasSettledBy(row))))
                .toList();
    }

    private static boolean isStudents(JournalEntry row) {
        return row.student()
                .filter(student -> student.number() instanceof StudentNumber)
                .isPresent();
    }

    private boolean isSplit(OptionalLong settledBy) {
        return settledBy.isPresent()
                && ledger.row(settledBy.getAsLong())
                        .filter(by -> by.kind() == EntryKind.SPLIT)
                        .isPresent();
    }

    private List<JournalEntry> charges(CollectionQuery query) {
        return charges(query.period()).stream()
                .filter(row -> isSame(row.name(), query.fee()))
                .toList();
    }

    private StudentSnapshot student(JournalEntry row, GroupDay day) {
        StudentSnapshot recorded = row.student().orElseThrow();
        if (day == GroupDay.CHARGE) {
            return recorded;
        }
        Optional<Student> today = roll.find(recorded.number());
        return today.filter(Student::active)
                .map(Student::snapshot)
                .orElseGet(() -> new StudentSnapshot(
                        recorded.number(),
                        today.map(student -> student.snapshot().name()).orElse(recorded.name()),
                        "",
                        ""));
    }

    private String group(JournalEntry row, CollectionQuery query) {
        return of(student(row, query.groups()), query.by());
    }

    private static String of(StudentSnapshot student, GroupKind by) {
        return by == GroupKind.GRADE ? student.grade() : student.homeroom();
    }

    private String spelled(String fee) {
        return ledger.rows(EntryKind.CHARGE).stream()
                .filter(row -> isStudents(row) && isSame(row.name(), fee))
                .map(JournalEntry::name)
                .reduce((earlier, later) -> later)
                .or(() -> predefined().filter(name -> isSame(name, fee)).findFirst())
                .orElseThrow(() -> new UnknownFeeException(fee, nearest(fee)));
    }

    private List<String> nearest(String fee) {
        Stream<String> charged = ledger.rows(EntryKind.CHARGE).stream()
                .filter(MemoryCollection::isStudents)
                .map(JournalEntry::name);
        return NearestNames.of(
                fee, Stream.concat(charged, predefined()).distinct().toList(), 3);
    }

    private Stream<String> predefined() {
        return catalogue.list().stream().map(each -> each.fee().name());
    }

    private static boolean isSame(String one, String other) {
        return MemoryNames.folded(one).equals(MemoryNames.folded(other));
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(FeeCollection.class);
    }
}
