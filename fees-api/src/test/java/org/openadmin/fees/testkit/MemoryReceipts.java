package org.openadmin.fees.testkit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;

/** The receipts of the journal. */
final class MemoryReceipts implements Receipts {

    private final MemoryBooks books;
    private final MemoryCalls calls;

    MemoryReceipts(MemoryBooks books, MemoryCalls calls) {
        this.books = books;
        this.calls = calls;
    }

    @Override
    public SearchResult search(Actor reader, ReceiptQuery query, Page page) {
        query(reader);
        List<Found> rows = books.receiptRows().stream()
                .sorted(Comparator.comparing((JournalEntry row) -> row.receipt().orElseThrow())
                        .thenComparing(MemoryBooks.OLDEST_FIRST)
                        .reversed())
                .filter(row -> query.student().isPresent() || row.links().lead().isEmpty())
                .map(row -> new Found(
                        query.student().isPresent() ? books.asReceipt(row) : books.whole(row), books.whole(row)))
                .filter(each -> matches(each.counted(), query))
                .toList();
        List<Receipt> found = rows.stream().map(Found::counted).toList();
        List<Receipt> voided =
                found.stream().filter(receipt -> receipt.voided().isPresent()).toList();
        return new SearchResult(
                        rows.stream()
                                .map(Found::whole)
                                .skip(page.offset())
                                .limit(page.limit())
                                .toList(),
                        found.size(),
                        money(found).minus(money(voided)),
                        voided.size(),
                        money(voided))
                .shownTo(reader);
    }

    /**
     * A receipt.
     *
     * @param counted what of it belongs to the query: of a receipt for several accounts, the part of the student
     */
    private record Found(Receipt counted, Receipt whole) {}

    private static boolean matches(Receipt receipt, ReceiptQuery query) {
        return query.number().filter(number -> !number.equals(receipt.number())).isEmpty()
                && query.student()
                        .filter(student -> !receipt.recordedStudent()
                                .map(StudentSnapshot::number)
                                .equals(Optional.of(student)))
                        .isEmpty()
                && query.from().filter(receipt.date()::isBefore).isEmpty()
                && query.to().filter(receipt.date()::isAfter).isEmpty()
                && query.cashier()
                        .filter(cashier -> !cashier.equalsIgnoreCase(receipt.cashier()))
                        .isEmpty();
    }

    private Money money(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::received).reduce(books.zero(), Money::plus);
    }

    @Override
    public List<Receipt> numbered(Actor reader, Collection<ReceiptNumber> numbers) {
        query(reader);
        TreeMap<ReceiptNumber, Receipt> found = new TreeMap<>();
        books.receiptRows().stream()
                .sorted(MemoryBooks.OLDEST_FIRST)
                .filter(row -> row.links().lead().isEmpty()
                        && numbers.contains(row.receipt().orElseThrow()))
                .forEach(row -> found.putIfAbsent(row.receipt().orElseThrow(), books.whole(row)));
        return found.values().stream().map(receipt -> receipt.shownTo(reader)).toList();
    }

    @Override
    public List<String> cashiers(Actor reader) {
        query(reader);
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        books.receiptRows().stream()
                .map(JournalEntry::recordedBy)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return List.copyOf(names);
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(Receipts.class);
    }
}
