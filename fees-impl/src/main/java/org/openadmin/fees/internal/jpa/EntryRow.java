package org.openadmin.fees.internal.jpa;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openadmin.fees.api.BatchNumber;
import org.openadmin.fees.api.EntryKind;
import org.openadmin.fees.api.JournalEntry;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PaymentMethod;
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
    static final String COLUMNS = "r.id, r.trans_type, r.studnum, r.trans_date, r.name, r.description, r.subtotal,"
            + " r.tax1, r.tax1_name, r.tax2, r.tax2_name, r.tax3, r.tax3_name, r.tax4, r.tax4_name, r.total,"
            + " r.paid_id, v.id AS voided_by, r.reverses_id, r.batch_id, r.method, r.reference,"
            + " r.recorded_at, r.recorded_by, r.student_name, r.student_grade, r.student_homeroom";

    private static final int FIRST_TAX = 7;
    private static final int TAXES = 4;

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
                date(row[3]),
                text(4),
                text(5),
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

    static Optional<LocalDate> date(Object column) {
        return Optional.ofNullable((Date) column).map(Date::toLocalDate);
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
