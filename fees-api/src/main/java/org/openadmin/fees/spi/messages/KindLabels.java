package org.openadmin.fees.spi.messages;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.GroupKind;

/**
 * The words for kinds and states: of a row of the journal, of a payment's method, of an invoice run, and of a group of students.
 */
public final class KindLabels {

    static final MessageTexts TEXTS = new MessageTexts(KindLabels.class, "kinds");

    private final Properties texts;
    private final Medium medium;

    public KindLabels(Locale locale, Medium medium) {
        this(TEXTS.in(locale), medium);
    }

    /** For tests. */
    KindLabels(Properties texts, Medium medium) {
        this.texts = texts;
        this.medium = medium;
    }

    /** One row, such as {@code Payment}. */
    public String of(EntryKind kind) {
        return label("entry", kind);
    }

    /** What a row is apart from the name of its fee, such as {@code Payment}, or {@code Returned payment} for a void by the bank. */
    public String of(JournalEntry row) {
        return row.kind() == EntryKind.VOID && row.returned() ? label("entry.void.returned") : of(row.kind());
    }

    /** All rows of a kind, such as {@code Payments}. */
    public String plural(EntryKind kind) {
        return label("entries", kind);
    }

    /**
     * What was done with a charge, such as {@code Reversed: Lab fee}: {@link EntryKind#REVERSAL}, {@link EntryKind#WAIVER}, {@link
     * EntryKind#SPLIT} or {@link EntryKind#TRANSFER}.
     */
    public String of(EntryKind correction, String fee) {
        return format("corrected." + MessageTexts.key(correction), fee);
    }

    /** A transfer that was taken back, such as {@code Transfer taken back: Lab fee}. */
    public String takenBack(String fee) {
        return format("corrected.takeback", fee);
    }

    /** The name of a fee or, of a part of it, such as {@code Band trip 2 of 3}. */
    public String of(String fee, Optional<ChargePart> part) {
        return part.map(which -> format("part", fee, String.valueOf(which.number()), String.valueOf(which.count())))
                .orElse(fee);
    }

    /** A row of another program that has no name. */
    public String unnamed() {
        return label("entry.unnamed");
    }

    /** Such as {@code paid}, for the middle of a sentence. */
    public String of(EntryState state) {
        return label("state", state);
    }

    /** Such as {@code waived}, for the middle of a sentence. */
    public String of(ChargeState state) {
        return label("state", state);
    }

    /** Such as {@code voided Sep. 8, 2026}. */
    public String of(EntryState state, String date) {
        return format("state.dated", of(state), date);
    }

    /** Such as {@code Payment, receipt 12}; unchanged without a receipt. */
    public String withReceipt(String text, Optional<ReceiptNumber> receipt) {
        return receipt.map(number -> format("with-receipt", text, number.toString()))
                .orElse(text);
    }

    /** Such as {@code Cash}. */
    public String of(PaymentMethod method) {
        return label("method", method);
    }

    /** Such as {@code not sent}, for the middle of a sentence. */
    public String of(InvoiceRun.Outcome outcome) {
        return label("outcome", outcome);
    }

    /** The outcome in a run of this kind: a reminder is not an invoice. */
    public String of(InvoiceRun.Kind kind, InvoiceRun.Outcome outcome) {
        String key = "outcome." + MessageTexts.key(outcome);
        String own = key + "." + MessageTexts.key(kind);
        return texts.containsKey(own) ? label(own) : of(outcome);
    }

    /** Such as {@code in progress}, for the middle of a sentence. */
    public String of(InvoiceRun.State state) {
        return label("run", state);
    }

    /** What a run prints or sends, such as {@code reminders}, for the middle of a sentence. */
    public String of(InvoiceRun.Kind kind) {
        return label("kind", kind);
    }

    /** Such as {@code e-mailed}, for the middle of a sentence. */
    public String of(InvoiceRun.Channel channel) {
        return label("channel", channel);
    }

    /** Such as {@code guardian or address}, for the middle of a sentence. */
    public String of(DocumentChange change) {
        return label("change", change);
    }

    /** One value of a group, such as {@code Grade}. */
    public String of(GroupKind kind) {
        return label("group", kind);
    }

    /** Several values of a group, such as {@code Grades}. */
    public String plural(GroupKind kind) {
        return label("groups", kind);
    }

    /** The text with a capital letter, for the beginning of a line. */
    public static String capitalized(String text) {
        int first = text.offsetByCodePoints(0, text.isEmpty() ? 0 : 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    private String label(String group, Enum<?> constant) {
        return label(group + "." + MessageTexts.key(constant));
    }

    private String label(String key) {
        return MessageTexts.first(texts, medium.keys(key));
    }

    private String format(String key, String... arguments) {
        return new MessageFormat(label(key), Locale.ROOT).format(arguments);
    }
}
