package org.openadmin.fees.testkit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.spi.search.Household;

/** The families on the roll, with what each of them owes. */
final class MemoryFamilies implements Families {

    private final MemoryRoll roll;
    private final MemoryBooks books;
    private final MemoryCalls calls;
    private final MemoryLedger ledger;

    MemoryFamilies(MemoryRoll roll, MemoryBooks books, MemoryCalls calls, MemoryLedger ledger) {
        this.ledger = ledger;
        this.roll = roll;
        this.books = books;
        this.calls = calls;
    }

    @Override
    public List<Sibling> siblings(Actor reader, AccountNumber student) {
        reader.require(Role.VIEW);
        calls.query(Families.class);
        return roll.all().stream()
                .filter(other -> !other.number().equals(student) && areOneFamily(student, other.number()))
                .filter(other -> other.active() || hasSomething(other))
                .map(other ->
                        new Sibling(other.snapshot(), books.balance(other.number()), books.outstanding(other.number())))
                .toList();
    }

    @Override
    public List<Sibling> family(Actor reader, StudentNumber student) {
        reader.require(Role.VIEW);
        StudentSnapshot first =
                ledger.student(student).orElseThrow(() -> new UnknownStudentException(List.of(student)));
        return Stream.concat(
                        Stream.of(new Sibling(first, books.balance(student), books.outstanding(student))),
                        siblings(reader, student).stream())
                .sorted(Comparator.comparing(sibling -> sibling.student().number()))
                .toList();
    }

    private boolean hasSomething(Student student) {
        AccountBalance account = books.balance(student.number());
        return !account.balance().isZero() || !account.outstanding().isZero();
    }

    private boolean areOneFamily(AccountNumber one, AccountNumber other) {
        return roll.find(one)
                .flatMap(first -> roll.find(other).filter(second -> Household.isShared(first, second)))
                .isPresent();
    }

    /** Those of these accounts that are not of the family of this one. */
    List<AccountNumber> outsiders(AccountNumber first, Collection<AccountNumber> accounts) {
        return accounts.stream()
                .filter(other -> !other.equals(first) && !areOneFamily(first, other))
                .toList();
    }
}
