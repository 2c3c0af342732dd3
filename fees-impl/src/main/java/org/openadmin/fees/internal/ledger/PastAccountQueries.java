package org.openadmin.fees.internal.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.internal.ledger.AccountOnDay.Counting;
import org.openadmin.fees.internal.ledger.AccountOnDay.Entry;
import org.openadmin.fees.internal.ledger.AccountOnDay.Mark;
import org.openadmin.fees.internal.ledger.AccountOnDay.Settlement;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** The accounts of some students at the end of a past day, from all rows of these accounts, by the rule of {@link AccountOnDay}. */
public final class PastAccountQueries {

    private final EntityManager em;
    private final Currency currency;
    private final PastDay day;
    private final Money zero;

    public PastAccountQueries(EntityManager em, Currency currency, PastDay day) {
        this.em = em;
        this.currency = currency;
        this.day = day;
        zero = Money.zero(currency);
    }

    /**
     * An account and the charges that were open.
     *
     * @param open the numbers of the charges, in number order
     */
    public record Account(PastBalance balance, List<Long> open) {}

    /** The balances of these students, in number order; zero for those without a row. */
    public Map<AccountNumber, PastBalance> balances(Collection<? extends AccountNumber> students) {
        Map<AccountNumber, PastBalance> balances = new LinkedHashMap<>();
        accounts(students).forEach((number, account) -> balances.put(number, account.balance()));
        return balances;
    }

    /** The charges of these students that were open, oldest first, by student number; students without any are left out. */
    public Map<AccountNumber, List<Charge>> outstanding(Collection<? extends AccountNumber> students) {
        List<Long> open = accounts(students).values().stream()
                .flatMap(account -> account.open().stream())
                .toList();
        return new AccountQueries(em, currency).chargesByStudent(open);
    }

    /** The accounts of these students, in number order. */
    public Map<AccountNumber, Account> accounts(Collection<? extends AccountNumber> students) {
        Map<AccountNumber, List<Entry>> entries = new TreeMap<>();
        new TreeSet<>(students).forEach(number -> entries.put(number, List.of()));
        if (!entries.isEmpty()) {
            entries.putAll(entries(entries.keySet()));
        }
        Map<AccountNumber, Account> accounts = new LinkedHashMap<>();
        entries.forEach((number, account) -> accounts.put(number, account(number, account)));
        return accounts;
    }

    private Account account(AccountNumber number, List<Entry> entries) {
        AccountOnDay now = AccountOnDay.of(entries, AccountOnDay.datedUpTo(day.text()), zero);
        int later = (int) entries.stream()
                .filter(entry -> AccountOnDay.isLater(entry.mark(), day.text(), day.end()))
                .count();
        AccountBalance balance = balance(number, now);
        return new Account(
                new PastBalance(
                        balance,
                        later == 0 ? balance : balance(number, entries, AccountOnDay.knownOn(day.text(), day.end())),
                        later),
                now.open());
    }

    /**
     * A charge that rows recorded after the day have added, settled or opened.
     *
     * @param wasKnown whether the charge itself was recorded by the end of the day
     * @param settledBy the row that had settled it on the day; empty if it was open
     * @param wasSettledBy the same without the rows that were recorded later
     */
    public record LaterCharge(
            long id, Money total, boolean wasKnown, Optional<Long> settledBy, Optional<Long> wasSettledBy) {}

    /** The charges of these students that are different with the rows that were recorded later. */
    public List<LaterCharge> laterCharges(Collection<? extends AccountNumber> students) {
        return entries(students).values().stream().flatMap(this::laterCharges).toList();
    }

    private Stream<LaterCharge> laterCharges(List<Entry> account) {
        Counting dated = AccountOnDay.datedUpTo(day.text());
        Counting known = AccountOnDay.knownOn(day.text(), day.end());
        Map<Long, Long> settled = AccountOnDay.settled(account, dated, zero);
        Map<Long, Long> wasSettled = AccountOnDay.settled(account, known, zero);
        return account.stream()
                .filter(entry -> entry.charge() && dated.test(entry.mark()))
                .map(charge -> new LaterCharge(
                        charge.id(),
                        charge.total(),
                        known.test(charge.mark()),
                        Optional.ofNullable(settled.get(charge.id())),
                        Optional.ofNullable(wasSettled.get(charge.id()))))
                .filter(charge -> !charge.wasKnown() || !charge.settledBy().equals(charge.wasSettledBy()));
    }

    private AccountBalance balance(AccountNumber number, List<Entry> entries, Counting counting) {
        return balance(number, AccountOnDay.of(entries, counting, zero));
    }

    private static AccountBalance balance(AccountNumber number, AccountOnDay account) {
        return new AccountBalance(number, account.balance(), account.outstanding());
    }

    /** All rows of these accounts, and of each charge all its settlements, in one statement and so of one moment. */
    Map<AccountNumber, List<Entry>> entries(Collection<? extends AccountNumber> students) {
        Map<AccountNumber, Map<Long, Building>> building = new TreeMap<>();
        Sql.of("""
                SELECT j.studnum, j.id, j.trans_type = :CHARGE AS charge, {day} AS day, j.recorded_at, j.total,
                  CASE WHEN j.trans_type = :CHARGE AND j.paid_id <> 0 THEN j.paid_id END AS settled_by,
                  {settling}, NULL AS end_day, NULL AS end_recorded
                FROM {journal}
                LEFT JOIN fees_jrl s ON j.trans_type = :CHARGE AND s.id = j.paid_id AND NOT s.trans_type <=> :CHARGE
                WHERE j.studnum IN (:students)
                UNION ALL
                SELECT j.studnum, j.id, TRUE, {day}, j.recorded_at, j.total, past.settled_by,
                  {settling}, {end_day}, e.recorded_at
                FROM {journal}
                STRAIGHT_JOIN fees_past_settlement past ON past.charge_id = j.id
                JOIN fees_jrl e ON e.id = past.ended_by
                LEFT JOIN fees_jrl s ON s.id = past.settled_by AND NOT s.trans_type <=> :CHARGE
                WHERE j.studnum IN (:students) AND j.trans_type = :CHARGE
                """)
                .part("settling", Sql.of("""
                s.trans_type IN (:PAYMENT, :ON_ACCOUNT) AS payment, {settled_day} AS settled_day,
                  s.recorded_at AS settled_recorded
                """).part("settled_day", SqlDates.of("s.trans_date")))
                .part("day", SqlDates.of("j.trans_date"))
                .part("end_day", SqlDates.of("e.trans_date"))
                .part("journal", JournalIndex.STUDENT.table())
                .with(
                        "students",
                        students.stream().map(AccountNumber::journalNumber).toList())
                .rows(em)
                .forEach(row -> building.computeIfAbsent(
                                AccountNumber.ofJournal(row.integer("studnum")), none -> new TreeMap<>())
                        .computeIfAbsent(row.number("id"), id -> new Building(row))
                        .settled(row));
        Map<AccountNumber, List<Entry>> entries = new TreeMap<>();
        building.forEach((number, rows) -> entries.put(
                number, rows.values().stream().map(each -> each.entry(currency)).toList()));
        return entries;
    }

    /** A row of the journal, whose settlements follow. */
    private static final class Building {

        private final Row row;
        private final List<Settlement> settlements = new ArrayList<>();

        Building(Row row) {
            this.row = row;
        }

        void settled(Row settlement) {
            if (settlement.isNull("settled_by")) {
                return;
            }
            boolean ended = !settlement.isNull("end_recorded") || !settlement.isNull("end_day");
            settlements.add(new Settlement(
                    settlement.number("settled_by"),
                    !settlement.isNull("payment") && settlement.flag("payment"),
                    new Mark(settlement.text("settled_day"), settlement.text("settled_recorded")),
                    ended
                            ? Optional.of(new Mark(settlement.text("end_day"), settlement.text("end_recorded")))
                            : Optional.empty()));
        }

        Entry entry(Currency currency) {
            return new Entry(
                    row.number("id"),
                    !row.isNull("charge") && row.flag("charge"),
                    new Mark(row.text("day"), row.text("recorded_at")),
                    row.money("total", currency),
                    settlements);
        }
    }
}
