package org.openadmin.fees.spi.messages;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.openadmin.fees.api.imports.ImportProblem;

/** The sentence for each problem of an imported file. */
public final class ImportProblems {

    static final MessageTexts TEXTS = new MessageTexts(ImportProblems.class, "imports");

    private final Properties texts;

    public ImportProblems(Locale locale) {
        texts = TEXTS.in(locale);
    }

    /** Such as {@code Line 3, Amount: “1e3” is not a plain amount}. */
    public String of(ImportProblem problem) {
        String place = text(problem.column().isEmpty() ? "place" : "place.column", problem);
        return place + ": " + text("problem." + MessageTexts.key(problem.reason()), problem);
    }

    private String text(String key, ImportProblem problem) {
        return new MessageFormat(MessageTexts.first(texts, Stream.of(key)), Locale.ROOT)
                .format(new Object[] {String.valueOf(problem.line()), problem.column(), problem.value()});
    }
}
