package org.openadmin.fees.api.accounts;

import java.time.LocalDate;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * A period of one account. {@link Statements#lines} reads its transactions.
 *
 * @param student the student's current data, or those in the journal if the student is no longer in the host's records
 * @param opening the balance before the first date; positive if the student owed money
 * @param transactions the number of transactions in the period
 * @param closing the balance at the end of the last date
 */
public record AccountStatement(
        StudentSnapshot student, LocalDate from, LocalDate to, Money opening, int transactions, Money closing) {}
