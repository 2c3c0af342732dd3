package org.openadmin.fees.reports.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/**
 * Replaces the plain page numbers of the template with "page 2 of 3", counted for each student, because the number of a
 * student's pages is known only after layout. A single page has no number. The total carried forward at the end of a
 * page and brought forward on the next is the total of the lines so far; after the sums there is none.
 */
final class PageNumbers {

    /** The prefix of properties of a text that concern its page. */
    static final String PROPERTIES = "fees.";

    private static final String KEY = "page";
    private static final String LINE = "line";
    private static final String FINAL = "final";
    private static final String BROUGHT = "brought";
    private static final String BROUGHT_NAME = "broughtName";
    private static final String CARRIED = "carried";
    private static final String CARRIED_NAME = "carriedName";

    private PageNumbers() {}

    static void write(JasperPrint print, DocumentTexts words) {
        List<JRPrintPage> pages = print.getPages();
        List<Optional<String>> totals = totals(pages);
        int last = 0;
        for (int i = pages.size() - 1; i >= 0; i--) {
            JRPrintPage page = pages.get(i);
            JRPrintText place = place(page);
            int number = Integer.parseInt(place.getOriginalText());
            last = Math.max(last, number);
            place.setText(last == 1 ? "" : words.text("page", String.valueOf(number), String.valueOf(last)));
            if (number < last) {
                carry(page, pages.get(i + 1), totals.get(i));
            } else {
                write(CARRIED, page, "");
                write(CARRIED_NAME, page, "");
            }
            if (number == 1) {
                last = 0;
            }
        }
    }

    /** Whether this is the first page of a student's document; asked before the pages are numbered. */
    static boolean isFirst(JRPrintPage page) {
        return place(page).getOriginalText().equals("1");
    }

    /**
     * In the module's templates each line has its total so far. For other templates, the value brought forward is the
     * one of the page's first row, which is correct unless a row was moved to the page during layout.
     */
    private static void carry(JRPrintPage page, JRPrintPage next, Optional<String> total) {
        if (find(FINAL, page).isPresent() || total.isEmpty() && carried(next).isPresent()) {
            write(CARRIED, page, "");
            write(CARRIED_NAME, page, "");
            write(BROUGHT, next, "");
            write(BROUGHT_NAME, next, "");
            return;
        }
        total.ifPresent(text -> write(BROUGHT, next, text));
        find(BROUGHT, next).map(JRPrintText::getOriginalText).ifPresent(text -> write(CARRIED, page, text));
    }

    /**
     * Returns for each page the total after the last line on it or on an earlier page of the same document. Each page is
     * looked at once: a document may have thousands.
     */
    private static List<Optional<String>> totals(List<JRPrintPage> pages) {
        List<Optional<String>> totals = new ArrayList<>(pages.size());
        Optional<String> total = Optional.empty();
        for (JRPrintPage page : pages) {
            Optional<String> before = isFirst(page) ? Optional.empty() : total;
            total = carried(page).or(() -> before);
            totals.add(total);
        }
        return totals;
    }

    /** Returns the total after the last line of a page. */
    private static Optional<String> carried(JRPrintPage page) {
        return page.getElements().stream()
                .filter(element -> LINE.equals(element.getKey()) && element.hasProperties())
                .map(element -> element.getPropertiesMap().getProperty(PROPERTIES + CARRIED))
                .filter(Objects::nonNull)
                .reduce((before, behind) -> behind);
    }

    private static void write(String key, JRPrintPage page, String text) {
        find(key, page).ifPresent(place -> place.setText(text));
    }

    private static Optional<JRPrintText> find(String key, JRPrintPage page) {
        return page.getElements().stream()
                .filter(element -> key.equals(element.getKey()))
                .map(JRPrintText.class::cast)
                .findFirst();
    }

    private static JRPrintText place(JRPrintPage page) {
        return find(KEY, page).orElseThrow(() -> new IllegalStateException("A page without its student and number"));
    }
}
