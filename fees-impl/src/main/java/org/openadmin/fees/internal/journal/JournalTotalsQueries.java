package org.openadmin.fees.internal.journal;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;

/**
 * The totals of the rows that a query of the journal finds: the stored sums of closed days, and the rows of the days since. What is not
 * stored by day, such as the rows of a student, is added up from the rows alone, and without a closing everything is.
 */
public final class JournalTotalsQueries {

    private static final String SUMS = """
            SUM(j.total) AS total,
            SUM(CASE WHEN j.trans_type = :CHARGE THEN j.total END) AS charged,
            SUM(CASE WHEN j.trans_type IN (:PAYMENT, :ON_ACCOUNT) THEN j.total END) AS received
            """;

    private final Transactions transactions;
    private final Currency currency;

    public JournalTotalsQueries(Transactions transactions, Currency currency) {
        this.transactions = transactions;
        this.currency = currency;
    }

    /** See {@link org.openadmin.fees.api.journal.Journal#totals}. */
    public JournalTotals of(JournalQuery query) {
        boolean byDay = query.student().isEmpty() && query.batch().isEmpty() && !query.outstandingOnly();
        return totals(
                byDay
                        ? transactions.readAtOneMoment(
                                em -> ofDays(query, CarriedForward.of(em)).rows(em))
                        : transactions.read(rows(query)::rows));
    }

    private static Sql ofDays(JournalQuery query, CarriedForward carried) {
        if (carried.daysThrough().isEmpty()) {
            return rows(query);
        }
        Sql closed = Sql.of("""
                SELECT SUM(j.journal_rows) AS number, {sums}
                FROM (SELECT d.trans_type, d.journal_rows, d.total FROM fees_closing_day d WHERE {days}) j
                WHERE {kinds}
                """)
                .part("sums", SUMS)
                .part("days", carried.days(query.from(), query.to()))
                .part("kinds", JournalIndex.kinds(query));
        Sql since =
                sums(JournalIndex.DAY, JournalIndex.where(query).and("j.trans_date > :closed", carried.daysThrough()));
        return Sql.joined("\nUNION ALL ", List.of(closed, since));
    }

    private static Sql rows(JournalQuery query) {
        JournalIndex index = JournalIndex.narrowest(query);
        Sql where = JournalIndex.where(query);
        return index == JournalIndex.KIND ? byKind(onlyKind(query), where) : sums(index, where);
    }

    private static Sql sums(JournalIndex index, Sql where) {
        return Sql.of("SELECT COUNT(*) AS number, {sums} FROM {journal} WHERE {where}")
                .part("sums", SUMS)
                .part("journal", index.table())
                .part("where", where);
    }

    /** The only kind of the rows that a query finds, if its code is known. */
    private static Optional<EntryKind> onlyKind(JournalQuery query) {
        Set<EntryKind> kinds = query.outstandingOnly() ? Set.of(EntryKind.CHARGE) : query.kinds();
        return kinds.size() == 1
                ? kinds.stream().filter(kind -> kind != EntryKind.OTHER).findFirst()
                : Optional.empty();
    }

    /**
     * In the index fees_jrl_kind the rows of a kind are neighbours. Adding up one sum for each takes less time than three for all. A
     * single kind is not grouped: the database would sort its rows for that.
     */
    private static Sql byKind(Optional<EntryKind> only, Sql where) {
        return Sql.of("""
                SELECT j.number, j.total,
                  CASE WHEN j.trans_type = :CHARGE THEN j.total END AS charged,
                  CASE WHEN j.trans_type IN (:PAYMENT, :ON_ACCOUNT) THEN j.total END AS received
                FROM (
                  SELECT {kind} AS trans_type, COUNT(*) AS number, SUM(j.total) AS total
                  FROM {journal} WHERE {where} {grouped}) j
                """)
                .part("kind", Sql.of(only.map(kind -> ":" + kind.name()).orElse("j.trans_type")))
                .part("journal", JournalIndex.KIND.table())
                .part("where", where)
                .part("grouped", only.isPresent() ? "" : "GROUP BY j.trans_type");
    }

    /** @param parts of the rows: of each their number, and the sums of all, of charges and of what was received */
    private JournalTotals totals(List<Row> parts) {
        long count = 0;
        Money total = Money.zero(currency);
        Money charged = Money.zero(currency);
        Money received = Money.zero(currency);
        for (Row part : parts) {
            count += part.decimal("number").longValueExact();
            total = total.plus(part.money("total", currency));
            charged = charged.plus(part.money("charged", currency));
            received = received.plus(part.money("received", currency));
        }
        return new JournalTotals(count, charged, received, total.minus(charged).minus(received), total);
    }
}
