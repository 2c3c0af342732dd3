package org.openadmin.fees.internal.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.Statements.AccountHolder;
import org.openadmin.fees.api.accounts.Statements.State;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.internal.students.StudentRow;

/** Who has an account: the students in the portal, those who are only in the journal, and the payers. */
public final class AccountHolderQueries {

    private final EntityManager em;

    public AccountHolderQueries(EntityManager em) {
        this.em = em;
    }

    /** The holder of an account; empty when the number is neither in the portal nor in the journal. */
    public Optional<AccountHolder> find(AccountNumber number) {
        return Optional.ofNullable(find(Set.of(number)).get(number));
    }

    /** The holders of these accounts, in number order, in four queries at most. */
    public Map<AccountNumber, AccountHolder> find(Set<? extends AccountNumber> numbers) {
        Map<StudentNumber, Student> inPortal = new HostStudents(em).find(numbers);
        Set<AccountNumber> gone = new TreeSet<>(numbers);
        gone.removeAll(inPortal.keySet());
        Map<AccountNumber, StudentSnapshot> payers = new PayerQueries(em).find(numbers);
        gone.removeIf(PayerNumber.class::isInstance);
        gone.retainAll(inJournal(gone));
        StudentLookup remembered = new JournalStudentLookup(em, gone);
        Map<AccountNumber, AccountHolder> holders = new LinkedHashMap<>();
        for (AccountNumber number : new TreeSet<>(numbers)) {
            if (inPortal.containsKey(number)) {
                holders.put(number, holder(inPortal.get(number)));
            } else if (payers.containsKey(number)) {
                holders.put(number, new AccountHolder(payers.get(number), State.PAYER));
            } else if (gone.contains(number)) {
                holders.put(number, new AccountHolder(remembered.snapshot(number), State.NOT_IN_HOST));
            }
        }
        return holders;
    }

    private static AccountHolder holder(Student student) {
        return new AccountHolder(student.snapshot(), student.active() ? State.ACTIVE : State.WITHDRAWN);
    }

    /** The numbers of all students in the portal or in the journal, and of all payers. */
    public List<AccountNumber> numbers() {
        Stream<AccountNumber> students = Sql.of("""
                SELECT s.studnum FROM fees_student s
                UNION
                SELECT j.studnum FROM {by_student} GROUP BY j.studnum
                """).part("by_student", JournalIndex.BALANCE.table()).rows(em).stream()
                .flatMap(row -> StudentRow.number(row).stream());
        return Stream.concat(students, new PayerQueries(em).all().keySet().stream())
                .toList();
    }

    private List<AccountNumber> inJournal(Set<? extends AccountNumber> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : Sql.of("SELECT DISTINCT j.studnum FROM fees_jrl j WHERE j.studnum IN (:numbers)")
                        .with(
                                "numbers",
                                numbers.stream()
                                        .map(AccountNumber::journalNumber)
                                        .toList())
                        .numbers(em)
                        .stream()
                        .map(AccountNumber::ofJournal)
                        .toList();
    }
}
