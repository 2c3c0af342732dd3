package org.openadmin.fees.testkit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.students.Student;

/** Balances and outstanding charges, added up at each call. */
final class MemoryAccounts implements FeeAccounts {

    private final MemoryRoll roll;
    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryCalls calls;

    MemoryAccounts(MemoryRoll roll, MemoryLedger ledger, MemoryBooks books, MemoryCalls calls) {
        this.roll = roll;
        this.ledger = ledger;
        this.books = books;
        this.calls = calls;
    }

    @Override
    public AccountBalance balance(StudentNumber student) {
        calls.query(FeeAccounts.class);
        books.requireKnown(student);
        return books.balance(student);
    }

    @Override
    public Map<StudentNumber, AccountBalance> balances(Collection<StudentNumber> students) {
        calls.query(FeeAccounts.class);
        Map<StudentNumber, AccountBalance> balances = new LinkedHashMap<>();
        new TreeSet<>(students).forEach(student -> balances.put(student, books.balance(student)));
        return balances;
    }

    @Override
    public List<AccountBalance> balances() {
        calls.query(FeeAccounts.class);
        TreeSet<StudentNumber> everybody = new TreeSet<>();
        roll.all().stream().map(Student::number).forEach(everybody::add);
        ledger.rows().stream()
                .flatMap(row -> row.student().stream())
                .map(StudentSnapshot::number)
                .forEach(everybody::add);
        return everybody.stream().map(books::balance).toList();
    }

    @Override
    public List<Charge> outstanding(StudentNumber student) {
        calls.query(FeeAccounts.class);
        books.requireKnown(student);
        return books.outstanding(student);
    }

    @Override
    public Map<StudentNumber, List<Charge>> outstanding(Collection<StudentNumber> students) {
        calls.query(FeeAccounts.class);
        Map<StudentNumber, List<Charge>> outstanding = new LinkedHashMap<>();
        for (StudentNumber student : new TreeSet<>(students)) {
            List<Charge> charges = books.outstanding(student);
            if (!charges.isEmpty()) {
                outstanding.put(student, charges);
            }
        }
        return outstanding;
    }

    @Override
    public List<Charge> charges(Collection<ChargeId> ids) {
        calls.query(FeeAccounts.class);
        return new TreeSet<>(ids)
                .stream()
                        .flatMap(id -> books.charge(id).stream())
                        .map(MemoryBooks::asCharge)
                        .toList();
    }
}
