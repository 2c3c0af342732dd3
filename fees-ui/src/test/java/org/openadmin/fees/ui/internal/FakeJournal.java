package org.openadmin.fees.ui.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** A journal in memory, filtered and sorted like the real one. */
public final class FakeJournal implements Journal {

    public final List<JournalEntry> rows = new ArrayList<>();
    public final List<JournalQuery> summed = new ArrayList<>();
    public int asked;
    /** Thrown by the next query. */
    public RuntimeException nextFailure;

    public void charge(int student, String who, String day, String name, String amount, Integer batch) {
        add(EntryKind.CHARGE, student, who, day, name, amount, null, batch);
    }

    public void payment(int student, String who, String day, String amount, int receipt) {
        add(EntryKind.PAYMENT, student, who, day, "Payment", amount, receipt, null);
    }

    private void add(
            EntryKind kind,
            int student,
            String who,
            String day,
            String name,
            String amount,
            Integer receipt,
            Integer batch) {
        Money total = FakeSchool.cad(amount.replace("-", ""));
        rows.add(new JournalEntry(
                rows.size() + 1L,
                kind,
                Optional.of(new StudentSnapshot(new StudentNumber(student), who, "9", "9A")),
                Optional.of(LocalDate.parse(day)),
                name,
                "",
                Optional.empty(),
                List.of(),
                amount.startsWith("-") ? total.negated() : total,
                OptionalLong.empty(),
                Optional.ofNullable(receipt).map(ReceiptNumber::new),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.ofNullable(batch).map(BatchNumber::new),
                Optional.empty(),
                "",
                Optional.empty(),
                "clerk"));
    }

    @Override
    public List<JournalEntry> entries(Actor reader, JournalQuery query, Page page) {
        return found(reader, query).stream()
                .skip(page.offset())
                .limit(page.limit())
                .toList();
    }

    @Override
    public JournalTotals totals(Actor reader, JournalQuery query) {
        summed.add(query);
        List<JournalEntry> found = found(reader, query);
        return new JournalTotals(
                found.size(),
                sum(found, each -> each.kind() == EntryKind.CHARGE),
                sum(found, each -> each.kind().isReceipt()),
                sum(
                        found,
                        each -> each.kind() != EntryKind.CHARGE && !each.kind().isReceipt()),
                sum(found, each -> true));
    }

    private static Money sum(List<JournalEntry> rows, Predicate<JournalEntry> which) {
        return rows.stream().filter(which).map(JournalEntry::total).reduce(Money.zero(FakeSchool.CAD), Money::plus);
    }

    @Override
    public void forEach(Actor reader, JournalQuery query, Consumer<JournalEntry> each) {
        found(reader, query).forEach(each);
    }

    private List<JournalEntry> found(Actor reader, JournalQuery query) {
        asked++;
        reader.require(Role.VIEW);
        RuntimeException failure = nextFailure;
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
        Comparator<JournalEntry> order =
                switch (query.order()) {
                    case DATE -> Comparator.comparing(each -> each.date().orElseThrow());
                    case STUDENT ->
                        Comparator.comparing(
                                each -> each.student().orElseThrow().number());
                    case AMOUNT -> Comparator.comparing(each -> each.total().amount());
                };
        return rows.stream()
                .filter(each ->
                        query.from().filter(each.date().orElseThrow()::isBefore).isEmpty())
                .filter(each ->
                        query.to().filter(each.date().orElseThrow()::isAfter).isEmpty())
                .filter(each -> query.kinds().isEmpty() || query.kinds().contains(each.kind()))
                .filter(each -> query.student().isEmpty()
                        || query.student().equals(each.student().map(StudentSnapshot::number)))
                .filter(each -> query.batch().isEmpty() || query.batch().equals(each.batch()))
                .filter(each -> !query.outstandingOnly() || each.isOutstanding())
                .sorted(query.ascending() ? order : order.reversed())
                .toList();
    }
}
