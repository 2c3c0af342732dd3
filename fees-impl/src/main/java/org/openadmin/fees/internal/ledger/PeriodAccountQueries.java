package org.openadmin.fees.internal.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.internal.ledger.AccountOnDay.Counting;
import org.openadmin.fees.internal.ledger.AccountOnDay.Entry;
import org.openadmin.fees.internal.ledger.AccountOnDay.Settlement;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/**
 * All accounts at the beginning and at the end of a period, from all their rows, by the rule of {@link AccountOnDay}. The rows of some
 * accounts at a time are in memory.
 */
public final class PeriodAccountQueries {

    /** These are some ten megabytes; an account with more rows is read alone. */
    private static final int ROWS_AT_A_TIME = 20_000;

    private final EntityManager em;
    private final Money zero;
    private final PastDay before;
    private final PastDay last;
    private final PastAccountQueries accounts;

    /**
     * @param before the day before the period
     * @param last its last day
     */
    public PeriodAccountQueries(EntityManager em, Currency currency, PastDay before, PastDay last) {
        this.em = em;
        this.zero = Money.zero(currency);
        this.before = before;
        this.last = last;
        accounts = new PastAccountQueries(em, currency, last);
    }

    /**
     * An account.
     *
     * @param opening as known at the end of the day before the period
     * @param closing as known at the end of its last day
     * @param now at the end of its last day, as the journal has it now
     * @param charges the charges dated in the period and recorded by its end
     */
    public record Account(
            AccountBalance opening, AccountBalance closing, AccountBalance now, List<PeriodCharge> charges) {
        public Account {
            charges = List.copyOf(charges);
        }

        public AccountNumber student() {
            return closing.student();
        }
    }

    /** @param settledBy the row that had settled it at the end of the period, as known then; empty if it was open */
    public record PeriodCharge(long id, Money total, OptionalLong settledBy) {}

    /** Passes on the accounts, some at a time, in number order. */
    public void forEach(Consumer<List<Account>> use) {
        List<AccountNumber> some = new ArrayList<>();
        long rows = 0;
        for (Row row : Sql.of(
                        "SELECT j.studnum, COUNT(*) AS number FROM {journal} WHERE {is_account} GROUP BY j.studnum")
                .part("is_account", PayerQueries.isAccount("j.studnum"))
                .part("journal", JournalIndex.STUDENT.table())
                .rows(em)) {
            if (rows + row.number("number") > ROWS_AT_A_TIME && !some.isEmpty()) {
                use.accept(read(some));
                some.clear();
                rows = 0;
            }
            some.add(AccountNumber.ofJournal(row.integer("studnum")));
            rows += row.number("number");
        }
        if (!some.isEmpty()) {
            use.accept(read(some));
        }
    }

    private List<Account> read(List<? extends AccountNumber> some) {
        List<Account> read = new ArrayList<>();
        for (Map.Entry<AccountNumber, List<Entry>> account :
                accounts.entries(some).entrySet()) {
            read.add(account(account.getKey(), account.getValue()));
        }
        return read;
    }

    private Account account(AccountNumber student, List<Entry> entries) {
        Counting known = AccountOnDay.knownOn(last.text(), last.end());
        AccountOnDay closing = AccountOnDay.of(entries, known, zero);
        Set<Long> open = new HashSet<>(closing.open());
        return new Account(
                balance(student, AccountOnDay.of(entries, AccountOnDay.knownOn(before.text(), before.end()), zero)),
                balance(student, closing),
                balance(student, AccountOnDay.of(entries, AccountOnDay.datedUpTo(last.text()), zero)),
                entries.stream()
                        .filter(entry -> entry.charge()
                                && known.test(entry.mark())
                                && isInPeriod(entry.mark().day()))
                        .map(entry -> charge(entry, open, known))
                        .toList());
    }

    /** A date that does not exist is in no period. */
    private boolean isInPeriod(String day) {
        return day.compareTo(before.text()) > 0 && SqlDates.day(day).isPresent();
    }

    private static PeriodCharge charge(Entry charge, Set<Long> open, Counting known) {
        return new PeriodCharge(
                charge.id(),
                charge.total(),
                open.contains(charge.id())
                        ? OptionalLong.empty()
                        : charge.settlements().stream()
                                .filter(settlement -> settlement.isInForce(known))
                                .max(Comparator.comparingLong(Settlement::by))
                                .map(settlement -> OptionalLong.of(settlement.by()))
                                .orElse(OptionalLong.empty()));
    }

    private static AccountBalance balance(AccountNumber student, AccountOnDay account) {
        return new AccountBalance(student, account.balance(), account.outstanding());
    }
}
