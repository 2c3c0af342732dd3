package org.openadmin.fees.internal.mail;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.openadmin.fees.api.TextRules;

/** Makes text from other sources safe for a header or a log, where a line break would inject a line. */
final class HeaderLines {

    private HeaderLines() {}

    /** The text on one line. */
    static String one(String text) {
        return TextRules.cleaned(text).strip();
    }

    /** The text with its line breaks, and without any other control character. */
    static String many(String text) {
        return Arrays.stream(text.replace("\r\n", "\n").split("\n", -1))
                .map(TextRules::cleaned)
                .collect(Collectors.joining("\n"));
    }
}
