package org.openadmin.fees.reports.internal;

import java.util.List;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * Writes "page 2 of 3", counted for each student, over the bare numbers that the template leaves: how many pages a student
 * takes is known only when they are laid out. A single page has no number. What is carried over to the next page goes from the
 * last one.
 */
final class PageNumbers {

    private static final String KEY = "page";
    private static final String CARRIED = "carried";

    private PageNumbers() {}

    static void write(JasperPrint print, Wording words) {
        List<JRPrintPage> pages = print.getPages();
        int last = 0;
        for (int i = pages.size() - 1; i >= 0; i--) {
            JRPrintText place = place(pages.get(i));
            int number = Integer.parseInt(place.getOriginalText());
            last = Math.max(last, number);
            place.setText(last == 1 ? "" : words.text("page", String.valueOf(number), String.valueOf(last)));
            if (number == last) {
                blank(pages.get(i));
            }
            if (number == 1) {
                last = 0;
            }
        }
    }

    private static void blank(JRPrintPage page) {
        page.getElements().stream()
                .filter(element -> CARRIED.equals(element.getKey()))
                .forEach(element -> ((JRPrintText) element).setText(""));
    }

    private static JRPrintText place(JRPrintPage page) {
        return page.getElements().stream()
                .filter(element -> KEY.equals(element.getKey()))
                .map(JRPrintText.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A page without its student and number"));
    }
}
