package org.openadmin.fees.internal.jpa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.BatchNumber;
import org.openadmin.fees.api.Charge;
import org.openadmin.fees.api.EntryKind;
import org.openadmin.fees.api.JournalEntry;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PaymentMethod;
import org.openadmin.fees.api.Receipt;
import org.openadmin.fees.api.ReceiptNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;
import org.openadmin.fees.api.Tax;

/**
 * A row of the journal of whatever kind, as lists show it. It is no entity: a type that is none of ours would have no class, and
 * pages only read.
 *
 * @param row the values of {@link #COLUMNS}
 */
record EntryRow(Object[] row) {

    /** What to select, in this order, of the journal under the name {@code r} and the row that voids it, {@code v}. */
    static final String COLUMNS =
            "r.id, r.trans_type, r.studnum, " + Days.of("r.trans_date") + " AS day, r.name, r.description, r.subtotal,"
                    + " r.tax1, r.tax1_name, r.tax2, r.tax2_name, r.tax3, r.tax3_name, r.tax4, r.tax4_name, r.total,"
                    + " r.paid_id, v.id AS voided_by, r.reverses_id, r.batch_id, r.method, r.reference,"
                    + " r.recorded_at, r.recorded_by, r.student_name, r.student_grade, r.student_homeroom, "
                    + Days.of("v.trans_date") + " AS voided_day";

    private static final int FIRST_TAX = 7;
    private static final int TAXES = 4;

    /** The rows with these ids, in this sequence, in one statement; those that do not exist are left out. */
    static List<EntryRow> read(EntityManager em, List<Integer> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, EntryRow> rows = new HashMap<>();
        new Sql()
                        .add("SELECT " + COLUMNS + " FROM fees_jrl r")
                        .add("LEFT JOIN fees_jrl v ON v.reverses_id = r.id AND v.trans_type = 'void' WHERE r.id IN")
                        .inNumbers(ids)
                        .rows(em)
                        .stream()
                        .map(EntryRow::new)
                        .forEach(row -> rows.put(row.id(), row));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** The names of the students whom these rows know by number only. */
    static StudentsOfToday names(EntityManager em, List<EntryRow> rows) {
        return new StudentNames(
                em,
                rows.stream()
                        .filter(EntryRow::isNameless)
                        .flatMap(row -> row.student().stream())
                        .collect(Collectors.toSet()));
    }

    int id() {
        return ((Number) row[0]).intValue();
    }

    EntryKind kind() {
        return EntryKind.of(text(1).strip());
    }

    /** The student's number; empty in damaged old data. */
    Optional<StudentNumber> student() {
        return number(2).map(StudentNumber::new);
    }

    /** Whether the row remembers nothing of the student but the number. */
    boolean isNameless() {
        return row[24] == null;
    }

    JournalEntry toRecord(Currency currency, StudentsOfToday today) {
        EntryKind kind = kind();
        boolean charge = kind == EntryKind.CHARGE;
        return new JournalEntry(
                id(),
                kind,
                student().map(number -> ofRecord(number, today)),
                Days.day(row[3]),
                text(4),
                description(),
                charge && row[6] != null ? Optional.of(money(row[6], currency)) : Optional.empty(),
                charge ? taxes(currency) : List.of(),
                money(row[15], currency),
                charge && row[16] != null ? OptionalLong.of(((Number) row[16]).longValue()) : OptionalLong.empty(),
                kind.isReceipt() ? number(16).map(ReceiptNumber::new) : Optional.empty(),
                kind.isReceipt() ? id(17) : OptionalLong.empty(),
                id(18),
                number(19).map(BatchNumber::new),
                method(),
                text(21),
                Optional.ofNullable(row[22]).map(Object::toString).map(Moment::instant),
                text(23));
    }

    /** This row as a receipt: it must have a receipt number and a student. */
    Receipt toReceipt(Currency currency, List<Charge> settled, StudentsOfToday today) {
        return new Receipt(
                number(16).map(ReceiptNumber::new).orElseThrow(),
                student().map(number -> ofRecord(number, today)).orElseThrow(),
                Days.day(row[3]).orElse(JournalRow.OLDEST),
                money(row[15], currency).negated(),
                settled,
                method(),
                text(21),
                text(23),
                Optional.ofNullable(row[22]).map(Object::toString).map(Moment::instant),
                row[17] == null ? Optional.empty() : Days.day(row[27]).or(() -> Optional.of(JournalRow.OLDEST)));
    }

    String description() {
        return text(5);
    }

    private StudentOfRecord ofRecord(StudentNumber number, StudentsOfToday today) {
        return isNameless() ? today.ofRecord(number) : new StudentOfRecord(number, text(24), text(25), text(26));
    }

    private List<Tax> taxes(Currency currency) {
        List<Tax> taxes = new ArrayList<>();
        for (int i = 0; i < TAXES; i++) {
            int column = FIRST_TAX + 2 * i;
            ChargeRow.addTax(taxes, (String) row[column + 1], (BigDecimal) row[column], currency);
        }
        return taxes;
    }

    /** Empty for old rows, and for a word that is none of ours. */
    private Optional<PaymentMethod> method() {
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> method.word().equalsIgnoreCase(text(20).strip()))
                .findFirst();
    }

    static Money money(Object column, Currency currency) {
        return column == null ? Money.zero(currency) : Money.of((BigDecimal) column, currency);
    }

    /** A number above zero. */
    private Optional<Integer> number(int column) {
        return Optional.ofNullable((Number) row[column]).map(Number::intValue).filter(value -> value > 0);
    }

    private OptionalLong id(int column) {
        return row[column] == null ? OptionalLong.empty() : OptionalLong.of(((Number) row[column]).longValue());
    }

    private String text(int column) {
        return row[column] == null ? "" : row[column].toString();
    }
}
