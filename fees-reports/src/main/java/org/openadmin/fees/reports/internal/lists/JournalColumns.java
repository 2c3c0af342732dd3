package org.openadmin.fees.reports.internal.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * Writes journal rows as lines with a column for each tax, and adds up their totals. Taxes that have no column of
 * their own are added up in the last one, so that each line is balanced.
 */
final class JournalColumns {

    private static final List<String> FRONT = List.of(
            "date",
            "number",
            "kind",
            "student",
            "student name",
            "grade",
            "homeroom",
            "name",
            "description",
            "account",
            "method",
            "reference",
            "receipt",
            "settled by",
            "corrects",
            "batch",
            "recorded at",
            "recorded by",
            "subtotal");
    private static final int KIND = 2;

    private final ListTexts texts;
    private final List<String> taxNames;
    private final Function<JournalEntry, String> account;
    private final Money zero;
    private final Money[] taxes;
    private Money subtotal;
    private Money charged;
    private Money received;
    private Money total;
    private long count;

    /** @param account the code of the account of a row */
    JournalColumns(ListTexts texts, List<String> taxNames, Function<JournalEntry, String> account, Money zero) {
        this.texts = texts;
        this.taxNames = List.copyOf(taxNames);
        this.account = account;
        this.zero = zero;
        this.taxes = nothing();
        subtotal = zero;
        charged = zero;
        received = zero;
        total = zero;
    }

    List<Code> header() {
        List<Code> header = new ArrayList<>(FRONT.stream().map(texts::code).toList());
        taxNames.stream().map(texts::tax).forEach(header::add);
        header.add(texts.code("other taxes"));
        header.add(texts.code("total"));
        header.add(texts.code("due date"));
        header.add(texts.code("reason code"));
        return header;
    }

    /** Returns the line of an entry and adds the entry to the totals. */
    List<Object> line(JournalEntry entry) {
        Money[] own = nothing();
        entry.taxes().forEach(tax -> own[column(tax)] = own[column(tax)].plus(tax.amount()));
        Money before = entry.subtotal().orElse(entry.total());
        List<Object> line = new ArrayList<>(front(entry));
        line.add(before);
        line.addAll(Arrays.asList(own));
        line.add(entry.total());
        line.add(entry.due());
        line.add(entry.reasonCode().map(ReasonCode::value).orElse(""));
        for (int i = 0; i < own.length; i++) {
            taxes[i] = taxes[i].plus(own[i]);
        }
        subtotal = subtotal.plus(before);
        total = total.plus(entry.total());
        charged = entry.kind() == EntryKind.CHARGE ? charged.plus(entry.total()) : charged;
        received = entry.kind().isReceipt() ? received.plus(entry.total()) : received;
        count++;
        return line;
    }

    /** Returns the closing line. */
    List<Object> sums() {
        List<Object> line = new ArrayList<>(Collections.nCopies(FRONT.size() - 1, ""));
        line.set(KIND, texts.code("total"));
        line.add(subtotal);
        line.addAll(Arrays.asList(taxes));
        line.add(total);
        line.add("");
        line.add("");
        return line;
    }

    JournalTotals totals() {
        return new JournalTotals(count, charged, received, total.minus(charged).minus(received), total);
    }

    private List<Object> front(JournalEntry entry) {
        Optional<StudentSnapshot> student = entry.student();
        return List.of(
                date(entry),
                entry.id(),
                texts.kind(entry),
                student.map(StudentSnapshot::number),
                student.map(StudentSnapshot::name).orElse(""),
                student.map(StudentSnapshot::grade).orElse(""),
                student.map(StudentSnapshot::homeroom).orElse(""),
                texts.name(entry),
                description(entry, texts),
                account.apply(entry),
                entry.method().map(texts::method),
                entry.reference(),
                entry.receipt().map(ReceiptNumber::value),
                number(entry.settledBy()),
                number(entry.reverses()),
                entry.batch().map(BatchNumber::value),
                entry.recordedAt(),
                entry.recordedBy());
    }

    /** The date, or an impossible one as an old system stored it; empty if there is none. */
    static Object date(JournalEntry entry) {
        return entry.date().<Object>map(date -> date).orElse(entry.impossibleDate());
    }

    /** The description; a waiver whose reason the reader may not see is an adjustment. */
    static Object description(JournalEntry entry, ListTexts texts) {
        return entry.kind() == EntryKind.WAIVER
                        && entry.description().isEmpty()
                        && entry.reasonCode().isEmpty()
                ? texts.adjustment()
                : entry.description();
    }

    static Optional<Long> number(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private int column(Tax tax) {
        for (int i = 0; i < taxNames.size(); i++) {
            if (taxNames.get(i).equalsIgnoreCase(tax.name().strip())) {
                return i;
            }
        }
        return taxNames.size();
    }

    private Money[] nothing() {
        Money[] none = new Money[taxNames.size() + 1];
        Arrays.fill(none, zero);
        return none;
    }
}
