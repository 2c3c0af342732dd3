package org.openadmin.fees.ui.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** Accounts in memory: rows written by the test, added up as in the journal. */
public final class FakeStatements implements Statements {

    final Map<StudentNumber, Holder> holders = new LinkedHashMap<>();
    final Map<StudentNumber, List<JournalEntry>> rows = new LinkedHashMap<>();
    public final List<StatementRequest> requests = new ArrayList<>();
    public int asked;
    public RuntimeException nextFailure;

    private long ids = 1;

    public void holder(int number, String name, State state) {
        StudentNumber key = new StudentNumber(number);
        holders.put(key, new Holder(new StudentSnapshot(key, name, "9", "9A"), state));
        rows.put(key, new ArrayList<>());
    }

    public JournalEntry charge(int number, LocalDate date, String name, String amount, long settledBy) {
        return row(number, EntryKind.CHARGE, date, name, "", amount, settledBy, 0, 0, 0);
    }

    public JournalEntry payment(int number, LocalDate date, String amount, long receipt, long voidedBy) {
        return row(number, EntryKind.PAYMENT, date, "Payment", "1", amount, 0, receipt, voidedBy, 0);
    }

    public JournalEntry correction(
            int number, EntryKind kind, LocalDate date, String reason, String amount, long reverses) {
        return row(number, kind, date, kind.name(), reason, amount, 0, 0, 0, reverses);
    }

    private JournalEntry row(
            int number,
            EntryKind kind,
            LocalDate date,
            String name,
            String description,
            String amount,
            long settledBy,
            long receipt,
            long voidedBy,
            long reverses) {
        StudentNumber student = new StudentNumber(number);
        JournalEntry entry = new JournalEntry(
                ids++,
                kind,
                Optional.of(holders.get(student).student()),
                Optional.of(date),
                name,
                description,
                Optional.empty(),
                List.of(),
                FakeSchool.cad(amount),
                id(settledBy),
                receipt == 0 ? Optional.empty() : Optional.of(new ReceiptNumber(receipt)),
                id(voidedBy),
                id(reverses),
                Optional.empty(),
                kind == EntryKind.PAYMENT ? Optional.of(PaymentMethod.CHEQUE) : Optional.empty(),
                "",
                Optional.empty(),
                "clerk");
        rows.get(student).add(entry);
        return entry;
    }

    private static OptionalLong id(long id) {
        return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private void meet(Actor reader) {
        asked++;
        reader.require(Role.VIEW);
        RuntimeException failure = nextFailure;
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public List<Holder> search(Actor reader, String query, int limit) {
        meet(reader);
        String wanted = query.toLowerCase(Locale.ROOT);
        return holders.values().stream()
                .filter(h -> h.student().name().toLowerCase(Locale.ROOT).startsWith(wanted)
                        || String.valueOf(h.student().number()).startsWith(wanted))
                .limit(limit)
                .toList();
    }

    @Override
    public Holder holder(Actor reader, StudentNumber student) {
        meet(reader);
        return Optional.ofNullable(holders.get(student))
                .orElseThrow(() -> new UnknownStudentException(List.of(student)));
    }

    @Override
    public AccountStatement statement(StatementRequest request) {
        meet(request.actor());
        requests.add(request);
        List<AccountStatement.Line> all = lines(request.student());
        Money opening = Money.zero(FakeSchool.CAD);
        Money closing = opening;
        List<AccountStatement.Line> inside = new ArrayList<>();
        for (AccountStatement.Line line : all) {
            LocalDate day = line.entry().date().orElseThrow();
            opening = day.isBefore(request.from()) ? line.balance() : opening;
            closing = day.isAfter(request.to()) ? closing : line.balance();
            if (!day.isBefore(request.from()) && !day.isAfter(request.to())) {
                inside.add(line);
            }
        }
        StudentSnapshot student = holders.get(request.student()).student();
        return new AccountStatement(student, request.from(), request.to(), opening, inside, closing);
    }

    @Override
    public AccountHistory history(Actor reader, StudentNumber student) {
        meet(reader);
        Money balance = sum(rows.get(student));
        Money outstanding = sum(
                rows.get(student).stream().filter(JournalEntry::isOutstanding).toList());
        return new AccountHistory(
                holders.get(student).student(), new AccountBalance(student, balance, outstanding), lines(student));
    }

    private List<AccountStatement.Line> lines(StudentNumber student) {
        List<AccountStatement.Line> lines = new ArrayList<>();
        Money balance = Money.zero(FakeSchool.CAD);
        for (JournalEntry entry : rows.get(student)) {
            balance = balance.plus(entry.total());
            lines.add(new AccountStatement.Line(entry, balance));
        }
        return lines;
    }

    private static Money sum(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::total).reduce(Money.zero(FakeSchool.CAD), Money::plus);
    }
}
