package org.openadmin.fees.spi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.corrections.ReturnedPayment;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;

/**
 * What a letter to the family about a returned payment contains.
 *
 * @param outstanding the outstanding charges of the account, oldest first
 * @param balance what the account owes; negative if it has credit
 * @param student the student in the host's records, for the address
 * @param date the date of the letter
 */
public record ReturnLetter(
        ReturnedPayment returned,
        List<JournalEntry> outstanding,
        Money balance,
        Optional<Student> student,
        LocalDate date) {

    public ReturnLetter {
        Objects.requireNonNull(returned, "returned");
        outstanding = List.copyOf(outstanding);
        Objects.requireNonNull(balance, "balance");
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(date, "date");
    }

    /**
     * Reads what the letter about this receipt contains.
     *
     * @param date the date of the letter
     * @throws NotReturnedException if the bank did not return the payment, or if that was undone
     */
    public static ReturnLetter read(
            Actor reader,
            ReceiptNumber receipt,
            ReturnedPayments returns,
            Statements statements,
            Students students,
            LocalDate date) {
        ReturnedPayment returned = returns.returned(reader, receipt)
                .filter(each -> !each.undone())
                .orElseThrow(() -> new NotReturnedException(receipt));
        AccountNumber account = returned.student().number();
        List<JournalEntry> outstanding = new ArrayList<>();
        List<Money> closing = new ArrayList<>();
        statements.forEach(reader, AccountPeriod.all(account), lines -> {
            lines.lines().stream()
                    .map(line -> line.entry())
                    .filter(JournalEntry::isOutstanding)
                    .forEach(outstanding::add);
            closing.add(lines.closing());
        });
        return new ReturnLetter(
                returned,
                outstanding,
                closing.get(closing.size() - 1),
                account.student().flatMap(students::find),
                date);
    }
}
