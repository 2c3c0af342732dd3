package org.openadmin.fees.reports.internal.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.spi.AccountCodes;

/**
 * Writes journal rows as CSV lines with a column for each tax, and adds up their totals. Taxes that have no column of
 * their own are added up in the last one, so that each line is balanced.
 */
final class JournalCsvColumns {

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

    private final List<String> taxNames;
    private final AccountCodes accounts;
    private final Money zero;
    private final Money[] taxes;
    private Money subtotal;
    private Money charged;
    private Money received;
    private Money total;
    private long count;

    JournalCsvColumns(List<String> taxNames, AccountCodes accounts, Money zero) {
        this.taxNames = List.copyOf(taxNames);
        this.accounts = accounts;
        this.zero = zero;
        this.taxes = nothing();
        subtotal = zero;
        charged = zero;
        received = zero;
        total = zero;
    }

    List<String> header() {
        List<String> header = new ArrayList<>(FRONT);
        header.addAll(taxNames);
        header.add("other taxes");
        header.add("total");
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
        line.set(KIND, "total");
        line.add(subtotal);
        line.addAll(Arrays.asList(taxes));
        line.add(total);
        return line;
    }

    JournalTotals totals() {
        return new JournalTotals(count, charged, received, total.minus(charged).minus(received), total);
    }

    private List<Object> front(JournalEntry entry) {
        Optional<StudentSnapshot> student = entry.student();
        String name = entry.name().strip();
        return List.of(
                entry.dateText(LocalDate::toString, ""),
                entry.id(),
                code(entry.kind()),
                student.map(s -> s.number().toString()).orElse(""),
                student.map(StudentSnapshot::name).orElse(""),
                student.map(StudentSnapshot::grade).orElse(""),
                student.map(StudentSnapshot::homeroom).orElse(""),
                name,
                description(entry),
                accounts.of(entry.kind(), name, entry.method()),
                entry.method().map(method -> method.keyword()).orElse(""),
                entry.reference(),
                text(entry.receipt()),
                text(entry.settledBy()),
                text(entry.reverses()),
                text(entry.batch()),
                text(entry.recordedAt()),
                entry.recordedBy());
    }

    /** The description; a waiver whose reason the reader may not see is an adjustment. */
    static String description(JournalEntry entry) {
        return entry.kind() == EntryKind.WAIVER && entry.description().isEmpty() ? "Adjustment" : entry.description();
    }

    /** Returns the name of a kind, such as {@code on-account}. */
    static String code(EntryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    static String text(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "";
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
