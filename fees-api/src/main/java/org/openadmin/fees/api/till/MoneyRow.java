package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * A row of the journal that brought cash or a cheque, or took cash away.
 *
 * @param row the number of the row in the journal; the number of a refund
 * @param kind {@code PAYMENT, ON_ACCOUNT, VOID} or {@code REFUND}
 * @param student the student as recorded on the day
 * @param amount positive if money came in, negative if it went out
 * @param method cash or cheque
 * @param reference the number of the cheque, or similar; may be empty
 * @param cashier the log-in name of the user
 * @param receipt the number of the receipt, or of the receipt that was voided; empty for a refund
 */
public record MoneyRow(
        long row,
        EntryKind kind,
        Optional<StudentSnapshot> student,
        LocalDate date,
        Money amount,
        PaymentMethod method,
        String reference,
        String cashier,
        Optional<ReceiptNumber> receipt) {

    public MoneyRow {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
    }

    /** Whether both rows are of one receipt, or both take back one: a receipt for several accounts has a row for each. */
    public boolean isOneWith(MoneyRow other) {
        return receipt.isPresent() && receipt.equals(other.receipt) && isReceipt() == other.isReceipt();
    }

    /**
     * Returns these rows with those of one receipt as one: the first of them, with the sum, and with the names of all accounts.
     *
     * @param rows in any order, which is kept
     */
    public static List<MoneyRow> whole(List<MoneyRow> rows) {
        Map<Object, List<MoneyRow>> byReceipt = new LinkedHashMap<>();
        rows.forEach(row -> byReceipt
                .computeIfAbsent(row.whole(), none -> new ArrayList<>())
                .add(row));
        return byReceipt.values().stream().map(MoneyRow::merged).toList();
    }

    /** What rows have in common that belong together. */
    private Object whole() {
        return receipt.<Object>map(number -> List.of(number, isReceipt())).orElse(row);
    }

    private static MoneyRow merged(List<MoneyRow> parts) {
        MoneyRow first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        Money sum = parts.stream().map(MoneyRow::amount).reduce(first.amount.minus(first.amount), Money::plus);
        String names = parts.stream().map(MoneyRow::payer).collect(Collectors.joining("; "));
        return new MoneyRow(
                first.row,
                first.kind,
                first.student.map(student -> new StudentSnapshot(student.number(), names, "", "")),
                first.date,
                sum,
                first.method,
                first.reference,
                first.cashier,
                first.receipt);
    }

    public boolean isCash() {
        return method == PaymentMethod.CASH;
    }

    public boolean isReceipt() {
        return kind.isReceipt();
    }

    /** The student's name or number; empty in damaged old data. */
    public String payer() {
        return student.map(StudentSnapshot::nameOrNumber).orElse("");
    }
}
