package org.openadmin.fees.reports.internal.documents;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.pdf.PartwisePdf;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Settings;

/**
 * A PDF of several lists, each of which begins on a page of its own. A long list is printed part by part while it is read, so that its
 * memory does not grow with it.
 */
public final class BinderPdf implements AutoCloseable {

    private static final int LINES_OF_A_PART = 1_000;
    /** The template has no table with two columns of amounts. */
    private static final int NOT_THESE = 2;

    private final DocumentTexts words;
    private final String period;
    private final ListHeading heading;
    private final PartwisePdf pdf;
    private int documents;

    /**
     * @param period the period, such as {@code Sep. 1, 2025 – Aug. 31, 2026}
     * @param by the user who asked for it
     */
    public BinderPdf(
            PdfPrinter printer, Settings current, DocumentTexts words, String period, String by, ZonedDateTime now) {
        this.words = words;
        this.period = period;
        Instant at = now.toInstant();
        heading = new ListHeading("binder", by, at, words);
        pdf = printer.begin(
                "list",
                current,
                new DocumentMetadata(words.text("binder") + " – " + period, heading.prepared(), now),
                words);
    }

    /**
     * A list.
     *
     * @param title the key of its title
     * @param main the key of the heading of its lines
     * @param amounts the keys of the headings of its amounts, at most five
     */
    public Section section(String title, String date, String main, String... amounts) {
        return new Section(words.text(title), date, main, List.of(amounts));
    }

    public PdfOutput complete() {
        return pdf.complete();
    }

    @Override
    public void close() {
        pdf.close();
    }

    /** A list, whose lines are printed when there are enough of them. */
    public final class Section {

        private final String title;
        private final Map<String, Object> heads = new HashMap<>();
        private final int columns;
        private final List<Map<String, Object>> rows = new ArrayList<>();
        private Optional<String> figure = Optional.empty();
        private Optional<String> figureName = Optional.empty();
        private boolean empty = true;

        private Section(String title, String date, String main, List<String> amounts) {
            this.title = title;
            columns = amounts.size() == NOT_THESE ? NOT_THESE + 1 : Math.max(1, amounts.size());
            heads.put("headDate", words.text(date));
            heads.put("headName", words.text(main));
            heads.put("columns", columns);
            for (int i = 0; i < amounts.size(); i++) {
                heads.put("head" + (amounts.size() - 1 - i), words.text(amounts.get(i)));
            }
        }

        /** The figure at the top of the first page, which must be known before the first line. */
        public Section figure(String name, Money amount) {
            figureName = Optional.of(words.text(name));
            figure = Optional.of(words.amount(amount));
            return this;
        }

        /** @param amounts from left to right; an absent one is blank */
        public void line(String date, String name, String description, List<Optional<Money>> amounts) {
            if (rows.size() >= LINES_OF_A_PART) {
                print();
            }
            empty = false;
            Map<String, Object> row = row(name, amounts);
            row.put("date", date);
            if (!description.isEmpty()) {
                row.put("description", description);
            }
            rows.add(row);
        }

        public void line(String date, String name, String description, Money... amounts) {
            line(
                    date,
                    name,
                    description,
                    List.of(amounts).stream().map(Optional::of).toList());
        }

        /** A line in bold type, below others. */
        public void total(String name, Money... amounts) {
            Map<String, Object> row =
                    row(name, List.of(amounts).stream().map(Optional::of).toList());
            row.put("strong", true);
            rows.add(row);
        }

        /** An opening or a closing balance among other lines. */
        public void balance(String name, Money... amounts) {
            empty = false;
            total(name, amounts);
        }

        private static Map<String, Object> note(String sentence) {
            return Map.of("kind", "NOTE", "name", sentence);
        }

        private Map<String, Object> row(String name, List<Optional<Money>> amounts) {
            Map<String, Object> row = new HashMap<>();
            row.put("kind", "LINE");
            row.put("name", name);
            for (int i = 0; i < amounts.size(); i++) {
                int column = amounts.size() - 1 - i;
                amounts.get(i).ifPresent(amount -> row.put("cell" + column, words.amountWithoutCurrency(amount)));
            }
            return row;
        }

        /** A sentence below the lines. */
        public void addNote(String sentence) {
            rows.add(note(sentence));
        }

        /** Ends the list; one without lines says so. */
        public void end() {
            end(words.text("binder.none"));
        }

        /** @param none the sentence for a list without lines */
        public void end(String none) {
            if (empty) {
                heads.put("columns", 0);
                rows.removeIf(row -> row.containsKey("strong"));
                rows.add(0, note(none));
            }
            print();
        }

        private void print() {
            Map<String, Object> document =
                    heading.of(words.text("binder.period"), period, "", "", words.text("binder"));
            document.put("title", title);
            document.put("continued", title + "\n" + period);
            figureName.ifPresent(name -> document.put("figureName", name));
            figure.ifPresent(amount -> document.put("figure", amount));
            document.putAll(heads);
            document.put("document", ++documents);
            Iterator<DocumentRow> printed =
                    KeepTogether.rows(document, List.copyOf(rows)).iterator();
            rows.clear();
            pdf.add(printed);
        }
    }
}
