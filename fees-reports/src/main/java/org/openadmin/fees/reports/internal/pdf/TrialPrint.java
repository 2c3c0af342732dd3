package org.openadmin.fees.reports.internal.pdf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.governors.MaxPagesGovernor;
import net.sf.jasperreports.governors.TimeoutGovernor;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.reports.internal.texts.FontCoverage;

/** Prints two long documents with a template before it is used, for checks that only a print allows. */
final class TrialPrint {

    private static final String FONT = "Fees Sans";
    private static final String PAGE = "page";
    private static final String SOMETHING = "1";
    private static final int MAX_COLUMNS = 6;
    private static final int LINES = 60;
    private static final int MAX_PAGES = 200;
    private static final int MAX_MILLISECONDS = 30_000;

    private final Path file;

    private TrialPrint(Path file) {
        this.file = file;
    }

    /** @throws DocumentException if the template in this file is not valid; contains the reason */
    static void of(Path file, JasperReport template, JasperReport builtIn) {
        TrialPrint trial = new TrialPrint(file);
        List<DocumentRow> first = rows(builtIn, 1, MAX_COLUMNS);
        List<DocumentRow> second = rows(builtIn, 2, 1);
        List<Integer> numbers = new ArrayList<>();
        if (builtIn.isIgnorePagination()) {
            trial.print(template, builtIn, first, numbers);
            trial.print(template, builtIn, second, numbers);
        } else {
            trial.print(
                    template,
                    builtIn,
                    Stream.concat(first.stream(), second.stream()).toList(),
                    numbers);
        }
        trial.requireOwnPages(numbers);
    }

    /** @param numbers those of the pages before; the numbers of these pages are appended */
    private void print(JasperReport template, JasperReport builtIn, List<DocumentRow> rows, List<Integer> numbers) {
        for (JRPrintPage page : fill(template, builtIn, rows).getPages()) {
            requireFont(page.getElements());
            numbers.add(number(page, numbers.size() + 1));
        }
    }

    private JasperPrint fill(JasperReport template, JasperReport builtIn, List<DocumentRow> rows) {
        SimpleJasperReportsContext context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
        context.setProperty(MaxPagesGovernor.PROPERTY_MAX_PAGES_ENABLED, "true");
        context.setProperty(MaxPagesGovernor.PROPERTY_MAX_PAGES, String.valueOf(MAX_PAGES));
        context.setProperty(TimeoutGovernor.PROPERTY_TIMEOUT_ENABLED, "true");
        context.setProperty(TimeoutGovernor.PROPERTY_TIMEOUT, String.valueOf(MAX_MILLISECONDS));
        try {
            return JasperFillManager.getInstance(context)
                    .fill(template, parameters(builtIn), new DocumentRowSource(rows.iterator(), new FontCoverage()));
        } catch (JRException | RuntimeException | LinkageError e) {
            throw CustomTemplate.refused(file, "fails in a trial print: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> parameters(JasperReport builtIn) {
        Map<String, Object> parameters = new HashMap<>();
        Arrays.stream(builtIn.getParameters())
                .filter(each -> !each.isSystemDefined() && each.getValueClass() == String.class)
                .forEach(each -> parameters.put(each.getName(), SOMETHING));
        ClassLoader classes = TrialPrint.class.getClassLoader();
        parameters.put(JRParameter.REPORT_LOCALE, Locale.ENGLISH);
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, DocumentTexts.texts(Locale.ENGLISH));
        parameters.put(JRParameter.REPORT_CLASS_LOADER, classes);
        return parameters;
    }

    /** Returns the rows of a long document with so many amount columns. */
    private static List<DocumentRow> rows(JasperReport builtIn, int document, int columns) {
        Map<String, Object> fields = new HashMap<>();
        Arrays.stream(builtIn.getFields())
                .filter(field -> field.getValueClass() == String.class)
                .forEach(field -> fields.put(field.getName(), SOMETHING));
        fields.put("document", document);
        fields.put("columns", columns);
        List<Map<String, Object>> own = new ArrayList<>(Collections.nCopies(LINES, Map.of("kind", "LINE")));
        own.add(Map.of("kind", "NOTE"));
        own.add(Map.of("kind", "SUMS"));
        return KeepTogether.rows(fields, own).toList();
    }

    /** Any other font would not be embedded, and the file would not be valid PDF/A. */
    private void requireFont(List<JRPrintElement> elements) {
        for (JRPrintElement element : elements) {
            if (element instanceof JRPrintText text && !FONT.equals(text.getFontName())) {
                throw CustomTemplate.refused(
                        file,
                        "uses the font " + text.getFontName() + "; only " + FONT + " comes with the module",
                        null);
            }
            if (element instanceof JRPrintFrame frame) {
                requireFont(frame.getElements());
            }
        }
    }

    private int number(JRPrintPage page, int place) {
        return page.getElements().stream()
                .filter(element -> PAGE.equals(element.getKey()) && element instanceof JRPrintText)
                .map(element -> ((JRPrintText) element).getOriginalText())
                .filter(text -> text != null && text.matches("[1-9][0-9]{0,3}"))
                .findFirst()
                .map(Integer::valueOf)
                .orElseThrow(() -> CustomTemplate.refused(
                        file,
                        "has no text with the key \"page\" and the number of the page on page " + place
                                + " of a trial print",
                        null));
    }

    /** Otherwise one family's lines could be printed on another family's page. */
    private void requireOwnPages(List<Integer> numbers) {
        int documents = 0;
        int expected = 1;
        for (int number : numbers) {
            documents += number == 1 ? 1 : 0;
            expected = number == 1 ? 1 : expected;
            if (number != expected) {
                documents = 0;
                break;
            }
            expected++;
        }
        if (documents != 2) {
            throw CustomTemplate.refused(
                    file,
                    "does not begin a page 1 for each document: two in a trial print had the pages " + numbers,
                    null);
        }
    }
}
