package org.openadmin.fees.internal.parents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.Statements.AccountHolder;
import org.openadmin.fees.api.accounts.Statements.State;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.parents.ChildFees;
import org.openadmin.fees.api.parents.FamilyFees;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.api.parents.SettledFee;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.internal.ledger.AccountHolderQueries;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.persistence.GuardianView;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts of a parent's own children. It exists only where the site has the view of parents. */
@Component
public final class JpaParentAccounts implements ParentAccounts {

    private final Transactions transactions;
    private final FeesSettings settings;
    private final Clock clock;

    /** @param guardians without which there is no such service */
    @Activate
    public JpaParentAccounts(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference GuardianView guardians,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public FamilyFees family(Actor parent) {
        parent.require(Role.PARENT, "ParentAccounts.family");
        Currency currency = settings.current().currency();
        LocalDate day = LocalDate.now(clock);
        return new FamilyFees(day, currency, transactions.readAtOneMoment(em -> {
            SortedSet<AccountNumber> children = new GuardianLookup(em).childrenOf(parent);
            return children.isEmpty() ? List.of() : read(em, children, currency, day);
        }));
    }

    private static List<ChildFees> read(
            EntityManager em, Set<AccountNumber> children, Currency currency, LocalDate day) {
        Map<AccountNumber, AccountHolder> holders = new AccountHolderQueries(em).find(children);
        AccountQueries accounts = new AccountQueries(em, currency);
        Map<AccountNumber, AccountBalance> balances = accounts.balances(children);
        Map<AccountNumber, List<Charge>> outstanding = accounts.outstanding(children);
        Map<AccountNumber, List<SettledFee>> settled =
                new SettledFeeQueries(em, currency).since(FamilyFees.schoolYear(day), children, MAX_SETTLED);
        Map<AccountNumber, List<Receipt>> receipts = new ReceiptQueries(em, currency)
                .latest(children, MAX_RECEIPTS).stream().collect(Collectors.groupingBy(receipt -> receipt.student()
                        .number()));
        return holders.entrySet().stream()
                .map(child -> ChildFees.of(
                        child.getValue().student(),
                        child.getValue().state() == State.ACTIVE,
                        balances.get(child.getKey()),
                        outstanding.getOrDefault(child.getKey(), List.of()),
                        settled.getOrDefault(child.getKey(), List.of()),
                        receipts.getOrDefault(child.getKey(), List.of()),
                        day))
                .toList();
    }
}
