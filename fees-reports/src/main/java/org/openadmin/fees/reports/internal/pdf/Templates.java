package org.openadmin.fees.reports.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compiled templates by name, such as {@code invoice-LETTER}: the school's own if there is one in its folder,
 * otherwise the module's. The school's template is checked whenever its file has changed. If it is not valid, the
 * document fails; the module's template is never used in its place.
 */
public final class Templates {

    static final String COMPILED = ".jasper";
    static final String SOURCE = ".jrxml";

    /** The names of all templates, one for each kind of document and paper. */
    public static final List<String> NAMES = Stream.of("invoice", "receipt", "refund", "account", "list")
            .flatMap(kind -> Arrays.stream(Paper.values()).map(paper -> kind + "-" + paper))
            .toList();

    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);
    private static final String BUILT_IN = "/org/openadmin/fees/reports/templates/";

    private final Map<String, JasperReport> builtIn = new ConcurrentHashMap<>();
    private final Map<Path, CachedTemplate> custom = new ConcurrentHashMap<>();
    private final Set<Path> sources = ConcurrentHashMap.newKeySet();

    private record CachedTemplate(long size, FileTime changed, JasperReport report) {

        boolean isOf(BasicFileAttributes now) {
            return size == now.size() && changed.equals(now.lastModifiedTime());
        }
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
                known = new CachedTemplate(now.size(), now.lastModifiedTime(), CustomTemplate.read(file, pattern));
                custom.put(file, known);
                LOG.info("The school's own template {} is in use", file);
            }
            return Optional.of(known.report());
        } catch (NoSuchFileException e) {
            custom.remove(file);
            return Optional.empty();
        } catch (IOException e) {
            throw CustomTemplate.refused(file, "cannot be read: " + e.getMessage(), e);
        }
    }
}
