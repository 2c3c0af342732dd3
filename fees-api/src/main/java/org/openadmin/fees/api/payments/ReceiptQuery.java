package org.openadmin.fees.api.payments;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * A filter for receipts. An empty value does not restrict the result.
 *
 * @param number the receipt number, which may occur twice in old data
 * @param from the first date of payment
 * @param to the last date of payment
 * @param cashier the log-in name of the cashier
 */
public record ReceiptQuery(
        Optional<ReceiptNumber> number,
        Optional<AccountNumber> student,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> cashier) {

    /** @throws InvalidInputException if the last date is before the first, or a date is out of range */
    public ReceiptQuery {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(student, "student");
        from.ifPresent(Dates::require);
        to.ifPresent(Dates::require);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new InvalidInputException(
                    Field.DATE, Problem.OUT_OF_RANGE, to.get().toString());
        }
        cashier = cashier.map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Returns a query for all receipts. */
    public static ReceiptQuery everything() {
        return new ReceiptQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns a query for the receipt with this number. */
    public static ReceiptQuery of(ReceiptNumber number) {
        return new ReceiptQuery(
                Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns a query for the receipts of one day. */
    public static ReceiptQuery ofDay(LocalDate day) {
        return new ReceiptQuery(
                Optional.empty(), Optional.empty(), Optional.of(day), Optional.of(day), Optional.empty());
    }

    /** Returns a query for the receipts of one student. */
    public static ReceiptQuery ofStudent(AccountNumber student) {
        return new ReceiptQuery(
                Optional.empty(), Optional.of(student), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
