package org.openadmin.fees.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.mail.OutgoingMail;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.internal.schema.HostWatch;
import org.openadmin.fees.internal.settings.SchoolZone;
import org.openadmin.fees.internal.settings.SettingsReport;
import org.openadmin.fees.internal.verify.DatabaseInfo;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

/** The command {@code fees:status}. */
@Service
@Command(
        scope = "fees",
        name = "status",
        description = "Shows whether the module is ready, its database and configuration, and the number of its rows")
public final class StatusCommand extends ListCommand {

    @Reference(optional = true)
    HostWatch watch;

    @Reference(optional = true)
    DatabaseInfo database;

    @Reference(optional = true)
    SettingsReport report;

    @Reference(optional = true)
    SchoolZone zone;

    @Reference(optional = true)
    OutgoingMail outgoing;

    public StatusCommand() {}

    StatusCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output output) {
        StatusLines lines = new StatusLines(isForPrograms() ? ShellMessages.ENGLISH : texts());
        lines.add("status.module", version().orElseGet(() -> lines.say("status.unknown-version")));
        lines.add(
                "status.state",
                Optional.ofNullable(watch)
                        .flatMap(HostWatch::missing)
                        .map(sentence -> lines.say("not-ready.waits", sentence))
                        .orElseGet(() -> lines.say("status.ready")));
        Optional.ofNullable(database)
                .flatMap(DatabaseInfo::read)
                .ifPresentOrElse(
                        facts -> add(facts, lines),
                        () -> lines.add(
                                "status.database",
                                lines.say(database == null ? "status.no-database" : "status.no-answer")));
        addConfiguration(lines);
        addZone(lines);
        if (isData()) {
            list("list.status", StatusLines.heading(), lines.rows(), output);
        } else {
            lines.writeTable(output);
        }
    }

    private static void add(DatabaseInfo.Facts facts, StatusLines lines) {
        lines.add("status.schema", String.valueOf(facts.schemaVersion()));
        lines.add("status.database", facts.product());
        lines.add("status.address", lines.say("status.address-of", facts.url(), facts.user()));
        lines.add(
                "status.students",
                facts.students()
                        .map(count -> lines.say("status.student-count", count.active(), count.withdrawn()))
                        .orElseGet(() -> lines.say("status.no-view", "fees_student")));
        if (!facts.unusableStudents().isEmpty()) {
            lines.add("status.left-out", lines.say("status.left-out-of", String.join("; ", facts.unusableStudents())));
        }
        lines.add(
                "status.enrolments",
                facts.enrolments().map(String::valueOf).orElseGet(() -> lines.say("status.no-view", "fees_enrolment")));
        String rows = facts.rows().entrySet().stream()
                .map(kind ->
                        (kind.getKey().isEmpty() ? lines.say("status.no-kind") : kind.getKey()) + " " + kind.getValue())
                .collect(Collectors.joining(", "));
        lines.add("status.rows", lines.orNone(rows));
        lines.add("status.receipt", lines.orNone(facts.lastReceipt() == 0 ? "" : String.valueOf(facts.lastReceipt())));
    }

    /** Such as {@code GST 5 % (from 2026-10-01: 6 %)}. */
    private static String tax(TaxRate tax, StatusLines lines) {
        String changes = tax.changes().entrySet().stream()
                .map(change -> lines.say("status.tax-from", change.getKey(), percent(change.getValue())))
                .collect(Collectors.joining(", "));
        return tax.name() + " " + percent(tax.percent()) + (changes.isEmpty() ? "" : " (" + changes + ")");
    }

    private static String percent(BigDecimal rate) {
        return rate.toPlainString() + " %";
    }

    private void addConfiguration(StatusLines lines) {
        try {
            Settings current = require(settings).current();
            lines.add("status.school", current.school().name());
            lines.add("status.currency", current.currency().getCurrencyCode());
            lines.add("status.language", current.locale().toLanguageTag());
            String taxes = current.taxes().stream().map(tax -> tax(tax, lines)).collect(Collectors.joining(", "));
            lines.add("status.taxes", lines.orNone(taxes));
            String profiles = current.profiles().entrySet().stream()
                    .map(profile -> profile.getKey() + " (" + text(profile.getValue()) + ")")
                    .collect(Collectors.joining(", "));
            lines.add("status.profiles", lines.orNone(profiles));
            if (outgoing != null) {
                lines.add(
                        "status.mail",
                        outgoing.setup(actor())
                                .map(setup -> MailSetupText.of(setup, csv ? ShellMessages.ENGLISH : texts()))
                                .orElseGet(() -> lines.say("status.no-mail")));
            }
        } catch (InvalidSettingException e) {
            lines.add("status.configuration", lines.say("status.none-in-force"));
        }
        lines.add(
                "status.refused",
                Optional.ofNullable(report)
                        .flatMap(SettingsReport::rejectionReason)
                        .map(lines::sentence)
                        .orElseGet(() -> lines.say("status.nothing")));
        Optional.ofNullable(report)
                .flatMap(SettingsReport::exposedFile)
                .ifPresent(file -> lines.add("status.warning", lines.say("status.exposed", file)));
    }

    /** Adds whose time zone it is: in the server's, payments of the evening may get the wrong date. */
    private void addZone(StatusLines lines) {
        if (clock == null || zone == null) {
            return;
        }
        ZoneId current = clock.getZone();
        boolean utc = current.normalized().equals(ZoneOffset.UTC);
        String unconfigured = utc ? "status.zone.utc" : "status.zone.server";
        lines.add(
                "status.zone",
                lines.say(
                        zone.configured().isPresent() ? "status.zone.school" : unconfigured,
                        current.getId(),
                        time(clock.instant())));
    }

    private static String text(Audience.Group group) {
        return group.kind().keyword() + " " + group.text();
    }

    /** Reads the version from the manifest of this bundle. */
    private static Optional<String> version() {
        try (InputStream in = StatusCommand.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            return in == null
                    ? Optional.empty()
                    : Optional.ofNullable(new Manifest(in).getMainAttributes().getValue("Bundle-Version"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
