package org.openadmin.fees.spi.messages;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditSubject;

/** The words of the audit log. */
public final class AuditLabels {

    static final MessageTexts TEXTS = new MessageTexts(AuditLabels.class, "audit");

    private final Properties texts;

    public AuditLabels(Locale locale) {
        texts = TEXTS.in(locale);
    }

    /** Such as {@code Payment}. */
    public String of(AuditOperation operation) {
        return text("operation." + operation.code());
    }

    /** Such as {@code Refused}. */
    public String of(AuditOutcome outcome) {
        return text("outcome." + outcome.code());
    }

    /** Such as {@code Receipt}. */
    public String of(AuditSubject.Kind kind) {
        return text("kind." + kind.code());
    }

    /** Such as {@code Receipt 12}. */
    public String of(AuditSubject subject) {
        return new MessageFormat(text("subject"), Locale.ROOT)
                .format(new Object[] {of(subject.kind()), String.valueOf(subject.number())});
    }

    /** Why a command was refused, such as {@code Role missing}; the word itself if this version does not have it. */
    public String reason(String word) {
        return texts.getProperty("reason." + word, word);
    }

    private String text(String key) {
        return MessageTexts.first(texts, Stream.of(key));
    }
}
