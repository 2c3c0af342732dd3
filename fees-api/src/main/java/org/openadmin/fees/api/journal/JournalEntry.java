package org.openadmin.fees.api.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * One row of the journal, of any kind.
 *
 * @param id the number of the row
 * @param student the student as recorded on the day of the row, or the payer; empty only in damaged old data
 * @param date the date of the row; empty only in old data
 * @param due the day by which a charge is to be paid: its due date or, in rows without one, its date; empty for other rows, and
 *     for old charges without a date
 * @param name the name of the fee, or a fixed text for a row that is not a charge
 * @param description the description of the fee, the names of the fees that a payment settled, or the reason of a
 *     correction; the reason of a waiver is confidential and empty for readers without the role {@code fees-bill}
 * @param subtotal the amount of a charge before tax; empty for other rows, and in old data
 * @param taxes the taxes of a charge; empty if there are none
 * @param total the amount with its sign: positive if it increases what the student owes, negative if it reduces it
 * @param settledBy the row that settled a charge; empty while the charge is outstanding, and for other rows
 * @param receipt the receipt number of a payment or of money on account
 * @param voidedBy the row that voided a payment or money on account
 * @param reverses the row that a correction corrects; for cash rounding, the payment or refund whose cash it rounds, or the rounding
 *     that it takes back
 * @param batch the assessment that created a charge; empty in old data
 * @param method how the money was paid or paid back; empty in old data, and for other rows
 * @param reference the number of the cheque, or similar; may be empty
 * @param recordedAt when the row was recorded; empty in old data
 * @param recordedBy the log-in name of the user; empty in old data
 * @param impossibleDate the date as an old system stored it when there is no such day, such as {@code 2024-10-00}; otherwise empty
 * @param returned whether the bank returned the money: of a payment that was voided for this, and of its void
 * @param reasonCode the school's code for the reason of a waiver; confidential as the reason is, and empty for other rows
 * @param links what the row has to do with others: parts of a charge, a transferred charge, a receipt for several accounts
 */
public record JournalEntry(
        long id,
        EntryKind kind,
        Optional<StudentSnapshot> student,
        Optional<LocalDate> date,
        Optional<LocalDate> due,
        String name,
        String description,
        Optional<Money> subtotal,
        List<Tax> taxes,
        Money total,
        OptionalLong settledBy,
        Optional<ReceiptNumber> receipt,
        OptionalLong voidedBy,
        OptionalLong reverses,
        Optional<BatchNumber> batch,
        Optional<PaymentMethod> method,
        String reference,
        Optional<Instant> recordedAt,
        String recordedBy,
        String impossibleDate,
        boolean returned,
        Optional<ReasonCode> reasonCode,
        RowLinks links) {

    public JournalEntry {
        taxes = List.copyOf(taxes);
        Objects.requireNonNull(links, "links");
    }

    /** A row that has to do with no other, and has no reason code. */
    public JournalEntry(
            long id,
            EntryKind kind,
            Optional<StudentSnapshot> student,
            Optional<LocalDate> date,
            Optional<LocalDate> due,
            String name,
            String description,
            Optional<Money> subtotal,
            List<Tax> taxes,
            Money total,
            OptionalLong settledBy,
            Optional<ReceiptNumber> receipt,
            OptionalLong voidedBy,
            OptionalLong reverses,
            Optional<BatchNumber> batch,
            Optional<PaymentMethod> method,
            String reference,
            Optional<Instant> recordedAt,
            String recordedBy,
            String impossibleDate,
            boolean returned) {
        this(
                id,
                kind,
                student,
                date,
                due,
                name,
                description,
                subtotal,
                taxes,
                total,
                settledBy,
                receipt,
                voidedBy,
                reverses,
                batch,
                method,
                reference,
                recordedAt,
                recordedBy,
                impossibleDate,
                returned,
                Optional.empty(),
                RowLinks.NONE);
    }

    /** The date in this form; an impossible date as it is stored; or this word if there is no date. */
    public String dateText(Function<LocalDate, String> form, String none) {
        return date.map(form).orElse(impossibleDate.isEmpty() ? none : impossibleDate);
    }

    /**
     * Returns the row as this reader may see it. Why a charge was waived, such as hardship, is confidential: only those who
     * may waive charges see it. Who pays for a student is seen by those only who {@linkplain Actor#seesPayers may see payers}.
     */
    public JournalEntry shownTo(Actor reader) {
        boolean waiver = kind == EntryKind.WAIVER && !reader.may(Role.BILL);
        boolean transfer = kind == EntryKind.TRANSFER && !reader.seesPayers();
        JournalEntry shown = waiver || transfer ? withoutReason() : this;
        return reader.seesPayers() ? shown : shown.withoutPayer(reader);
    }

    private JournalEntry withoutPayer(Actor reader) {
        if (student.map(StudentSnapshot::number)
                .filter(PayerNumber.class::isInstance)
                .isEmpty()) {
            return this;
        }
        RowLinks others = new RowLinks(links.origin(), links.lead(), links.part(), "");
        return with(student.map(payer -> payer.shownTo(reader)), description, total, settledBy, reasonCode, others);
    }

    /** Returns this correction without its reason and reason code. */
    public JournalEntry withoutReason() {
        return description.isEmpty() && reasonCode.isEmpty()
                ? this
                : with(student, "", total, settledBy, Optional.empty(), links);
    }

    /** Returns this row with another description. */
    public JournalEntry describedAs(String text) {
        return with(text, settledBy);
    }

    /** Returns this charge with another row that settled it, or none. */
    public JournalEntry settledBy(OptionalLong row) {
        return with(description, row);
    }

    /** Returns this first row of a receipt for several accounts, or of its void, with the names and the money of all. */
    public JournalEntry whole(List<JournalEntry> others) {
        List<JournalEntry> all = Stream.concat(Stream.of(this), others.stream()).toList();
        String names = all.stream()
                .flatMap(row -> row.student.stream())
                .map(StudentSnapshot::nameOrNumber)
                .collect(Collectors.joining("; "));
        return with(
                student.map(first -> new StudentSnapshot(first.number(), names, "", "")),
                description,
                all.stream().map(JournalEntry::total).reduce(Money::plus).orElse(total),
                settledBy);
    }

    private JournalEntry with(String text, OptionalLong settled) {
        return with(student, text, total, settled);
    }

    private JournalEntry with(Optional<StudentSnapshot> who, String text, Money sum, OptionalLong settled) {
        return with(who, text, sum, settled, reasonCode, links);
    }

    private JournalEntry with(
            Optional<StudentSnapshot> who,
            String text,
            Money sum,
            OptionalLong settled,
            Optional<ReasonCode> code,
            RowLinks others) {
        return new JournalEntry(
                id,
                kind,
                who,
                date,
                due,
                name,
                text,
                subtotal,
                taxes,
                sum,
                settled,
                receipt,
                voidedBy,
                reverses,
                batch,
                method,
                reference,
                recordedAt,
                recordedBy,
                impossibleDate,
                returned,
                code,
                others);
    }

    /**
     * Whether this row only rearranges what is owed or on account: it was split, transferred or moved, or it is a charge that came from
     * another one. Nothing was charged or received with it.
     */
    public boolean rearranges() {
        return kind.rearranges() || kind == EntryKind.CHARGE && links.origin().isPresent();
    }

    /** Whether this is a charge that has not been settled. */
    public boolean isOutstanding() {
        return kind == EntryKind.CHARGE && settledBy.isEmpty();
    }

    /** Whether this is an outstanding charge whose due date is past; one without any date counts as overdue. */
    public boolean isOverdue(LocalDate today) {
        return isOutstanding() && (due.isEmpty() || due.get().isBefore(today));
    }
}
