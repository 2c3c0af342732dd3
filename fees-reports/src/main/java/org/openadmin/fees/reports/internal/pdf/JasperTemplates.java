package org.openadmin.fees.reports.internal.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.documents.DocumentTemplates;
import org.openadmin.fees.spi.FeesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports which templates are in use, with the checks that a document makes. */
@Component
public final class JasperTemplates implements DocumentTemplates {

    private final FeesSettings settings;
    private final Templates templates = new Templates();

    @Activate
    public JasperTemplates(@Reference FeesSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Template> inUse(Actor reader) {
        reader.require(Role.ADMIN);
        Optional<Path> folder = settings.current().documents().templates();
        List<Template> found = new ArrayList<>();
        ShortLivedThread.call(JasperTemplates.class.getClassLoader(), () -> {
            Templates.NAMES.forEach(name -> found.add(template(name, folder)));
            return found;
        });
        folder.ifPresent(path -> others(path).forEach(found::add));
        return found;
    }

    @Override
    public Map<String, String> sources(Actor reader) {
        reader.require(Role.ADMIN);
        Map<String, String> sources = new LinkedHashMap<>();
        Templates.NAMES.forEach(name -> sources.put(name + Templates.SOURCE, Templates.source(name)));
        return sources;
    }

    private Template template(String name, Optional<Path> folder) {
        Optional<Path> file = folder.map(path -> path.resolve(name + Templates.COMPILED));
        try {
            // if the file is removed between these two lines, the template is already the module's
            boolean own = file.filter(Files::exists).isPresent();
            templates.of(name, folder);
            return new Template(
                    name, own ? Origin.SCHOOL : Origin.MODULE, own ? file.get().toString() : "");
        } catch (DocumentException e) {
            return new Template(name, Origin.REFUSED, e.detail());
        }
    }

    /** Returns the compiled templates that no document uses, probably because of a misspelled name. */
    private static List<Template> others(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(Templates.COMPILED))
                    .filter(file -> !Templates.NAMES.contains(name(file)))
                    .sorted()
                    .map(file -> new Template(name(file), Origin.UNUSED, file.toString()))
                    .toList();
        } catch (IOException e) {
            throw new DocumentException(Problem.TEMPLATE, folder + " cannot be read", e);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - Templates.COMPILED.length());
    }
}
