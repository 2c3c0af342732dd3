package org.openadmin.fees.testkit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.students.Student;

/** Balances and outstanding charges, added up at each call. */
final class MemoryAccounts implements FeeAccounts {

    private final MemoryRoll roll;
    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryCalls calls;
    private final Clock clock;

    MemoryAccounts(MemoryRoll roll, MemoryLedger ledger, MemoryBooks books, MemoryCalls calls, Clock clock) {
        this.clock = clock;
        this.roll = roll;
        this.ledger = ledger;
        this.books = books;
        this.calls = calls;
    }

    @Override
    public AccountBalance balance(AccountNumber student) {
        calls.query(FeeAccounts.class);
        books.requireKnown(student);
        return books.balance(student);
    }

    @Override
    public Map<AccountNumber, AccountBalance> balances(Collection<? extends AccountNumber> students) {
        calls.query(FeeAccounts.class);
        Map<AccountNumber, AccountBalance> balances = new LinkedHashMap<>();
        new TreeSet<>(students).forEach(student -> balances.put(student, books.balance(student)));
        return balances;
    }

    @Override
    public List<AccountBalance> balances() {
        calls.query(FeeAccounts.class);
        return everybody().stream().map(books::balance).toList();
    }

    private TreeSet<AccountNumber> everybody() {
        TreeSet<AccountNumber> everybody = new TreeSet<>();
        roll.all().stream().map(Student::number).forEach(everybody::add);
        ledger.rows().stream()
                .flatMap(row -> row.student().stream())
                .map(StudentSnapshot::number)
                .forEach(everybody::add);
        roll.payers().stream().map(StudentSnapshot::number).forEach(everybody::add);
        return everybody;
    }

    @Override
    public List<Charge> outstanding(AccountNumber student) {
        calls.query(FeeAccounts.class);
        books.requireKnown(student);
        return books.outstanding(student);
    }

    @Override
    public Map<AccountNumber, List<Charge>> outstanding(Collection<? extends AccountNumber> students) {
        calls.query(FeeAccounts.class);
        Map<AccountNumber, List<Charge>> outstanding = new LinkedHashMap<>();
        for (AccountNumber student : new TreeSet<>(students)) {
            List<Charge> charges = books.outstanding(student);
            if (!charges.isEmpty()) {
                outstanding.put(student, charges);
            }
        }
        return outstanding;
    }

    @Override
    public PastBalance balance(AccountNumber student, LocalDate day) {
        calls.query(FeeAccounts.class);
        requireNotLater(day);
        books.requireKnown(student);
        return past(student, day);
    }

    @Override
    public Map<AccountNumber, PastBalance> balances(Collection<? extends AccountNumber> students, LocalDate day) {
        calls.query(FeeAccounts.class);
        requireNotLater(day);
        Map<AccountNumber, PastBalance> balances = new LinkedHashMap<>();
        new TreeSet<>(students).forEach(student -> balances.put(student, past(student, day)));
        return balances;
    }

    @Override
    public List<PastBalance> balances(LocalDate day) {
        calls.query(FeeAccounts.class);
        requireNotLater(day);
        return everybody().stream().map(student -> past(student, day)).toList();
    }

    @Override
    public Map<AccountNumber, List<Charge>> outstanding(Collection<? extends AccountNumber> students, LocalDate day) {
        requireNotLater(day);
        if (day.equals(LocalDate.now(clock))) {
            return outstanding(students);
        }
        calls.query(FeeAccounts.class);
        Map<AccountNumber, List<Charge>> outstanding = new LinkedHashMap<>();
        for (AccountNumber student : new TreeSet<>(students)) {
            List<Charge> charges = MemoryPastDays.of(ledger, books, day, clock).open(student).stream()
                    .map(MemoryBooks::asCharge)
                    .toList();
            if (!charges.isEmpty()) {
                outstanding.put(student, charges);
            }
        }
        return outstanding;
    }

    private PastBalance past(AccountNumber student, LocalDate day) {
        return day.equals(LocalDate.now(clock))
                ? PastBalance.of(books.balance(student))
                : MemoryPastDays.of(ledger, books, day, clock).balance(student);
    }

    private void requireNotLater(LocalDate day) {
        DateNotAllowedException.requireNotAfter(LocalDate.now(clock), day, Limit.AS_OF_AFTER_TODAY);
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
