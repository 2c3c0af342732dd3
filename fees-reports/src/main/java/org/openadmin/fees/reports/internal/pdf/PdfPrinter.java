package org.openadmin.fees.reports.internal.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import net.sf.jasperreports.engine.util.JRTextMeasurerUtil;
import net.sf.jasperreports.governors.MaxPagesGovernor;
import net.sf.jasperreports.governors.MaxPagesGovernorException;
import net.sf.jasperreports.governors.TimeoutGovernor;
import net.sf.jasperreports.governors.TimeoutGovernorException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.reports.internal.letterhead.Letterhead;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.reports.internal.texts.FontCoverage;
import org.openadmin.fees.spi.Settings;

/** Creates a PDF/A from rows, or throws an exception; it never creates a document with missing text. */
public final class PdfPrinter {

    /** The most pages of a document, or of one part of a run of invoices. */
    static final int MAX_PAGES = 5_000;

    private static final Duration MAX_TIME = Duration.ofMinutes(5);

    private final ClassLoader classes = PdfPrinter.class.getClassLoader();
    private final Templates templates = new Templates();
    private final Letterhead letterhead = new Letterhead();

    private final int maxPages;
    private final Duration maxTime;
    private FontCoverage glyphs;

    public PdfPrinter() {
        this(MAX_PAGES, MAX_TIME);
    }

    /** For tests. */
    PdfPrinter(int maxPages, Duration maxTime) {
        this.maxPages = maxPages;
        this.maxTime = maxTime;
    }

    /** Prints rows that are all there: those of one document, or of several one after the other. */
    public PdfOutput print(
            String template,
            Settings current,
            DocumentMetadata about,
            DocumentTexts words,
            Iterator<DocumentRow> rows) {
        return printParts(template, current, about, words, List.of(rows).iterator());
    }

    /**
     * Prints a document in parts that are laid out one after the other. On a roll, each receipt is a part, so that its page is as long as
     * its text.
     *
     * @param parts at least one, each the rows of whole documents
     */
    public PdfOutput printParts(
            String template,
            Settings current,
            DocumentMetadata about,
            DocumentTexts words,
            Iterator<Iterator<DocumentRow>> parts) {
        return ShortLivedThread.call(classes, () -> export(template, current, about, words, parts));
    }

    /**
     * Begins a document whose parts are added one by one; only one is laid out at a time.
     *
     * @param template the name of the template, without its paper
     */
    public PartwisePdf begin(String template, Settings current, DocumentMetadata about, DocumentTexts words) {
        return new PartwisePdf(classes, parts -> export(template, current, about, words, parts));
    }

    /**
     * Works with the class loader of the bundle: Jasper looks for its own parts and our fonts through the thread, which in a container
     * belongs to another bundle.
     *
     * @param parts at least one, each the rows of whole documents
     */
    private PdfOutput export(
            String template,
            Settings current,
            DocumentMetadata about,
            DocumentTexts words,
            Iterator<Iterator<DocumentRow>> parts) {
        String name = Templates.name(template, current.documents().paper());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, words.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, words.texts());
        parameters.put(JRParameter.REPORT_CLASS_LOADER, classes);
        parameters.putAll(letterhead.parameters(current.school(), words.locale(), glyphs()));
        JasperReport report = templates.of(name, current.documents().templates());
        PdfOutput pdf = new PdfOutput();
        try {
            PdfAExporter.export(
                    new LazyParts(parts, rows -> fill(report, parameters, words, rows, pdf)),
                    about,
                    current.school().name(),
                    words.locale(),
                    pdf);
            return pdf;
        } catch (JRException | JRRuntimeException | LinkageError e) {
            pdf.close();
            throw failure(e);
        } catch (RuntimeException e) {
            pdf.close();
            throw e;
        }
    }

    /** Java's text rendering throws a LinkageError on a machine without fonts or freetype. */
    private DocumentException failure(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MaxPagesGovernorException) {
                return new DocumentException(Problem.TOO_LONG, "more than " + maxPages + " pages", e);
            }
            if (cause instanceof TimeoutGovernorException) {
                return new DocumentException(Problem.TOO_LONG, "more than " + maxTime.toSeconds() + " seconds", e);
            }
            if (cause instanceof IOException) {
                return new DocumentException(Problem.OUTPUT, String.valueOf(cause.getMessage()), e);
            }
        }
        return new DocumentException(Problem.FAILED, String.valueOf(e.getMessage()), e);
    }

    private JasperPrint fill(
            JasperReport template,
            Map<String, Object> parameters,
            DocumentTexts words,
            Iterator<DocumentRow> rows,
            PdfOutput pdf)
            throws JRException {
        SimpleJasperReportsContext context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
        context.setProperty(JRTextElement.PROPERTY_PRINT_KEEP_FULL_TEXT, "true");
        context.setProperty(JasperPrint.PROPERTIES_PRINT_TRANSFER_PREFIX + "fees", PageNumbers.PROPERTIES);
        context.setProperty(
                JRTextMeasurerUtil.PROPERTY_TEXT_MEASURER_FACTORY, CachingTextMeasurer.Factory.class.getName());
        context.setProperty(MaxPagesGovernor.PROPERTY_MAX_PAGES_ENABLED, "true");
        context.setProperty(MaxPagesGovernor.PROPERTY_MAX_PAGES, String.valueOf(maxPages));
        context.setProperty(TimeoutGovernor.PROPERTY_TIMEOUT_ENABLED, "true");
        context.setProperty(TimeoutGovernor.PROPERTY_TIMEOUT, String.valueOf(maxTime.toMillis()));
        TopNotes notes = new TopNotes(rows);
        JasperPrint print = JasperFillManager.getInstance(context)
                .fill(template, new HashMap<>(parameters), new DocumentRowSource(notes, glyphs()));
        notes.write(print, context);
        requireWholeTexts(print);
        PageNumbers.write(print, words);
        pdf.addPages(print.getPages().size());
        return print;
    }

    /** Adds what this template's documents show of the settings, apart from the texts: the logo and the school's own template. */
    public static void addLook(Fingerprint fingerprint, String template, Settings current) {
        String file = Templates.name(template, current.documents().paper()) + Templates.COMPILED;
        current.documents().templates().ifPresent(folder -> addFile(fingerprint, folder.resolve(file)));
        current.school().logo().ifPresent(logo -> addFile(fingerprint, logo));
    }

    /** A file that cannot be read makes no difference here: no document can be made with it. */
    private static void addFile(Fingerprint fingerprint, Path file) {
        try {
            fingerprint.add(Files.readAllBytes(file));
        } catch (IOException e) {
            fingerprint.add("");
        }
    }

    /** The characters of these texts that no font contains, each once; nearly always none. */
    public String missingCharacters(Stream<String> texts) {
        return ShortLivedThread.call(classes, () -> glyphs().missing(texts));
    }

    /** Created with the first document, because loading fonts is slow and would delay the start of the portal. */
    private synchronized FontCoverage glyphs() {
        if (glyphs == null) {
            glyphs = new FontCoverage();
        }
        return glyphs;
    }

    /** Throws an exception if a text is too tall for its box; Jasper would truncate it silently. */
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
