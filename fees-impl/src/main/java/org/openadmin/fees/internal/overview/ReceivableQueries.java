package org.openadmin.fees.internal.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.ledger.PastSchoolQueries;
import org.openadmin.fees.internal.ledger.PastSchoolQueries.Open;
import org.openadmin.fees.internal.ledger.PastSchoolQueries.PastAccount;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.ledger.StudentLookup;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.internal.students.StudentRow;
import org.openadmin.fees.spi.search.NameOrder;

/**
 * The outstanding amounts of each student, by age: the charges over the index fees_jrl_kind, the balances from what the last closing
 * carried forward and the rows since. The balances are those of all students: often most of them owe, and then one pass is the quickest.
 * All figures are of the same moment. The names are read separately: sorting whole rows by them would take longer than all the sums.
 */
public final class ReceivableQueries {

    private final Transactions transactions;
    private final Money zero;

    public ReceivableQueries(Transactions transactions, Currency currency) {
        this.transactions = transactions;
        this.zero = Money.zero(currency);
    }

    /** By name; after them, by number, those who are no longer in the portal, with the name on the journal's last row. */
    public Receivables of(LocalDate today) {
        return transactions.readAtOneMoment(em -> {
            Map<Integer, Money> balances = balances(em, CarriedForward.of(em).last());
            Map<AccountNumber, Owing> owing = new TreeMap<>();
            ages(today)
                    .rows(em)
                    .forEach(row -> owing.put(
                            AccountNumber.ofJournal(row.integer("studnum")),
                            new Owing(
                                    ages(row), balances.getOrDefault(row.integer("studnum"), zero), Optional.empty())));
            List<Money> creditOnly = creditOnly(balances, owing);
            return new Receivables(
                    named(em, owing), creditOnly.size(), creditOnly.stream().reduce(zero, Money::plus));
        });
    }

    /** As of a past day, in the same order. */
    public Receivables asOf(PastDay past) {
        SortedMap<AccountNumber, PastAccount> accounts =
                new PastSchoolQueries(transactions, zero.currency(), past).accounts(AgingSql.grouping(past.day()));
        Map<AccountNumber, Owing> owing = new TreeMap<>();
        List<Money> creditOnly = new ArrayList<>();
        accounts.forEach((number, account) -> {
            Money balance = account.balance().account().balance();
            if (!account.open().isEmpty()) {
                owing.put(number, new Owing(ages(account), balance, Optional.of(account.balance())));
            } else if (!balance.isZero()) {
                creditOnly.add(balance.negated());
            }
        });
        return new Receivables(
                transactions.read(em -> named(em, owing)),
                creditOnly.size(),
                creditOnly.stream().reduce(zero, Money::plus),
                Optional.of(KnownThen.of(
                        accounts.values().stream().map(PastAccount::balance).toList(), zero)));
    }

    private Map<Age, Money> ages(PastAccount account) {
        Map<Age, Money> ages = new EnumMap<>(Age.class);
        for (Age age : Age.values()) {
            Open open = account.open().get(age.name());
            ages.put(age, open == null ? zero : open.amount());
        }
        return ages;
    }

    /** A row for each student who owes. */
    private static Sql ages(LocalDate today) {
        List<Sql> ages = new ArrayList<>();
        for (Age age : Age.values()) {
            ages.add(Sql.of("COALESCE(SUM(CASE WHEN j.age = :age THEN j.total END), 0) AS " + age.name())
                    .with("age", age.name()));
        }
        return Sql.of("""
                SELECT j.studnum, {ages}
                FROM (
                  SELECT j.studnum, j.total, {age} AS age FROM {by_kind}
                  WHERE j.trans_type = :CHARGE AND {unsettled} AND {is_account}) j
                GROUP BY j.studnum
                """)
                .part("ages", Sql.joined(", ", ages))
                .part("is_account", PayerQueries.isAccount("j.studnum"))
                .part("age", AgingSql.name(today))
                .part("unsettled", JournalIndex.UNSETTLED)
                .part("by_kind", JournalIndex.KIND.table());
    }

    private Map<Integer, Money> balances(EntityManager em, Optional<Anchor> anchor) {
        Map<Integer, Money> balances = new HashMap<>();
        Sql.of("SELECT b.studnum, b.balance FROM ({balances}) b WHERE {is_account}")
                .part("is_account", PayerQueries.isAccount("b.studnum"))
                .part("balances", CarriedForward.balances(anchor))
                .rows(em)
                .forEach(row -> balances.merge(row.integer("studnum"), money(row, "balance"), Money::plus));
        return balances;
    }

    /** The outstanding amounts and the balance of a student. */
    private record Owing(Map<Age, Money> ages, Money balance, Optional<PastBalance> past) {}

    /** The credit of each student who has a balance and no outstanding charge. */
    private static List<Money> creditOnly(Map<Integer, Money> balances, Map<AccountNumber, Owing> owing) {
        return balances.entrySet().stream()
                .filter(account ->
                        !account.getValue().isZero() && !owing.containsKey(AccountNumber.ofJournal(account.getKey())))
                .map(account -> account.getValue().negated())
                .toList();
    }

    /** @param owing those who are no longer in the portal remain in the map */
    private List<Receivable> named(EntityManager em, Map<AccountNumber, Owing> owing) {
        List<Receivable> known = new ArrayList<>();
        for (Row student : HostStudents.everybody().rows(em)) {
            StudentRow.snapshot(student).ifPresent(record -> {
                Owing owed = owing.remove(record.number());
                if (owed != null) {
                    known.add(receivable(record, owed));
                }
            });
        }
        List<Receivable> receivables = new ArrayList<>(NameOrder.sorted(known, each -> NameOrder.of(each.student())));
        if (!owing.isEmpty()) {
            StudentLookup gone = new JournalStudentLookup(em, owing.keySet());
            owing.forEach((number, owed) -> receivables.add(receivable(gone.snapshot(number), owed)));
        }
        return List.copyOf(receivables);
    }

    private Receivable receivable(StudentSnapshot student, Owing owed) {
        Money sum =
                owed.ages().values().stream().filter(amount -> !amount.isZero()).reduce(zero, Money::plus);
        return new Receivable(
                student, owed.ages(), new AccountBalance(student.number(), owed.balance(), sum), owed.past());
    }

    private Map<Age, Money> ages(Row row) {
        Map<Age, Money> ages = new EnumMap<>(Age.class);
        for (Age age : Age.values()) {
            ages.put(age, money(row, age.name()));
        }
        return ages;
    }

    /** Of thousands of amounts, most are zero. */
    private Money money(Row row, String column) {
        return row.decimal(column).signum() == 0 ? zero : row.money(column, zero.currency());
    }
}
