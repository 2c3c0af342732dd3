package org.openadmin.fees.reports.internal.documents;

import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.MemoryOffice;

/** Writes rows with chosen dates and receipt numbers into the journal of the in-memory office. */
public final class JournalWriter {

    private final MemoryOffice office;
    private final Function<AccountNumber, StudentSnapshot> students;

    JournalWriter(MemoryOffice office, Function<AccountNumber, StudentSnapshot> students) {
        this.office = office;
        this.students = students;
    }

    /** @param taxes such as {@code GST 1.25} */
    public long charge(
            StudentNumber student, LocalDate date, String name, String about, String subtotal, String... taxes) {
        List<Tax> taxed = DocumentSchool.taxes(taxes);
        Money total = taxed.stream().map(Tax::amount).reduce(money(subtotal), Money::plus);
        JournalRow row = row(EntryKind.CHARGE, total, student)
                .on(date)
                .named(name)
                .about(about)
                .subtotal(money(subtotal));
        taxed.forEach(row::tax);
        return office.add(row);
    }

    public long pay(StudentNumber student, LocalDate date, int receipt, String amount, long... settles) {
        EntryKind kind = settles.length == 0 ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT;
        long id = office.add(row(kind, money(amount).negated(), student)
                .on(date)
                .named("Payment")
                .about(String.join(
                        " ", Arrays.stream(settles).mapToObj(String::valueOf).toList()))
                .by(PaymentMethod.CHEQUE, "000123")
                .receipt(receipt));
        for (long charge : settles) {
            office.settle(charge, OptionalLong.of(id));
        }
        return id;
    }

    /** Reverses or waives a charge. */
    public long lift(EntryKind kind, LocalDate date, long charge, String reason) {
        long id = office.add(correction(kind, entry(charge), date, reason));
        office.settle(charge, OptionalLong.of(id));
        return id;
    }

    long takeBack(LocalDate date, long payment, String reason) {
        long id = office.add(correction(EntryKind.VOID, entry(payment), date, reason));
        office.rows().stream()
                .filter(row -> row.settledBy().equals(OptionalLong.of(payment)))
                .forEach(charge -> office.settle(charge.id(), OptionalLong.empty()));
        return id;
    }

    private JournalRow correction(EntryKind kind, JournalEntry corrected, LocalDate date, String reason) {
        AccountNumber student = corrected.student().orElseThrow().number();
        return row(kind, corrected.total().negated(), student)
                .on(date)
                .named("Word")
                .about(reason)
                .reverses(corrected.id());
    }

    public long refund(StudentNumber student, LocalDate date, String amount, String reason) {
        return office.add(row(EntryKind.REFUND, money(amount), student)
                .on(date)
                .named("Word")
                .about(reason));
    }

    JournalEntry entry(long id) {
        return office.rows().get((int) id - 1);
    }

    /** A row without a date. */
    JournalRow row(EntryKind kind, Money total, AccountNumber student) {
        return JournalRow.of(kind, total).student(students.apply(student)).recorded("anna", Optional.empty());
    }
}
