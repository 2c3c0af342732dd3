package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
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
        return Sql.of("""
                SELECT {until} FROM fees_return r
                WHERE r.studnum = :student AND r.cash_only_until >= :date
                  AND NOT EXISTS (SELECT u.correction_id FROM fees_return u WHERE u.undoes = r.correction_id)
                ORDER BY r.cash_only_until DESC LIMIT 1
                """)
                .part("until", SqlDates.of("r.cash_only_until"))
                .with("student", student.journalNumber())
                .with("date", date)
                .values(em)
                .stream()
                .flatMap(day -> SqlDates.day(day).stream())
                .findFirst();
    }
}
