package org.openadmin.fees.reports.internal.documents;

import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CAD;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The rows of the sample school's journal, in the order of their numbers and, as the tests write them, of their dates. */
public final class JournalInMemory implements Statements {

    final List<JournalEntry> entries = new ArrayList<>();
    int queries;
    private final Function<StudentNumber, StudentSnapshot> students;

    JournalInMemory(Function<StudentNumber, StudentSnapshot> students) {
        this.students = students;
    }

    /** @param taxes such as {@code GST 1.25} */
    public long charge(
            StudentNumber student, LocalDate date, String name, String about, String subtotal, String... taxes) {
        List<Tax> taxed = Arrays.stream(taxes)
                .map(tax -> new Tax(tax.split(" ")[0], money(tax.split(" ")[1])))
                .toList();
        Money total = taxed.stream().map(Tax::amount).reduce(money(subtotal), Money::plus);
        return add(new Entry(EntryKind.CHARGE, student, date, name, about, total).of(money(subtotal), taxed));
    }

    public long pay(StudentNumber student, LocalDate date, int receipt, String amount, long... settles) {
        EntryKind kind = settles.length == 0 ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT;
        Entry payment = new Entry(
                kind, student, date, "Payment", numbers(settles), money(amount).negated());
        long id = add(payment.by(PaymentMethod.CHEQUE, "000123").receipt(receipt));
        for (long charge : settles) {
            settle(charge, OptionalLong.of(id));
        }
        return id;
    }

    /** Cancels or waives a charge. */
    long lift(EntryKind kind, LocalDate date, long charge, String reason) {
        JournalEntry lifted = entry(charge);
        StudentNumber student = lifted.student().orElseThrow().number();
        long id = add(
                new Entry(kind, student, date, "Word", reason, lifted.total().negated()).reverses(charge));
        settle(charge, OptionalLong.of(id));
        return id;
    }

    long takeBack(LocalDate date, long payment, String reason) {
        JournalEntry taken = entry(payment);
        StudentNumber student = taken.student().orElseThrow().number();
        long id = add(new Entry(
                        EntryKind.VOID,
                        student,
                        date,
                        "Word",
                        reason,
                        taken.total().negated())
                .reverses(payment));
        for (JournalEntry charge : List.copyOf(entries)) {
            if (charge.settledBy().equals(OptionalLong.of(payment))) {
                settle(charge.id(), OptionalLong.empty());
            }
        }
        replace(payment, new Entry(taken).voided(id));
        return id;
    }

    public long refund(StudentNumber student, LocalDate date, String amount, String reason) {
        return add(new Entry(EntryKind.REFUND, student, date, "Word", reason, money(amount)));
    }

    long add(Entry entry) {
        entries.add(entry.at(entries.size() + 1L));
        return entries.size();
    }

    JournalEntry entry(long id) {
        return entries.get((int) id - 1);
    }

    private void settle(long charge, OptionalLong by) {
        replace(charge, new Entry(entry(charge)).settled(by));
    }

    private void replace(long id, Entry entry) {
        entries.set((int) id - 1, entry.at(id));
    }

    private static String numbers(long... ids) {
        return String.join(" ", Arrays.stream(ids).mapToObj(String::valueOf).toList());
    }

    @Override
    public List<Holder> search(Actor reader, String query, int limit) {
        throw new UnsupportedOperationException("no document searches");
    }

    @Override
    public Holder holder(Actor reader, StudentNumber student) {
        throw new UnsupportedOperationException("no document asks");
    }

    @Override
    public AccountStatement statement(StatementRequest request) {
        queries++;
        List<AccountStatement.Line> all = lines(request.student());
        List<AccountStatement.Line> until = all.stream()
                .filter(line -> day(line.entry()).compareTo(request.to()) <= 0)
                .toList();
        List<AccountStatement.Line> inside = until.stream()
                .filter(line -> day(line.entry()).compareTo(request.from()) >= 0)
                .toList();
        List<AccountStatement.Line> before = until.subList(0, until.size() - inside.size());
        return new AccountStatement(
                students.apply(request.student()), request.from(), request.to(), last(before), inside, last(until));
    }

    @Override
    public AccountHistory history(Actor reader, StudentNumber student) {
        queries++;
        List<AccountStatement.Line> lines = lines(student);
        Money outstanding = lines.stream()
                .map(AccountStatement.Line::entry)
                .filter(JournalEntry::isOutstanding)
                .map(JournalEntry::total)
                .reduce(Money.zero(CAD), Money::plus);
        return new AccountHistory(
                students.apply(student), new AccountBalance(student, last(lines), outstanding), lines);
    }

    private List<AccountStatement.Line> lines(StudentNumber student) {
        if (student.value() == 404) {
            throw new UnknownStudentException(List.of(student));
        }
        List<AccountStatement.Line> lines = new ArrayList<>();
        Money balance = Money.zero(CAD);
        for (JournalEntry entry : entries) {
            if (entry.student()
                    .map(StudentSnapshot::number)
                    .filter(student::equals)
                    .isPresent()) {
                balance = balance.plus(entry.total());
                lines.add(new AccountStatement.Line(entry, balance));
            }
        }
        return lines;
    }

    private static Money last(List<AccountStatement.Line> lines) {
        return lines.isEmpty() ? Money.zero(CAD) : lines.get(lines.size() - 1).balance();
    }

    private static LocalDate day(JournalEntry entry) {
        return entry.date().orElse(LocalDate.MIN);
    }

    /** A builder of rows. */
    final class Entry {

        private final EntryKind kind;
        private final StudentNumber student;
        private final LocalDate date;
        private final String name;
        private final String description;
        private final Money total;
        private Optional<Money> subtotal = Optional.empty();
        private List<Tax> taxes = List.of();
        private OptionalLong settledBy = OptionalLong.empty();
        private Optional<ReceiptNumber> receipt = Optional.empty();
        private OptionalLong voidedBy = OptionalLong.empty();
        private OptionalLong reverses = OptionalLong.empty();
        private Optional<PaymentMethod> method = Optional.empty();
        private String reference = "";

        /** @param date null for none */
        Entry(EntryKind kind, StudentNumber student, LocalDate date, String name, String description, Money total) {
            this.kind = kind;
            this.student = student;
            this.date = date;
            this.name = name;
            this.description = description;
            this.total = total;
        }

        private Entry(JournalEntry entry) {
            this(
                    entry.kind(),
                    entry.student().orElseThrow().number(),
                    entry.date().orElse(null),
                    entry.name(),
                    entry.description(),
                    entry.total());
            subtotal = entry.subtotal();
            taxes = entry.taxes();
            settledBy = entry.settledBy();
            receipt = entry.receipt();
            method = entry.method();
            reference = entry.reference();
        }

        Entry of(Money amount, List<Tax> taxed) {
            subtotal = Optional.of(amount);
            taxes = taxed;
            return this;
        }

        Entry by(PaymentMethod how, String number) {
            method = Optional.of(how);
            reference = number;
            return this;
        }

        Entry receipt(int number) {
            receipt = Optional.of(new ReceiptNumber(number));
            return this;
        }

        Entry reverses(long id) {
            reverses = OptionalLong.of(id);
            return this;
        }

        private Entry settled(OptionalLong by) {
            settledBy = by;
            return this;
        }

        private Entry voided(long by) {
            voidedBy = OptionalLong.of(by);
            return this;
        }

        private JournalEntry at(long id) {
            return new JournalEntry(
                    id,
                    kind,
                    Optional.of(students.apply(student)),
                    Optional.ofNullable(date),
                    name,
                    description,
                    subtotal,
                    taxes,
                    total,
                    settledBy,
                    receipt,
                    voidedBy,
                    reverses,
                    Optional.empty(),
                    method,
                    reference,
                    Optional.empty(),
                    "anna");
        }
    }
}
