package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.internal.invoicing.ConfiguredMail;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.spi.FeesSettings;

/** The state of the module: what is missing, the time zone, the mail server. */
class StatusCommandTest {

    private final ConsoleOutput console = new ConsoleOutput();
    private final FeesSettings settings = new ConfiguredSettings(Map.of("tax1.name", "GST", "tax1.rate", "5"));

    @TempDir
    private Path folder;

    @Test
    void theStatusSaysWhatIsMissing() throws Exception {
        var status = status();
        status.watch = () -> Optional.of("Open Admin Fees waits for the school's database.");

        status.execute();

        assertThat(console.text())
                .contains("waits for the school's database")
                .contains("GST 5 %")
                .contains("no data source");
    }

    @Test
    void theStatusShowsWhenARateChanges() throws Exception {
        var status = status();
        status.settings = new ConfiguredSettings(Map.of(
                "tax1.name", "GST", "tax1.rate", "5", "tax1.rate.2026-10-01", "6", "tax1.rate.2027-01-01", "6.5"));

        status.execute();

        assertThat(console.text()).contains("GST 5 % (from 2026-10-01: 6 %, from 2027-01-01: 6.5 %)");
    }

    @Test
    void theStatusShowsWhoseTimeZoneItIsAndWarnsOfUtc() throws Exception {
        Instant evening = Instant.parse("2026-09-09T01:30:00Z");
        var status = status();
        status.watch = Optional::empty;
        status.zone = () -> Optional.of(ZoneId.of("America/Regina"));
        status.clock = Clock.fixed(evening, ZoneId.of("America/Regina"));
        status.execute();
        status.zone = Optional::empty;
        status.execute();
        status.clock = Clock.fixed(evening, ZoneId.of("Etc/UTC"));
        status.execute();

        assertThat(console.text())
                .contains("Time zone:       America/Regina; it is 2026-09-08 19:30 there")
                .contains("Time zone:       America/Regina, the zone of the server; it is 2026-09-08 19:30 there. Set")
                .contains(
                        "Time zone:       WARNING: Etc/UTC, the zone of the server; it is 2026-09-09 01:30 there. Set");
    }

    @Test
    void aSchoolThatWantsUtcIsNotWarned() throws Exception {
        var status = status();
        status.zone = () -> Optional.of(ZoneId.of("UTC"));
        status.clock = Clock.fixed(Instant.EPOCH, ZoneId.of("UTC"));

        status.execute();

        assertThat(console.text()).contains("UTC; it is 1970-01-01 00:00 there").doesNotContain("WARNING");
    }

    @Test
    void theStatusNamesTheMailServer() throws Exception {
        var status = status();
        var mail = new ConfiguredSettings(Map.of(
                "mail.host", "smtp.school.example",
                "mail.user", "office",
                ".mail.password", "secret",
                "mail.from", "office@school.example"));
        status.outgoing = new ConfiguredMail(mail, mail, Clock.systemUTC());
        status.execute();
        status.outgoing = new ConfiguredMail(settings, Optional::empty, Clock.systemUTC());
        status.execute();

        assertThat(console.text())
                .contains("E-mail:          smtp.school.example:587, starttls, from office@school.example")
                .contains("E-mail:          not set up")
                .doesNotContain("secret");
    }

    @Test
    void theStatusWarnsOfAPasswordThatOthersCanRead() throws Exception {
        var file = Files.writeString(folder.resolve("org.openadmin.fees.cfg"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var status = status();
        status.report = new ConfiguredSettings(
                Map.of(".mail.password", "secret", "felix.fileinstall.filename", file.toString()));

        status.execute();

        assertThat(console.text())
                .contains("Warning:         " + file + " holds a password and other users of the machine can read it")
                .doesNotContain("secret");
    }

    private StatusCommand status() {
        var command = new StatusCommand(ShellUsers.admin(), console.output());
        command.settings = settings;
        return command;
    }
}
