package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.journal.RowLinks;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** Builds a row of the journal. At first it is an old row: without student, date, user and time. */
public final class JournalRow {

    private final EntryKind kind;
    private final Money total;
    private Optional<StudentSnapshot> student = Optional.empty();
    private Optional<LocalDate> date = Optional.empty();
    private Optional<LocalDate> due = Optional.empty();
    private String name = "";
    private String description = "";
    private Optional<Money> subtotal = Optional.empty();
    private List<Tax> taxes = List.of();
    private OptionalLong settledBy = OptionalLong.empty();
    private Optional<ReceiptNumber> receipt = Optional.empty();
    private OptionalLong voidedBy = OptionalLong.empty();
    private boolean returned;
    private OptionalLong reverses = OptionalLong.empty();
    private Optional<BatchNumber> batch = Optional.empty();
    private Optional<PaymentMethod> method = Optional.empty();
    private String reference = "";
    private Optional<Instant> recordedAt = Optional.empty();
    private String recordedBy = "";
    private String impossibleDate = "";
    private Optional<ReasonCode> reasonCode = Optional.empty();
    private RowLinks links = RowLinks.NONE;

    private JournalRow(EntryKind kind, Money total) {
        this.kind = kind;
        this.total = total;
    }

    /** @param total the amount with its sign */
    public static JournalRow of(EntryKind kind, Money total) {
        return new JournalRow(kind, total);
    }

    /** @param total the amount with its sign, in CAD */
    public static JournalRow of(EntryKind kind, String total) {
        return of(kind, Kit.cad(total));
    }

    /** A charge of this total, in CAD, without taxes and, as in old rows, without a subtotal. */
    public static JournalRow charge(String name, String total) {
        return of(EntryKind.CHARGE, total).named(name);
    }

    /**
     * Money received, which settles these charges; without any it is on account.
     *
     * @param received a positive amount, in CAD
     */
    public static JournalRow payment(int receipt, String received, long... charges) {
        EntryKind kind = charges.length == 0 ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT;
        return of(kind, Kit.cad(received).negated())
                .named("Payment")
                .about(LongStream.of(charges).mapToObj(String::valueOf).collect(Collectors.joining(",")))
                .receipt(receipt);
    }

    /** A copy of this row, which can be changed. */
    static JournalRow copyOf(JournalEntry entry) {
        JournalRow row = new JournalRow(entry.kind(), entry.total());
        row.student = entry.student();
        row.date = entry.date();
        row.due = entry.due();
        row.name = entry.name();
        row.description = entry.description();
        row.subtotal = entry.subtotal();
        row.taxes = entry.taxes();
        row.settledBy = entry.settledBy();
        row.receipt = entry.receipt();
        row.voidedBy = entry.voidedBy();
        row.reverses = entry.reverses();
        row.batch = entry.batch();
        row.method = entry.method();
        row.reference = entry.reference();
        row.recordedAt = entry.recordedAt();
        row.recordedBy = entry.recordedBy();
        row.impossibleDate = entry.impossibleDate();
        row.returned = entry.returned();
        row.reasonCode = entry.reasonCode();
        row.links = entry.links();
        return row;
    }

    /** A row that came from this charge, or that split or transferred it. */
    public JournalRow origin(long charge) {
        links = new RowLinks(OptionalLong.of(charge), links.lead(), links.part(), links.coveredStudent());
        return this;
    }

    /** Another row of the receipt that begins with this one. */
    public JournalRow lead(long first) {
        links = new RowLinks(links.origin(), OptionalLong.of(first), links.part(), links.coveredStudent());
        return this;
    }

    /** A charge that is a part of another one. */
    public JournalRow part(int number, int count) {
        links = new RowLinks(
                links.origin(), links.lead(), Optional.of(new ChargePart(number, count)), links.coveredStudent());
        return this;
    }

    /** A charge that a payer owes for this student. */
    public JournalRow covering(String name) {
        links = new RowLinks(links.origin(), links.lead(), links.part(), name);
        return this;
    }

    /** Of this account; only the number is recorded, as in old rows. */
    public JournalRow student(AccountNumber number) {
        return student(new StudentSnapshot(number, "", "", ""));
    }

    public JournalRow student(StudentSnapshot recorded) {
        student = Optional.of(recorded);
        return this;
    }

    public JournalRow on(LocalDate day) {
        date = Optional.of(day);
        return this;
    }

    /** Due on this day; a charge without one is due on its date. */
    public JournalRow due(LocalDate day) {
        due = Optional.of(day);
        return this;
    }

    /** With a date that does not exist, such as {@code 2024-10-00}. */
    public JournalRow onImpossible(String day) {
        impossibleDate = day;
        return this;
    }

    /** The school's code for the reason of a waiver. */
    public JournalRow reasonCode(Optional<ReasonCode> code) {
        reasonCode = code;
        return this;
    }

    public JournalRow named(String text) {
        name = text;
        return this;
    }

    public JournalRow about(String text) {
        description = text;
        return this;
    }

    /** The amount without taxes. */
    public JournalRow subtotal(Money amount) {
        subtotal = Optional.of(amount);
        return this;
    }

    /** Adds a tax. The total already includes it. */
    public JournalRow tax(Tax tax) {
        taxes = new ArrayList<>(taxes);
        taxes.add(tax);
        return this;
    }

    /** Settled by this row, or by none if the number is absent. */
    public JournalRow settledBy(OptionalLong row) {
        settledBy = row;
        return this;
    }

    public JournalRow settledBy(long row) {
        return settledBy(OptionalLong.of(row));
    }

    public JournalRow receipt(int number) {
        receipt = Optional.of(new ReceiptNumber(number));
        return this;
    }

    JournalRow voidedBy(long row) {
        voidedBy = OptionalLong.of(row);
        return this;
    }

    /** The bank returned the money. */
    JournalRow returned(boolean byTheBank) {
        returned = byTheBank;
        return this;
    }

    public JournalRow reverses(long row) {
        reverses = OptionalLong.of(row);
        return this;
    }

    public JournalRow batch(BatchNumber number) {
        batch = Optional.of(number);
        return this;
    }

    public JournalRow by(Optional<PaymentMethod> how, String number) {
        method = how;
        reference = number;
        return this;
    }

    public JournalRow by(PaymentMethod how, String number) {
        return by(Optional.of(how), number);
    }

    public JournalRow recorded(String user, Optional<Instant> at) {
        recordedBy = user;
        recordedAt = at;
        return this;
    }

    /** The row under this number. */
    public JournalEntry at(long id) {
        return new JournalEntry(
                id,
                kind,
                student,
                date,
                kind == EntryKind.CHARGE ? due.or(() -> date) : Optional.empty(),
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
                reasonCode,
                links);
    }
}
