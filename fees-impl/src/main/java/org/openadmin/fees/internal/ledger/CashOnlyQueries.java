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

/** Until when accounts are cash only, because a payment was returned and that was not undone. A payment
 * for several accounts concerns them all; there are few returned payments, so all of the last months are looked at. */
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
                SELECT u.studnum, {until} AS until FROM (
                  SELECT r.correction_id, r.studnum, r.cash_only_until FROM fees_return r
                  WHERE r.studnum IN (:accounts) AND r.cash_only_until >= :date
                  UNION ALL
                  SELECT r.correction_id, o.studnum, r.cash_only_until FROM fees_return r
                  STRAIGHT_JOIN fees_jrl p ON p.id = r.payment_id
                  STRAIGHT_JOIN fees_jrl o FORCE INDEX (fees_jrl_lead) ON o.lead_id = COALESCE(p.lead_id, p.id)
                  WHERE o.studnum IN (:accounts) AND r.cash_only_until >= :date
                  UNION ALL
                  SELECT r.correction_id, o.studnum, r.cash_only_until FROM fees_return r
                  STRAIGHT_JOIN fees_jrl p ON p.id = r.payment_id
                  STRAIGHT_JOIN fees_jrl o ON o.id = p.lead_id
                  WHERE o.studnum IN (:accounts) AND r.cash_only_until >= :date) u
                WHERE NOT EXISTS (SELECT x.correction_id FROM fees_return x WHERE x.undoes = u.correction_id)
                ORDER BY u.cash_only_until
                """)
                .part("until", SqlDates.of("u.cash_only_until"))
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
