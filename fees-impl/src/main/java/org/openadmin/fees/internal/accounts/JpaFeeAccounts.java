package org.openadmin.fees.internal.accounts;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts as sums over the journal. */
@Component
public final class JpaFeeAccounts implements FeeAccounts {

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaFeeAccounts(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public AccountBalance balance(StudentNumber student) {
        return transactions.read(
                em -> new AccountQueries(em, currency()).account(student).balance());
    }

    @Override
    public Map<StudentNumber, AccountBalance> balances(Collection<StudentNumber> students) {
        return students.isEmpty()
                ? Map.of()
                : transactions.read(em -> new AccountQueries(em, currency()).balances(students));
    }

    @Override
    public List<AccountBalance> balances() {
        return transactions.read(em -> new AccountQueries(em, currency()).balances());
    }

    @Override
    public List<Charge> outstanding(StudentNumber student) {
        return transactions.read(em -> {
            AccountQueries accounts = new AccountQueries(em, currency());
            return accounts.outstanding(accounts.account(student).student());
        });
    }

    @Override
    public Map<StudentNumber, List<Charge>> outstanding(Collection<StudentNumber> students) {
        return students.isEmpty()
                ? Map.of()
                : transactions.read(em -> new AccountQueries(em, currency()).outstanding(students));
    }

    @Override
    public List<Charge> charges(Collection<ChargeId> ids) {
        return ids.isEmpty() ? List.of() : transactions.read(em -> new AccountQueries(em, currency()).charges(ids));
    }

    private Currency currency() {
        return settings.current().currency();
    }
}
