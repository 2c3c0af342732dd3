package org.openadmin.fees.reports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JRTextElement;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.util.JRLoader;
import org.openadmin.fees.api.DocumentException;
import org.openadmin.fees.api.DocumentException.Problem;
import org.openadmin.fees.api.DocumentSettings.Paper;
import org.openadmin.fees.api.School;

/** Turns rows into a PDF/A in memory, or into an exception: never into a document with a word missing. */
final class PdfPrinter {

    private static final String TEMPLATES = "/org/openadmin/fees/reports/templates/";

    private final ClassLoader classes = PdfPrinter.class.getClassLoader();
    private final Map<String, JasperReport> templates = new ConcurrentHashMap<>();

    private Glyphs glyphs;

    record Pdf(byte[] bytes, int pages) {}

    /**
     * @param template the name of the template, without its paper
     * @param rows of one document after the other
     */
    Pdf print(String template, Paper paper, School school, About about, Wording words, Iterator<Row> rows) {
        Map<String, Object> parameters = new HashMap<>(Letterhead.parameters(school));
        parameters.put(JRParameter.REPORT_LOCALE, words.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, words.texts());
        parameters.put(JRParameter.REPORT_CLASS_LOADER, classes);
        // Jasper looks for its own parts and our fonts through the thread, which in a container belongs to somebody
        // else
        return OwnThread.call(classes, () -> print(template + "-" + paper, parameters, school, about, words, rows));
    }

    private Pdf print(
            String template,
            Map<String, Object> parameters,
            School school,
            About about,
            Wording words,
            Iterator<Row> rows) {
        try {
            SimpleJasperReportsContext context =
                    new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
            context.setProperty(JRTextElement.PROPERTY_PRINT_KEEP_FULL_TEXT, "true");
            JasperPrint print = JasperFillManager.getInstance(context)
                    .fill(template(template), parameters, new RowSource(rows, glyphs()));
            requireWholeTexts(print);
            PageNumbers.write(print, words);
            return new Pdf(
                    ArchiveExporter.export(print, about, school.name(), words.locale()),
                    print.getPages().size());
        } catch (JRException | JRRuntimeException | LinkageError e) {
            // a LinkageError is what Java's own text drawing throws on a machine without any font or freetype
            throw new DocumentException(Problem.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    /** Not before the first document: reading fonts takes a moment that the start of a portal need not wait for. */
    private synchronized Glyphs glyphs() {
        if (glyphs == null) {
            glyphs = new Glyphs();
        }
        return glyphs;
    }

    private JasperReport template(String name) {
        return templates.computeIfAbsent(name, file -> {
            try (InputStream in = PdfPrinter.class.getResourceAsStream(TEMPLATES + file + ".jasper")) {
                return (JasperReport) JRLoader.loadObject(in);
            } catch (JRException | IOException e) {
                throw new DocumentException(Problem.FAILED, "the template " + file + " cannot be read", e);
            }
        });
    }

    /** Jasper drops what is taller than its box without a word; here that is an error. */
    private static void requireWholeTexts(JasperPrint print) {
        for (JRPrintPage page : print.getPages()) {
            page.getElements().forEach(element -> {
                if (element instanceof JRPrintText text && text.getTextTruncateIndex() != null) {
                    throw new DocumentException(Problem.TEXT_CUT, text.getOriginalText(), null);
                }
            });
        }
    }
}
