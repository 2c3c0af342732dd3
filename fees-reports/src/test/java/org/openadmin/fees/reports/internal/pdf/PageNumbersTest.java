package org.openadmin.fees.reports.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.testkit.Kit;

class PageNumbersTest {

    private static final int LONG = 2_000;

    private final JasperPrint print = new JasperPrint();

    @Test
    void eachDocumentIsCountedByItself() {
        pages(3, true);
        pages(1, true);
        pages(2, true);

        write();

        assertThat(texts("page"))
                .containsExactly("Page 1 of 3", "Page 2 of 3", "Page 3 of 3", "", "Page 1 of 2", "Page 2 of 2");
    }

    @Test
    void theTotalOfAPageWithoutLinesIsThatOfThePageBeforeButNeverOfAnotherDocument() {
        pages(1, true);
        CountedPage first = page(1, Optional.of("10.00"));
        CountedPage second = page(2, Optional.empty());
        CountedPage third = page(3, Optional.of("12.00"));

        write();

        assertThat(text("carried", first)).isEqualTo("10.00");
        assertThat(text("brought", second)).isEqualTo("10.00");
        assertThat(text("brought", third)).isEqualTo("10.00");
    }

    /** A school's own template may have lines without totals. */
    @Test
    void everyPageOfALongDocumentIsLookedAtAFewTimes() {
        pages(LONG, false);

        write();

        assertThat(print.getPages()).hasSize(LONG).allSatisfy(page -> assertThat(((CountedPage) page).looks)
                .isLessThan(20));
    }

    private void write() {
        PageNumbers.write(print, new DocumentTexts(Kit.settings(), ZoneOffset.UTC));
    }

    private void pages(int count, boolean totals) {
        for (int number = 1; number <= count; number++) {
            page(number, totals ? Optional.of(number + ".00") : Optional.empty());
        }
    }

    private CountedPage page(int number, Optional<String> total) {
        CountedPage page = new CountedPage();
        page.addElement(text("page", String.valueOf(number)));
        JRBasePrintText line = text("line", "Lab fee");
        total.ifPresent(text -> line.getPropertiesMap().setProperty(PageNumbers.PROPERTIES + "carried", text));
        page.addElement(line);
        page.addElement(text("brought", "0.00"));
        page.addElement(text("carried", "0.00"));
        print.addPage(page);
        return page;
    }

    private JRBasePrintText text(String key, String value) {
        JRBasePrintText text = new JRBasePrintText(print.getDefaultStyleProvider());
        text.setKey(key);
        text.setText(value);
        return text;
    }

    private List<String> texts(String key) {
        return print.getPages().stream()
                .map(page -> text(key, (CountedPage) page))
                .toList();
    }

    private static String text(String key, CountedPage page) {
        return page.getElements().stream()
                .filter(element -> key.equals(element.getKey()))
                .map(element -> ((JRPrintText) element).getFullText())
                .findFirst()
                .orElseThrow();
    }

    /** Counts how often its elements are looked through. */
    private static final class CountedPage extends JRBasePrintPage {

        private static final long serialVersionUID = 1L;

        private int looks;

        @Override
        public List<JRPrintElement> getElements() {
            looks++;
            return super.getElements();
        }
    }
}
