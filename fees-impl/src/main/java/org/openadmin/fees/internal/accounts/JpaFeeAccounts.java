package org.openadmin.fees.internal.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.internal.ledger.AccountHolderQueries;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.PastAccountQueries;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.ledger.PastSchoolQueries;
import org.openadmin.fees.internal.ledger.PastSchoolQueries.Grouping;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts as sums over the journal. */
@Component
public final class JpaFeeAccounts implements FeeAccounts {

    private final Transactions transactions;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaFeeAccounts(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public AccountBalance balance(AccountNumber student) {
        return transactions.read(
                em -> new AccountQueries(em, currency()).account(student).balance());
    }

    @Override
    public Map<AccountNumber, AccountBalance> balances(Collection<? extends AccountNumber> students) {
        return students.isEmpty()
                ? Map.of()
                : transactions.read(em -> new AccountQueries(em, currency()).balances(students));
    }

    @Override
    public List<AccountBalance> balances() {
        return transactions.readAtOneMoment(em -> new AccountQueries(em, currency()).balances());
    }

    @Override
    public List<Charge> outstanding(AccountNumber student) {
        return transactions.read(em -> {
            AccountQueries accounts = new AccountQueries(em, currency());
            return accounts.outstanding(accounts.account(student).student());
        });
    }

    @Override
    public Map<AccountNumber, List<Charge>> outstanding(Collection<? extends AccountNumber> students) {
        return students.isEmpty()
                ? Map.of()
                : transactions.read(em -> new AccountQueries(em, currency()).outstanding(students));
    }

    @Override
    public PastBalance balance(AccountNumber student, LocalDate day) {
        Optional<PastDay> past = PastDay.of(day, clock);
        AccountBalance now = balance(student);
        return past.map(then -> transactions
                        .read(em -> new PastAccountQueries(em, currency(), then).balances(List.of(student)))
                        .get(student))
                .orElseGet(() -> PastBalance.of(now));
    }

    @Override
    public Map<AccountNumber, PastBalance> balances(Collection<? extends AccountNumber> students, LocalDate day) {
        Optional<PastDay> past = PastDay.of(day, clock);
        if (past.isPresent()) {
            return transactions.read(em -> new PastAccountQueries(em, currency(), past.get()).balances(students));
        }
        Map<AccountNumber, PastBalance> now = new LinkedHashMap<>();
        balances(students).forEach((number, balance) -> now.put(number, PastBalance.of(balance)));
        return now;
    }

    @Override
    public List<PastBalance> balances(LocalDate day) {
        Optional<PastDay> past = PastDay.of(day, clock);
        if (past.isEmpty()) {
            return balances().stream().map(PastBalance::of).toList();
        }
        Currency currency = currency();
        SortedMap<AccountNumber, PastBalance> balances = new TreeMap<>();
        transactions
                .read(em -> new AccountHolderQueries(em).numbers())
                .forEach(number -> balances.put(number, PastBalance.of(nothing(number, currency))));
        new PastSchoolQueries(transactions, currency, past.get())
                .accounts(Grouping.none())
                .forEach((number, account) -> balances.put(number, account.balance()));
        return List.copyOf(balances.values());
    }

    private static AccountBalance nothing(AccountNumber number, Currency currency) {
        Money zero = Money.zero(currency);
        return new AccountBalance(number, zero, zero);
    }

    @Override
    public Map<AccountNumber, List<Charge>> outstanding(Collection<? extends AccountNumber> students, LocalDate day) {
        return PastDay.of(day, clock)
                .map(past ->
                        transactions.read(em -> new PastAccountQueries(em, currency(), past).outstanding(students)))
                .orElseGet(() -> outstanding(students));
    }

    @Override
    public List<Charge> charges(Collection<ChargeId> ids) {
        return ids.isEmpty() ? List.of() : transactions.read(em -> new AccountQueries(em, currency()).charges(ids));
    }

    private Currency currency() {
        return settings.current().currency();
    }
}
