package org.openadmin.fees.reports.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.spi.ReaderWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compiled templates by name, such as {@code invoice-LETTER}: the school's own if there is one in its folder,
 * otherwise the module's. The school's template is checked whenever its file has changed, under a time limit. If it is not valid, the
 * document fails; the module's template is never used in its place.
 */
public final class Templates {

    static final String COMPILED = ".jasper";
    static final String SOURCE = ".jrxml";

    /** Receipts on a roll; its template has a width of its own, whatever the paper of the other documents. */
    static final String ROLL = "receipt-roll";

    /** The names of all templates: one for each kind of document and paper, and one for receipts on a roll. */
    public static final List<String> NAMES = Stream.of(
                    "invoice", "receipt", "receipt-half", ROLL, "refund", "account", "letter", "list", "reminder")
            .flatMap(kind -> Arrays.stream(Paper.values()).map(paper -> name(kind, paper)))
            .distinct()
            .toList();

    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(45);
    /** A check that was too slow on a busy machine is repeated after a while, and not for each document. */
    private static final Duration REFUSAL_KEPT = Duration.ofMinutes(5);

    private static final String BUILT_IN = "/org/openadmin/fees/reports/templates/";

    private final Map<String, JasperReport> builtIn = new ConcurrentHashMap<>();
    private final Map<Path, CachedTemplate> custom = new ConcurrentHashMap<>();
    private final Set<Path> sources = ConcurrentHashMap.newKeySet();
    private ReportClasses admitted;

    /** A template of the school: the report, or why it was refused. */
    private record CachedTemplate(
            long size,
            FileTime changed,
            Optional<JasperReport> report,
            Optional<DocumentException> refusal,
            long until) {

        boolean isOf(BasicFileAttributes now) {
            boolean isCurrent = refusal.isEmpty() || System.nanoTime() - until < 0;
            return isCurrent && size == now.size() && changed.equals(now.lastModifiedTime());
        }

        JasperReport require() {
            return report.orElseThrow(
                    () -> new DocumentException(Problem.TEMPLATE, refusal.get().detail(), refusal.get()));
        }
    }

    private final Duration limit;

    public Templates() {
        this(TIME_LIMIT);
    }

    /** @param limit the longest time for reading and checking a template of the school */
    Templates(Duration limit) {
        this.limit = limit;
    }

    /** Returns the name of the template of a kind of document on this paper. */
    static String name(String kind, Paper paper) {
        return kind.equals(ROLL) ? kind : kind + "-" + paper;
    }

    /**
     * Must be called in the thread of the document, because Jasper leaves thread-local variables behind.
     *
     * @param folder the folder with the school's own templates, if there is one
     * @throws DocumentException if the school's own template is not valid
     */
    JasperReport of(String name, Optional<Path> folder) {
        JasperReport pattern = builtIn(name);
        return folder.flatMap(path -> custom(path, name, pattern)).orElse(pattern);
    }

    /** Returns the source of a template of the module, which can be opened in Jasper's designer. */
    public static String source(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(BUILT_IN + name + SOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DocumentException(Problem.FAILED, "the source of " + name + " cannot be read", e);
        }
    }

    private JasperReport builtIn(String name) {
        return builtIn.computeIfAbsent(name, file -> {
            try (InputStream in = Templates.class.getResourceAsStream(BUILT_IN + file + COMPILED)) {
                return (JasperReport) JRLoader.loadObject(in);
            } catch (JRException | IOException e) {
                throw new DocumentException(Problem.FAILED, "the template " + file + " cannot be read", e);
            }
        });
    }

    private Optional<JasperReport> custom(Path path, String name, JasperReport pattern) {
        Path source = path.resolve(name + SOURCE);
        if (Files.exists(source) && sources.add(source)) {
            LOG.warn("{} is a template source and is ignored: only compiled templates ({}) are used", source, COMPILED);
        }
        Path file = path.resolve(name + COMPILED);
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            CachedTemplate known = custom.get(file);
            if (known == null || !known.isOf(now)) {
                known = checked(file, now, pattern);
                custom.put(file, known);
            }
            return Optional.of(known.require());
        } catch (NoSuchFileException e) {
            custom.remove(file);
            return Optional.empty();
        } catch (IOException e) {
            throw CustomTemplate.refused(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private CachedTemplate checked(Path file, BasicFileAttributes now, JasperReport pattern) throws IOException {
        Optional<JasperReport> report = Optional.empty();
        Optional<DocumentException> refusal = Optional.empty();
        try {
            report = Optional.of(read(file, pattern));
            LOG.info("The school's own template {} is in use", file);
        } catch (DocumentException e) {
            if (ReaderWork.isStopped()) {
                // the document is not wanted any more; nothing is known about the template
                throw e;
            }
            refusal = Optional.of(e);
            LOG.warn("The school's own template is refused: {}", VisibleText.of(e.detail()));
        }
        return new CachedTemplate(
                now.size(), now.lastModifiedTime(), report, refusal, System.nanoTime() + REFUSAL_KEPT.toNanos());
    }

    /** An expression that never ends would otherwise hold up every document. Its thread is interrupted and left behind. */
    private JasperReport read(Path file, JasperReport pattern) throws IOException {
        ReportClasses classes = admitted();
        FutureTask<JasperReport> reading = ShortLivedThread.start(
                Templates.class.getClassLoader(), () -> CustomTemplate.read(file, pattern, classes), () -> {});
        try {
            return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            throw CustomTemplate.refused(file, "took longer than " + limit.toSeconds() + " seconds to check", e);
        } catch (InterruptedException e) {
            reading.cancel(true);
            throw ReaderWork.stopped(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof DocumentException refused) {
                throw refused;
            }
            throw CustomTemplate.refused(file, "cannot be read: " + e.getCause(), e.getCause());
        }
    }

    private synchronized ReportClasses admitted() {
        if (admitted == null) {
            ReportClasses classes = new ReportClasses();
            NAMES.forEach(name -> {
                try (InputStream in = Templates.class.getResourceAsStream(BUILT_IN + name + COMPILED)) {
                    classes.add(in);
                } catch (IOException | ClassNotFoundException e) {
                    throw new DocumentException(Problem.FAILED, "the template " + name + " cannot be read", e);
                }
            });
            admitted = classes;
        }
        return admitted;
    }
}
