package org.openadmin.fees.internal.accounts;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.FeesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the families in the portal's student records, with what each of them owes. */
@Component
public final class JpaFamilies implements Families {

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaFamilies(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public List<Sibling> siblings(Actor reader, AccountNumber student) {
        reader.require(Role.VIEW);
        if (!(student instanceof StudentNumber number)) {
            return List.of();
        }
        Currency currency = settings.current().currency();
        return transactions.read(em -> {
            List<Student> others = new HostStudents(em).siblings(number);
            if (others.isEmpty()) {
                return List.of();
            }
            List<StudentNumber> numbers = others.stream().map(Student::number).toList();
            AccountQueries accounts = new AccountQueries(em, currency);
            Map<AccountNumber, AccountBalance> balances = accounts.balances(numbers);
            Map<AccountNumber, List<Charge>> outstanding = accounts.outstanding(numbers);
            return others.stream()
                    .filter(other -> other.active() || !isSettled(balances.get(other.number())))
                    .map(other -> new Sibling(
                            other.snapshot(),
                            balances.get(other.number()),
                            outstanding.getOrDefault(other.number(), List.of())))
                    .toList();
        });
    }

    private static boolean isSettled(AccountBalance account) {
        return account.balance().isZero() && account.outstanding().isZero();
    }
}
