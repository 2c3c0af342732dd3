package org.openadmin.fees.api.journal;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.billing.BatchNumber;

/**
 * A filter and an order for rows of the journal. An empty value does not restrict the result.
 *
 * @param from the first date
 * @param to the last date
 * @param kinds the kinds of rows; empty for all kinds
 * @param outstandingOnly whether to restrict the result to unsettled charges
 * @param ascending {@code true} for smallest or oldest first
 */
public record JournalQuery(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<EntryKind> kinds,
        Optional<AccountNumber> student,
        Optional<BatchNumber> batch,
        boolean outstandingOnly,
        Order order,
        boolean ascending) {

    /** The value that rows are sorted by. Rows with equal values are sorted by number. */
    public enum Order {
        /** The date of the row. */
        DATE,
        /** The student's number. */
        STUDENT,
        /** The amount with its sign. */
        AMOUNT
    }

    /** @throws InvalidInputException if the last date is before the first, or a date is out of range */
    public JournalQuery {
        from.ifPresent(Dates::require);
        to.ifPresent(Dates::require);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new InvalidInputException(
                    Field.DATE, Problem.OUT_OF_RANGE, to.get().toString());
        }
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(batch, "batch");
        Objects.requireNonNull(order, "order");
    }

    /** Returns a query for all rows, newest first. */
    public static JournalQuery everything() {
        return new JournalQuery(
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Order.DATE,
                false);
    }

    /** Returns a query for the unsettled charges of a student, oldest first. */
    public static JournalQuery outstandingOf(AccountNumber student) {
        return new JournalQuery(
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of(student),
                Optional.empty(),
                true,
                Order.DATE,
                true);
    }

    /** Returns this query, restricted to one student. */
    public JournalQuery ofStudent(AccountNumber number) {
        return new JournalQuery(from, to, kinds, Optional.of(number), batch, outstandingOnly, order, ascending);
    }

    /** Returns this query, restricted to these dates, both included. */
    public JournalQuery between(LocalDate first, LocalDate last) {
        return new JournalQuery(
                Optional.of(first), Optional.of(last), kinds, student, batch, outstandingOnly, order, ascending);
    }

    /**
     * Returns this query in another order.
     *
     * @param up {@code true} for smallest or oldest first
     */
    public JournalQuery orderedBy(Order by, boolean up) {
        return new JournalQuery(from, to, kinds, student, batch, outstandingOnly, by, up);
    }
}
