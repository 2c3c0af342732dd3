package org.openadmin.fees.reports.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRExpressionChunk;
import net.sf.jasperreports.engine.JRExpressionCollector;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.ContextClassLoaderObjectInputStream;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/**
 * Reads one of the school's own templates and compares it with the module's: it must have the same paper size, use only
 * parameters and fields that the module provides, and show all fields that the document needs. What only a print can
 * show is checked by {@link TrialPrint}.
 */
final class CustomTemplate {

    private static final long MAX_FILE_BYTES = 5_000_000;

    private static final ObjectInputFilter LIMITS = ObjectInputFilter.Config.createFilter(
            "maxbytes=" + MAX_FILE_BYTES + ";maxdepth=200;maxrefs=500000;maxarray=" + MAX_FILE_BYTES);

    /** A template must not set export properties, because they could make the file invalid as PDF/A. */
    private static final String EXPORT = "net.sf.jasperreports.export.";

    private static final List<String> OF_ALL = List.of("document", "kind", "studentName", "name", "cell0", "figure");
    private static final Map<String, List<String>> OF_ONE = Map.of(
            "invoice", List.of("address", "finalAmount"),
            "reminder", List.of("address", "title", "letter", "finalAmount"),
            "receipt", List.of("main", "copy", "stamp", "finalAmount"),
            "refund", List.of("main", "finalAmount"),
            "account", List.of("title", "finalAmount"),
            "letter", List.of("title", "intro", "finalAmount"),
            "list", List.of("title", "main"));

    private final Path file;
    private final JasperReport report;
    private final JasperReport builtIn;

    private CustomTemplate(Path file, JasperReport report, JasperReport builtIn) {
        this.file = file;
        this.report = report;
        this.builtIn = builtIn;
    }

    /**
     * @param admitted the only classes to read from the file, in addition to Jasper's own filter
     * @throws DocumentException if the template is not valid; contains the reason
     */
    static JasperReport read(Path file, JasperReport builtIn, ReportClasses admitted) throws IOException {
        CustomTemplate template = new CustomTemplate(file, read(file, admitted), builtIn);
        template.requireJava();
        template.requirePaper();
        template.requireKnown("parameter", parameters(template.report), parameters(builtIn));
        template.requireKnown("field", fields(template.report), fields(builtIn));
        template.requireShown();
        template.requireNoExportProperties();
        TrialPrint.of(file, template.report, builtIn);
        return template.report;
    }

    static DocumentException refused(Path file, String why, Throwable cause) {
        return new DocumentException(Problem.TEMPLATE, file + " " + why, cause);
    }

    private static JasperReport read(Path file, ReportClasses admitted) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw refused(file, "is no file", null);
        }
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw refused(file, "is larger than " + MAX_FILE_BYTES / 1_000_000 + " MB", null);
        }
        byte[] content = Files.readAllBytes(file);
        ReportClasses.Filter filter = admitted.filter(LIMITS);
        try (ObjectInputStream in = new ContextClassLoaderObjectInputStream(
                DefaultJasperReportsContext.getInstance(), new ByteArrayInputStream(content))) {
            in.setObjectInputFilter(filter);
            if (in.readObject() instanceof JasperReport read) {
                return read;
            }
            throw refused(file, "is no compiled report", null);
        } catch (DocumentException e) {
            throw e;
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
            String other = filter.rejected();
            throw refused(
                    file,
                    "is no report that JasperReports 7 has compiled"
                            + (other.isEmpty()
                                    ? ""
                                    : " from the elements of the module's templates: it contains " + other),
                    e);
        }
    }

    private void requireJava() {
        if (!builtIn.getCompilerClass().equals(report.getCompilerClass())) {
            throw refused(file, "is not compiled from expressions in Java", null);
        }
    }

    private void requirePaper() {
        if (report.getPageWidth() != builtIn.getPageWidth() || report.getPageHeight() != builtIn.getPageHeight()) {
            throw refused(
                    file,
                    "is for pages of " + size(report) + " points, but its name is that of " + size(builtIn),
                    null);
        }
    }

    private static String size(JasperReport report) {
        return report.getPageWidth() + " × " + report.getPageHeight();
    }

    private void requireKnown(String what, Map<String, String> asked, Map<String, String> given) {
        asked.forEach((name, type) -> {
            if (!given.containsKey(name)) {
                throw refused(
                        file,
                        "asks for the " + what + " " + name + "; there are "
                                + given.keySet().stream().sorted().collect(Collectors.joining(", ")),
                        null);
            }
            if (!given.get(name).equals(type)) {
                throw refused(
                        file,
                        "takes the " + what + " " + name + " for " + type + ", but it is " + given.get(name),
                        null);
            }
        });
    }

    private static Map<String, String> parameters(JasperReport report) {
        return byName(
                Arrays.stream(report.getParameters()).filter(each -> !each.isSystemDefined()),
                JRParameter::getName,
                JRParameter::getValueClassName);
    }

    private static Map<String, String> fields(JasperReport report) {
        return byName(Arrays.stream(report.getFields()), JRField::getName, JRField::getValueClassName);
    }

    private static <T> Map<String, String> byName(Stream<T> items, Function<T, String> name, Function<T, String> type) {
        return items.collect(Collectors.toMap(name, type));
    }

    /**
     * Checks that the required fields are used in an expression; a field that is only declared would not be visible.
     */
    private void requireShown() {
        Set<String> used =
                JRExpressionCollector.collector(DefaultJasperReportsContext.getInstance(), report)
                        .getReportExpressions()
                        .stream()
                        .filter(expression -> expression.getChunks() != null)
                        .flatMap(expression -> Arrays.stream(expression.getChunks()))
                        .filter(chunk -> chunk.getType() == JRExpressionChunk.TYPE_FIELD)
                        .map(JRExpressionChunk::getText)
                        .collect(Collectors.toSet());
        String name = file.getFileName().toString();
        List<String> own = OF_ONE.get(name.substring(0, name.indexOf('-')));
        Stream.concat(OF_ALL.stream(), own.stream())
                .filter(field -> !used.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw refused(file, "does not use the field " + field + ", which it needs", null);
                });
    }

    private void requireNoExportProperties() {
        Arrays.stream(report.getPropertiesMap().getPropertyNames())
                .filter(property -> property.startsWith(EXPORT))
                .findFirst()
                .ifPresent(property -> {
                    throw refused(file, "sets " + property + ", but how a file is written is not up to it", null);
                });
    }
}
