package org.openadmin.fees.spi.messages;

import java.util.Locale;
import java.util.Properties;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;

/** The word for each kind of row: of the journal, of a payment by its method, and of an invoice run by its outcome. */
public final class KindWords {

    static final MessageTexts TEXTS = new MessageTexts("kinds");

    private final Properties texts;
    private final Medium medium;

    public KindWords(Locale locale, Medium medium) {
        this(TEXTS.in(locale), medium);
    }

    /** For tests. */
    KindWords(Properties texts, Medium medium) {
        this.texts = texts;
        this.medium = medium;
    }

    /** One row, such as {@code Payment}. */
    public String of(EntryKind kind) {
        return word("entry", kind);
    }

    /** All rows of a kind, such as {@code Payments}. */
    public String several(EntryKind kind) {
        return word("entries", kind);
    }

    /** Such as {@code Cash}. */
    public String of(PaymentMethod method) {
        return word("method", method);
    }

    /** Such as {@code not sent}, for the middle of a sentence. */
    public String of(InvoiceRun.Outcome outcome) {
        return word("outcome", outcome);
    }

    private String word(String group, Enum<?> constant) {
        return MessageTexts.first(texts, medium.keys(group + "." + MessageTexts.key(constant)));
    }
}
