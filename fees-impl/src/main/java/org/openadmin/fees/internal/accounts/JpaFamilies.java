package org.openadmin.fees.internal.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
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
        return transactions.read(em -> {
            List<Student> others = new HostStudents(em).siblings(number);
            Set<StudentNumber> active =
                    others.stream().filter(Student::active).map(Student::number).collect(Collectors.toSet());
            return accounts(em, others.stream().map(Student::snapshot).toList()).stream()
                    .filter(other -> active.contains(other.student().number()) || !isSettled(other.account()))
                    .toList();
        });
    }

    @Override
    public List<Sibling> family(Actor reader, StudentNumber student) {
        reader.require(Role.VIEW);
        Sibling first = transactions.read(em -> accounts(
                        em,
                        List.of(new AccountQueries(em, settings.current().currency())
                                .account(student)
                                .student()))
                .get(0));
        return Stream.concat(Stream.of(first), siblings(reader, student).stream())
                .sorted(Comparator.comparing(sibling -> sibling.student().number()))
                .toList();
    }

    private List<Sibling> accounts(EntityManager em, List<StudentSnapshot> students) {
        if (students.isEmpty()) {
            return List.of();
        }
        List<AccountNumber> numbers =
                students.stream().map(StudentSnapshot::number).toList();
        AccountQueries accounts = new AccountQueries(em, settings.current().currency());
        Map<AccountNumber, AccountBalance> balances = accounts.balances(numbers);
        Map<AccountNumber, List<Charge>> outstanding = accounts.outstanding(numbers);
        return students.stream()
                .map(student -> new Sibling(
                        student, balances.get(student.number()), outstanding.getOrDefault(student.number(), List.of())))
                .toList();
    }

    private static boolean isSettled(AccountBalance account) {
        return account.balance().isZero() && account.outstanding().isZero();
    }
}
