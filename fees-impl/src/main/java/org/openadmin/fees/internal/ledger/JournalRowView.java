package org.openadmin.fees.internal.ledger;

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
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/**
 * A row of the journal of whatever kind, as lists show it. It is no entity: a type that is none of ours would have no class, and
 * pages only read.
 *
 * @param row the values of {@link #COLUMNS}
 */
public record JournalRowView(Object[] row) {

    /** What to select, in this order, of the journal under the name {@code r} and the row that voids it, {@code v}. */
    static final String COLUMNS = "r.id, r.trans_type, r.studnum, " + SqlDates.of("r.trans_date")
            + " AS day, r.name, r.description, r.subtotal,"
            + " r.tax1, r.tax1_name, r.tax2, r.tax2_name, r.tax3, r.tax3_name, r.tax4, r.tax4_name, r.total,"
            + " r.paid_id, v.id AS voided_by, r.reverses_id, r.batch_id, r.method, r.reference,"
            + " r.recorded_at, r.recorded_by, r.student_name, r.student_grade, r.student_homeroom, "
            + SqlDates.of("v.trans_date") + " AS voided_day";

    private static final int FIRST_TAX = 7;

    /** The rows with these ids, in this sequence, in one statement; those that do not exist are left out. */
    public static List<JournalRowView> read(EntityManager em, List<Integer> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, JournalRowView> rows = new HashMap<>();
        new Sql()
                        .add("SELECT " + COLUMNS + " FROM fees_jrl r")
                        .add("LEFT JOIN fees_jrl v ON v.reverses_id = r.id AND v.trans_type = 'void' WHERE r.id IN")
                        .inNumbers(ids)
                        .rows(em)
                        .stream()
                        .map(JournalRowView::new)
                        .forEach(row -> rows.put(row.id(), row));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** The records of the rows with these ids, in this sequence; in three statements at most. */
    public static List<JournalEntry> records(EntityManager em, Currency currency, List<Integer> ids) {
        List<JournalRowView> rows = read(em, ids);
        StudentLookup today = names(em, rows);
        return rows.stream().map(row -> row.toRecord(currency, today)).toList();
    }

    /** The names of the students whom these rows know by number only. */
    public static StudentLookup names(EntityManager em, List<JournalRowView> rows) {
        return new HostStudentLookup(
                em,
                rows.stream()
                        .filter(JournalRowView::isNameless)
                        .flatMap(row -> row.student().stream())
                        .collect(Collectors.toSet()));
    }

    public int id() {
        return ((Number) row[0]).intValue();
    }

    EntryKind kind() {
        return EntryKind.of(text(1).strip());
    }

    /** The student's number; empty in damaged old data. */
    public Optional<StudentNumber> student() {
        return number(2).map(StudentNumber::new);
    }

    /** Whether the row remembers nothing of the student but the number. */
    boolean isNameless() {
        return row[24] == null;
    }

    public JournalEntry toRecord(Currency currency, StudentLookup today) {
        EntryKind kind = kind();
        boolean charge = kind == EntryKind.CHARGE;
        return new JournalEntry(
                id(),
                kind,
                student().map(number -> ofRecord(number, today)),
                SqlDates.day(row[3]),
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
                Optional.ofNullable(row[22]).map(Object::toString).map(UtcTimestamp::instant),
                text(23));
    }

    /** This row as a receipt: it must have a receipt number and a student. */
    public Receipt toReceipt(Currency currency, List<Charge> settled, StudentLookup today) {
        return new Receipt(
                number(16).map(ReceiptNumber::new).orElseThrow(),
                student().map(number -> ofRecord(number, today)).orElseThrow(),
                SqlDates.day(row[3]).orElse(JournalRow.OLDEST),
                money(row[15], currency).negated(),
                settled,
                method(),
                text(21),
                text(23),
                Optional.ofNullable(row[22]).map(Object::toString).map(UtcTimestamp::instant),
                row[17] == null ? Optional.empty() : SqlDates.day(row[27]).or(() -> Optional.of(JournalRow.OLDEST)));
    }

    public String description() {
        return text(5);
    }

    private StudentSnapshot ofRecord(StudentNumber number, StudentLookup today) {
        return isNameless() ? today.ofRecord(number) : new StudentSnapshot(number, text(24), text(25), text(26));
    }

    private List<Tax> taxes(Currency currency) {
        List<Tax> taxes = new ArrayList<>();
        for (int i = 0; i < Tax.MOST_PER_CHARGE; i++) {
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

    public static Money money(Object column, Currency currency) {
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
