package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** The line at the top of a page that is made again. */
final class MadeAgain {

    private MadeAgain() {}

    /**
     * What has changed on this page; never on those of other families.
     *
     * @param kind the start of the texts' keys, such as {@code reminder.}; empty for an invoice
     */
    static String note(DocumentTexts words, String kind, LocalDate day, Set<DocumentChange> changes) {
        String what = changes.isEmpty()
                ? words.text(kind + "unchanged")
                : words.text(
                        "changed",
                        changes.stream()
                                .sorted()
                                .map(change -> words.text("changed." + change))
                                .collect(Collectors.joining("; ")));
        return words.text(kind + "madeAgain", words.date(day)) + " " + what;
    }
}
