package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;

/** A school in memory with students who owe fees, with its runs and a renderer that draws plain text. */
final class InvoicingSchool {

    static final Currency CAD = Currency.getInstance("CAD");
    static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    static final Instant NOW = Instant.parse("2026-09-08T14:05:00Z");
    static final Actor CLERK = new Actor("anna", Set.of(Role.BILL));

    final Map<StudentNumber, Student> atHost = new TreeMap<>();
    final Map<StudentNumber, List<Charge>> charges = new TreeMap<>();
    final Map<StudentNumber, Money> credit = new HashMap<>();
    final AccountsInMemory accounts = new AccountsInMemory();
    final RunsInMemory runs = new RunsInMemory();
    final WordRenderer renderer = new WordRenderer();
    Locale locale = Locale.CANADA;
    Optional<MailSettings> mail = Optional.empty();
    private long chargeIds;

    static Money money(String plain) {
        return Money.parse(plain, CAD);
    }

    PrintedInvoices printer() {
        return new PrintedInvoices(accounts, new StudentsInMemory(), renderer, runs, settings());
    }

    EmailedInvoices mailer(Clock clock) {
        return new EmailedInvoices(accounts, new StudentsInMemory(), renderer, runs, settings(), () -> mail, clock);
    }

    StudentNumber student(int number, String lastname, String firstname) {
        return enrol(number, lastname, firstname, "9", "9A");
    }

    StudentNumber enrol(int number, String lastname, String firstname, String grade, String homeroom) {
        return enrol(number, lastname, firstname, grade, homeroom, List.of("12 Main Street"), "");
    }

    /** A student without a postal address. */
    StudentNumber reachable(int number, String lastname, String firstname, String email) {
        return enrol(number, lastname, firstname, "9", "9A", List.of(), email);
    }

    private StudentNumber enrol(
            int number,
            String lastname,
            String firstname,
            String grade,
            String homeroom,
            List<String> address,
            String email) {
        StudentNumber key = new StudentNumber(number);
        atHost.put(key, new Student(key, lastname, firstname, "", grade, homeroom, true, "", address, email));
        return key;
    }

    Charge charge(StudentNumber student, String name, String subtotal, String... taxes) {
        return charge(student, DAY.minusDays(7), name, subtotal, taxes);
    }

    /** @param taxes such as {@code GST 1.25} */
    Charge charge(StudentNumber student, LocalDate date, String name, String subtotal, String... taxes) {
        List<Tax> taxed = Arrays.stream(taxes)
                .map(tax -> new Tax(tax.split(" ")[0], money(tax.split(" ")[1])))
                .toList();
        Money total = taxed.stream().map(Tax::amount).reduce(money(subtotal), Money::plus);
        Charge charge = new Charge(
                new ChargeId(++chargeIds),
                record(student),
                date,
                name,
                "",
                money(subtotal),
                taxed,
                total,
                Optional.empty());
        charges.computeIfAbsent(student, s -> new ArrayList<>()).add(charge);
        return charge;
    }

    private StudentSnapshot record(StudentNumber student) {
        return Optional.ofNullable(atHost.get(student))
                .map(Student::ofRecord)
                .orElse(new StudentSnapshot(student, "Gone, Gary", "8", "8B"));
    }

    private FeesSettings settings() {
        return () -> new Settings(
                School.named("École Prairie View School"),
                CAD,
                locale,
                List.of(),
                Map.of(),
                1,
                new DocumentSettings(Paper.LETTER, 30, Optional.empty()),
                AccountCodes.none());
    }

    final class AccountsInMemory implements FeeAccounts {

        Runnable betweenQueries = () -> {};

        @Override
        public AccountBalance balance(StudentNumber student) {
            Money outstanding = charges.getOrDefault(student, List.of()).stream()
                    .map(Charge::total)
                    .reduce(money("0"), Money::plus);
            return new AccountBalance(
                    student, outstanding.minus(credit.getOrDefault(student, money("0"))), outstanding);
        }

        @Override
        public Map<StudentNumber, AccountBalance> balances(Collection<StudentNumber> students) {
            Map<StudentNumber, AccountBalance> found = new TreeMap<>();
            students.forEach(student -> found.put(student, balance(student)));
            betweenQueries.run();
            return found;
        }

        @Override
        public List<AccountBalance> balances() {
            Set<StudentNumber> everybody = new TreeSet<>(atHost.keySet());
            everybody.addAll(charges.keySet());
            return everybody.stream().map(this::balance).toList();
        }

        @Override
        public List<Charge> outstanding(StudentNumber student) {
            return charges.getOrDefault(student, List.of());
        }

        @Override
        public Map<StudentNumber, List<Charge>> outstanding(Collection<StudentNumber> students) {
            Map<StudentNumber, List<Charge>> found = new TreeMap<>(charges);
            found.keySet().retainAll(students);
            return found;
        }
    }

    private final class StudentsInMemory implements Students {

        @Override
        public Found search(String query, int limit) {
            throw new UnsupportedOperationException("no run searches");
        }

        @Override
        public Optional<Student> find(StudentNumber number) {
            return Optional.ofNullable(atHost.get(number));
        }

        @Override
        public Map<StudentNumber, Student> find(Collection<StudentNumber> numbers) {
            Map<StudentNumber, Student> found = new TreeMap<>(atHost);
            found.keySet().retainAll(numbers);
            return found;
        }

        @Override
        public List<Student> in(Audience audience) {
            Audience.Group group = (Audience.Group) audience;
            return group.values().stream()
                    .map(value -> atHost.get(StudentNumber.parse(value)))
                    .toList();
        }

        @Override
        public List<String> values(GroupKind kind) {
            return List.of();
        }
    }
}
