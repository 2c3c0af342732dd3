package org.openadmin.fees.internal.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.documents.DocumentTemplates;
import org.openadmin.fees.api.documents.DocumentTemplates.Template;

/** The command {@code fees:templates}. */
@Service
@Command(
        scope = "fees",
        name = "templates",
        description =
                "Shows which templates the documents use, or writes the sources of the built-in ones to start from")
public final class TemplatesCommand extends FileCommand {

    @Reference(optional = true)
    DocumentTemplates templates;

    @Option(name = "--out", description = "The folder to write the sources to, in the export folder")
    String out;

    public TemplatesCommand() {}

    TemplatesCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.ADMIN;
    }

    @Override
    void run(List<String> arguments, Output output) {
        DocumentTemplates all = require(templates);
        if (out != null) {
            write(all.sources(actor()), folder().subfolder(out), output);
            return;
        }
        all.inUse(actor()).forEach(template -> output.line(line(template)));
        if (require(settings).current().documents().templates().isEmpty()) {
            output.line(message("templates.no-folder"));
        }
    }

    private String line(Template template) {
        return message(
                switch (template.origin()) {
                    case MODULE -> "templates.module";
                    case SCHOOL -> "templates.school";
                    case REFUSED -> "templates.refused";
                    case UNUSED -> "templates.unused";
                },
                template.name(),
                template.detail());
    }

    /** Writes all files, or none if one of them exists already, because it may contain the school's own changes. */
    private void write(Map<String, String> sources, Path folder, Output output) {
        Map<String, AtomicFile> files = new LinkedHashMap<>();
        sources.keySet().forEach(name -> files.put(name, new AtomicFile(folder.resolve(name), replace)));
        files.forEach((name, file) -> file.write(stream -> {
            try {
                stream.write(sources.get(name).getBytes(StandardCharsets.UTF_8));
                return name;
            } catch (IOException e) {
                throw new UsageException(e, "file.failed", file, e.getMessage());
            }
        }));
        output.line(message("templates.written", sources.size(), folder));
    }
}
