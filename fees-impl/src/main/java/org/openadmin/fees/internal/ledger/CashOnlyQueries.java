package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** Until when accounts are cash only, because a payment was returned and that was not undone. By the index fees_return_student. */
public final class CashOnlyQueries {

    private final EntityManager em;

    public CashOnlyQueries(EntityManager em) {
        this.em = em;
    }

    /** The last day on which this account is cash only; empty if it is not on this date. */
    public Optional<LocalDate> until(AccountNumber student, LocalDate date) {
        return Optional.ofNullable(until(List.of(student), date).get(student));
    }

    /** The last day on which each of these accounts is cash only, without those that are not on this date. */
    public Map<AccountNumber, LocalDate> until(Collection<? extends AccountNumber> accounts, LocalDate date) {
        Map<AccountNumber, LocalDate> until = new HashMap<>();
        Sql.of("""
                SELECT r.studnum, {until} AS until FROM fees_return r
                WHERE r.studnum IN (:accounts) AND r.cash_only_until >= :date
                  AND NOT EXISTS (SELECT u.correction_id FROM fees_return u WHERE u.undoes = r.correction_id)
                ORDER BY r.cash_only_until
                """)
                .part("until", SqlDates.of("r.cash_only_until"))
                .with(
                        "accounts",
                        accounts.stream().map(AccountNumber::journalNumber).toList())
                .with("date", date)
                .rows(em)
                .forEach(row -> row.day("until")
                        .ifPresent(day -> until.put(AccountNumber.ofJournal(row.integer("studnum")), day)));
        return until;
    }
}
