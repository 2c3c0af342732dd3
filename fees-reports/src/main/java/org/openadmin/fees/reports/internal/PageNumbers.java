package org.openadmin.fees.reports.internal;

import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * Writes "page 2 of 3", counted for each student, over the bare numbers that the template leaves: how many pages a student
 * takes is known only when they are laid out. A single page has no number. What a page carries over is what the next one brings
 * forward, and the last one carries nothing.
 */
final class PageNumbers {

    private static final String KEY = "page";
    private static final String BROUGHT = "brought";
    private static final String CARRIED = "carried";
    private static final String CARRIED_NAME = "carriedName";

    private PageNumbers() {}

    static void write(JasperPrint print, Wording words) {
        List<JRPrintPage> pages = print.getPages();
        int last = 0;
        for (int i = pages.size() - 1; i >= 0; i--) {
            JRPrintPage page = pages.get(i);
            JRPrintText place = place(page);
            int number = Integer.parseInt(place.getOriginalText());
            last = Math.max(last, number);
            place.setText(last == 1 ? "" : words.text("page", String.valueOf(number), String.valueOf(last)));
            if (number == last) {
                write(CARRIED, page, "");
                write(CARRIED_NAME, page, "");
            } else {
                Optional<String> brought = find(BROUGHT, pages.get(i + 1)).map(JRPrintText::getOriginalText);
                brought.ifPresent(total -> write(CARRIED, page, total));
            }
            if (number == 1) {
                last = 0;
            }
        }
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
