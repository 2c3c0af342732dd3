package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.parents.ChildFees;
import org.openadmin.fees.api.parents.FamilyFees;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.api.parents.SettledFee;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.Student;

/** What parents see, and who is whose parent. */
final class MemoryParents implements ParentAccounts {

    private record Link(String login, int student) {}

    private final MemoryRoll roll;
    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final Supplier<LocalDate> today;
    private final MemoryCalls calls;
    private final List<Link> links = new ArrayList<>();

    MemoryParents(
            MemoryRoll roll, MemoryLedger ledger, MemoryBooks books, Supplier<LocalDate> today, MemoryCalls calls) {
        this.roll = roll;
        this.ledger = ledger;
        this.books = books;
        this.today = today;
        this.calls = calls;
    }

    void link(String login, int student) {
        links.add(new Link(login, student));
    }

    @Override
    public FamilyFees family(Actor parent) {
        parent.require(Role.PARENT);
        calls.query(ParentAccounts.class);
        return new FamilyFees(
                today.get(),
                books.zero().currency(),
                childrenOf(parent).stream()
                        .filter(child -> ledger.student(child).isPresent())
                        .map(this::fees)
                        .toList());
    }

    private SortedSet<AccountNumber> childrenOf(Actor parent) {
        SortedSet<AccountNumber> children = links.stream()
                .filter(link -> parent.isIdentified() && link.login().equals(parent.name()) && link.student() > 0)
                .map(link -> new StudentNumber(link.student()))
                .collect(Collectors.toCollection(TreeSet::new));
        return children.size() > MAX_CHILDREN ? new TreeSet<>() : children;
    }

    private ChildFees fees(AccountNumber child) {
        return ChildFees.of(
                ledger.student(child).orElseThrow(),
                roll.find(child).filter(Student::active).isPresent(),
                books.balance(child),
                books.outstanding(child),
                settled(child),
                receipts(child),
                today.get());
    }

    private List<Receipt> receipts(AccountNumber child) {
        return ledger.rows(child).stream()
                .filter(row -> row.receipt().isPresent())
                .map(books::asReceipt)
                .sorted(Comparator.comparing(Receipt::number).reversed())
                .limit(MAX_RECEIPTS)
                .toList();
    }

    private List<SettledFee> settled(AccountNumber child) {
        LocalDate since = FamilyFees.schoolYear(today.get());
        return ledger.rows(child).stream()
                .filter(row -> row.kind() == EntryKind.CHARGE && row.settledBy().isPresent())
                .flatMap(row ->
                        settled(row, ledger.row(row.settledBy().getAsLong()).orElseThrow(), since))
                .sorted(Comparator.comparing((SettledFee fee) -> fee.on().orElseThrow())
                        .thenComparing(fee -> fee.charge().id())
                        .reversed())
                .limit(MAX_SETTLED)
                .toList();
    }

    private static Stream<SettledFee> settled(JournalEntry charge, JournalEntry by, LocalDate since) {
        boolean old =
                Stream.of(charge.date(), by.date()).flatMap(Optional::stream).allMatch(day -> day.isBefore(since));
        if (old || by.kind() == EntryKind.SPLIT) {
            return Stream.empty();
        }
        SettledFee.State state =
                switch (by.kind()) {
                    case REVERSAL -> SettledFee.State.CANCELLED;
                    case WAIVER -> SettledFee.State.ADJUSTED;
                    case TRANSFER -> SettledFee.State.COVERED;
                    default -> SettledFee.State.PAID;
                };
        return Stream.of(new SettledFee(MemoryBooks.asCharge(charge), state, by.date()));
    }
}
