package org.openadmin.fees.reports.internal.binder;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.binder.BinderContent;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.reports.internal.documents.BinderPdf;
import org.openadmin.fees.reports.internal.lists.TableFile;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.WaiverReasons;

/** A binder while it is written: each section goes into a CSV file and into the PDF at the same time. */
record Binder(BinderContent content, ZipFile zip, BinderPdf pdf, DocumentTexts words, WaiverReasons waivers) {

    /** Adds a CSV file. */
    void file(String name, Consumer<TableFile> rows, String... columns) {
        zip.add(name, out -> {
            TableFile file = new TableFile(out, columns);
            rows.accept(file);
            file.end();
        });
    }

    /** The parts that are not empty, on one line. */
    static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(DocumentTexts.SEPARATOR));
    }

    String date(JournalEntry row) {
        return row.dateText(words::shortDate, DocumentTexts.UNKNOWN);
    }

    static String student(JournalEntry row) {
        return row.student().map(StudentSnapshot::nameOrNumber).orElse(DocumentTexts.UNKNOWN);
    }

    /** Who recorded a row, and when; empty for old rows, which do not have it. */
    String recorded(JournalEntry row) {
        return row.recordedAt()
                .map(at -> words.text("binder.recorded", row.recordedBy(), words.time(at)))
                .orElse("");
    }

    /** The word of a constant in CSV files, such as {@code on-account}. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
