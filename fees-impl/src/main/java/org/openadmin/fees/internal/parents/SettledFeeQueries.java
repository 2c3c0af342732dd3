package org.openadmin.fees.internal.parents;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.parents.SettledFee;
import org.openadmin.fees.api.parents.SettledFee.State;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/** The fees that a family does not owe any more. Of the row that settled one, nothing is read but its kind and its date. */
final class SettledFeeQueries {

    private final EntityManager em;
    private final Currency currency;

    SettledFeeQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * The fees that were charged or settled on this day or later, settled last first, by student. A fee that was split is left out: its parts are
     * fees of their own.
     */
    Map<AccountNumber, List<SettledFee>> since(LocalDate day, Collection<AccountNumber> students, int most) {
        Map<ChargeId, Row> settled = new LinkedHashMap<>();
        Sql.of("""
                SELECT j.id, by_row.trans_type AS settled_by, by_row.trans_date AS settled_on
                FROM {journal} JOIN fees_jrl by_row ON by_row.id = j.paid_id
                WHERE j.studnum IN (:students) AND j.trans_type = :CHARGE AND NOT ({unsettled})
                  AND by_row.trans_type <> :SPLIT AND (by_row.trans_date >= :day OR j.trans_date >= :day)
                ORDER BY by_row.trans_date DESC, j.id DESC LIMIT :most
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .part("unsettled", JournalIndex.UNSETTLED)
                .with(
                        "students",
                        students.stream().map(AccountNumber::journalNumber).toList())
                .with("day", day)
                .with("most", most)
                .rows(em)
                .forEach(row -> settled.put(new ChargeId(row.number("id")), row));
        if (settled.isEmpty()) {
            return Map.of();
        }
        Map<ChargeId, Charge> charges = new AccountQueries(em, currency)
                .charges(settled.keySet()).stream().collect(Collectors.toMap(Charge::id, Function.identity()));
        return settled.entrySet().stream()
                .filter(each -> charges.containsKey(each.getKey()))
                .map(each -> new SettledFee(
                        charges.get(each.getKey()),
                        state(EntryKind.of(each.getValue().text("settled_by"))),
                        each.getValue().day("settled_on")))
                .collect(Collectors.groupingBy(
                        fee -> fee.charge().student().number(), LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    private static State state(EntryKind settledBy) {
        return switch (settledBy) {
            case REVERSAL -> State.CANCELLED;
            case WAIVER -> State.ADJUSTED;
            case TRANSFER -> State.COVERED;
            default -> State.PAID;
        };
    }
}
