package org.openadmin.fees.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.internal.schema.HostWatch;
import org.openadmin.fees.internal.settings.SettingsReport;
import org.openadmin.fees.internal.verify.DatabaseInfo;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.Settings;

/** The command {@code fees:status}. */
@Service
@Command(
        scope = "fees",
        name = "status",
        description = "Shows whether the module is ready, its database and configuration, and the number of its rows")
public final class StatusCommand extends ShellCommand {

    @Reference(optional = true)
    HostWatch watch;

    @Reference(optional = true)
    DatabaseInfo database;

    @Reference(optional = true)
    SettingsReport report;

    public StatusCommand() {}

    StatusCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output out) {
        line(out, "Open Admin Fees", version());
        line(
                out,
                "State",
                Optional.ofNullable(watch)
                        .flatMap(HostWatch::missing)
                        .map(sentence -> say("not-ready.waits", sentence))
                        .orElse("ready"));
        Optional<DatabaseInfo.Facts> facts = Optional.ofNullable(database).flatMap(DatabaseInfo::read);
        if (facts.isPresent()) {
            show(facts.get(), out);
        } else {
            line(out, "Database", say(database == null ? "status.no-database" : "status.no-answer"));
        }
        show(out);
    }

    private void show(DatabaseInfo.Facts facts, Output out) {
        line(out, "Schema version", String.valueOf(facts.schemaVersion()));
        line(out, "Database", facts.product());
        line(out, "Address", facts.url() + " as " + facts.user());
        line(out, "Students", facts.students().orElseGet(() -> say("status.no-view", "fees_student")));
        line(
                out,
                "Enrolments",
                facts.enrolments().map(String::valueOf).orElseGet(() -> say("status.no-view", "fees_enrolment")));
        String rows = facts.rows().entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
        line(out, "Journal rows", rows.isEmpty() ? "none" : rows);
        line(out, "Last receipt", facts.lastReceipt() == 0 ? "none" : String.valueOf(facts.lastReceipt()));
    }

    private void show(Output out) {
        try {
            Settings current = needs(settings).current();
            line(out, "School", current.school().name());
            line(out, "Currency", current.currency().getCurrencyCode());
            line(out, "Language", current.locale().toLanguageTag());
            String taxes = current.taxes().stream()
                    .map(tax -> tax.name() + " " + tax.percent().toPlainString() + " %")
                    .collect(Collectors.joining(", "));
            line(out, "Taxes", taxes.isEmpty() ? "none" : taxes);
            String profiles = current.profiles().entrySet().stream()
                    .map(profile -> profile.getKey() + " (" + text(profile.getValue()) + ")")
                    .collect(Collectors.joining(", "));
            line(out, "Profiles", profiles.isEmpty() ? "none" : profiles);
        } catch (InvalidSettingException e) {
            line(out, "Configuration", "none in force");
        }
        line(
                out,
                "Refused",
                Optional.ofNullable(report)
                        .flatMap(SettingsReport::refusal)
                        .map(sentence -> say("status.refused", sentence))
                        .orElse("nothing"));
    }

    private static String text(Audience.Group group) {
        return group.kind().word() + " " + group.text();
    }

    private static void line(Output out, String label, String text) {
        out.line(String.format("%-16s %s", label + ":", text));
    }

    /** Reads the version from the manifest of this bundle. */
    private static String version() {
        try (InputStream in = StatusCommand.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            String version =
                    in == null ? null : new Manifest(in).getMainAttributes().getValue("Bundle-Version");
            return version == null ? "unknown version" : version;
        } catch (IOException e) {
            return "unknown version";
        }
    }
}
