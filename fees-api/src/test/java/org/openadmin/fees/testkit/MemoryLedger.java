package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.students.Student;

/** The journal: the one list of rows that every service reads, and commands add to. */
final class MemoryLedger {

    private final MemoryRoll roll;
    private final NavigableMap<Long, JournalEntry> rows = new ConcurrentSkipListMap<>();
    /** The numbers of the rows of a student. */
    private final Map<AccountNumber, List<Long>> ofStudents = new ConcurrentHashMap<>();
    /** The numbers of the rows of a date. */
    private final Map<LocalDate, List<Long>> ofDates = new ConcurrentHashMap<>();
    /** The numbers of the rows that correct a row. */
    private final Map<Long, List<Long>> corrections = new ConcurrentHashMap<>();

    private final Map<Long, List<Change>> changes = new ConcurrentHashMap<>();

    /**
     * A charge was settled or opened.
     *
     * @param by the row that settles it from now on, if any
     * @param because the row that was recorded with it
     */
    record Change(OptionalLong by, long because) {}

    MemoryLedger(MemoryRoll roll) {
        this.roll = roll;
    }

    /** @return the number of the row */
    synchronized long add(JournalRow row) {
        long id = rows.isEmpty() ? 1 : rows.lastKey() + 1;
        JournalEntry entry = row.at(id);
        rows.put(id, entry);
        entry.student().ifPresent(student -> ofStudents
                .computeIfAbsent(student.number(), none -> new CopyOnWriteArrayList<>())
                .add(id));
        entry.date().ifPresent(date -> ofDates.computeIfAbsent(date, none -> new CopyOnWriteArrayList<>())
                .add(id));
        entry.reverses().ifPresent(corrected -> corrections
                .computeIfAbsent(corrected, none -> new CopyOnWriteArrayList<>())
                .add(id));
        entry.settledBy().ifPresent(by -> changed(id, OptionalLong.of(by), by));
        return id;
    }

    /** Takes out the newest row again, before anybody has seen it, because what it was added for is refused. */
    synchronized void withdraw(long newest) {
        JournalEntry entry = rows.remove(newest);
        entry.student().ifPresent(student -> ofStudents.get(student.number()).remove(newest));
        entry.date().ifPresent(date -> ofDates.get(date).remove(newest));
    }

    /** Marks a charge as settled by a row, or as outstanding: the only change that is ever made to a row. */
    void settle(long charge, OptionalLong by) {
        rows.computeIfPresent(
                charge, (id, row) -> JournalRow.copyOf(row).settledBy(by).at(id));
        changed(charge, by, by.orElseGet(rows::lastKey));
    }

    private void changed(long charge, OptionalLong by, long because) {
        changes.computeIfAbsent(charge, none -> new CopyOnWriteArrayList<>()).add(new Change(by, because));
    }

    /** How a charge was settled and opened, in the sequence in which it happened. */
    List<Change> changes(long charge) {
        return changes.getOrDefault(charge, List.of());
    }

    /** All rows in number order, as the services show them. */
    List<JournalEntry> rows() {
        return rows.values().stream().map(this::shown).toList();
    }

    /** The rows of a student in number order. */
    List<JournalEntry> rows(AccountNumber student) {
        return stored(student).map(this::shown).toList();
    }

    /** The rows of a date in number order. */
    List<JournalEntry> rows(LocalDate date) {
        return ofDates.getOrDefault(date, List.of()).stream()
                .map(rows::get)
                .map(this::shown)
                .toList();
    }

    private Stream<JournalEntry> stored(AccountNumber student) {
        return ofStudents.getOrDefault(student, List.of()).stream().map(rows::get);
    }

    List<JournalEntry> rows(EntryKind kind) {
        return rows().stream().filter(row -> row.kind() == kind).toList();
    }

    Optional<JournalEntry> row(long id) {
        return Optional.ofNullable(rows.get(id)).map(this::shown);
    }

    /** The first row of one of these kinds that corrects the row with this number. */
    Optional<JournalEntry> correctionOf(long id, EntryKind... kinds) {
        return corrections.getOrDefault(id, List.of()).stream()
                .map(rows::get)
                .filter(row -> List.of(kinds).contains(row.kind()))
                .findFirst();
    }

    /**
     * The student as in the host's records, or as on the latest row with a name; empty if the number is in neither.
     */
    Optional<StudentSnapshot> student(AccountNumber number) {
        Optional<StudentSnapshot> today = roll.find(number).map(Student::snapshot);
        return number instanceof PayerNumber ? roll.payer(number) : today.or(() -> remembered(number));
    }

    private Optional<StudentSnapshot> remembered(AccountNumber number) {
        List<StudentSnapshot> recorded =
                stored(number).flatMap(row -> row.student().stream()).toList();
        return recorded.stream()
                .filter(student -> !student.name().isEmpty())
                .reduce((earlier, later) -> later)
                .or(() -> recorded.stream().findFirst());
    }

    /** An old row has only the number of the student, and a payment does not have the row that voided it. */
    private JournalEntry shown(JournalEntry stored) {
        Optional<Student> today = stored.student()
                .filter(student -> student.name().isEmpty())
                .flatMap(student -> roll.find(student.number()));
        Optional<JournalEntry> voiding =
                stored.kind().isReceipt() ? correctionOf(stored.id(), EntryKind.VOID) : Optional.empty();
        Optional<StudentSnapshot> payer =
                stored.student().map(StudentSnapshot::number).flatMap(roll::payer);
        if (today.isEmpty() && voiding.isEmpty() && payer.isEmpty()) {
            return stored;
        }
        JournalRow row = JournalRow.copyOf(stored);
        today.ifPresent(student -> row.student(student.snapshot()));
        payer.ifPresent(row::student);
        voiding.ifPresent(correction -> row.voidedBy(correction.id()).returned(correction.returned()));
        return row.at(stored.id());
    }

    /** The kind of the act that a row belongs to: parts and transferred charges belong to what made them. */
    EntryKind act(JournalEntry row) {
        if (row.kind() != EntryKind.CHARGE || row.links().origin().isEmpty()) {
            return row.kind();
        }
        JournalEntry origin = rows.get(row.links().origin().getAsLong());
        return isOf(origin, row.student().orElseThrow().number()) ? EntryKind.SPLIT : EntryKind.TRANSFER;
    }

    static boolean isOf(JournalEntry row, AccountNumber student) {
        return row.student()
                .filter(recorded -> recorded.number().equals(student))
                .isPresent();
    }
}
