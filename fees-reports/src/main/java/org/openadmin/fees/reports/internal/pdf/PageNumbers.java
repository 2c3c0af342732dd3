package org.openadmin.fees.reports.internal.pdf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/**
 * Writes "page 2 of 3", counted for each student, over the bare numbers that the template leaves: how many pages a student
 * takes is known only when they are laid out. A single page has no number. What a page carries over is what the next one brings
 * forward: the total of the lines up to there. Behind the sums there is nothing to carry.
 */
final class PageNumbers {

    /** The properties of a text that say something about its page. */
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
        int last = 0;
        for (int i = pages.size() - 1; i >= 0; i--) {
            JRPrintPage page = pages.get(i);
            JRPrintText place = place(page);
            int number = Integer.parseInt(place.getOriginalText());
            last = Math.max(last, number);
            place.setText(last == 1 ? "" : words.text("page", String.valueOf(number), String.valueOf(last)));
            if (number < last) {
                carry(pages, i, number);
            } else {
                write(CARRIED, page, "");
                write(CARRIED_NAME, page, "");
            }
            if (number == 1) {
                last = 0;
            }
        }
    }

    /**
     * Ours says with each line what it carries. What else a page brings forward is what the row said that began it, which is as good
     * as long as no row was moved there later.
     */
    private static void carry(List<JRPrintPage> pages, int from, int number) {
        JRPrintPage page = pages.get(from);
        JRPrintPage next = pages.get(from + 1);
        Optional<String> total = IntStream.range(0, number)
                .mapToObj(back -> carried(pages.get(from - back)))
                .flatMap(Optional::stream)
                .findFirst();
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

    /** The total behind the last line of a page. */
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
