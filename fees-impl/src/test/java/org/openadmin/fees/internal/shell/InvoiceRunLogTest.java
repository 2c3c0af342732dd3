package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** The log of invoice runs on the console, and stopping a run there. */
class InvoiceRunLogTest {

    private final ConsoleOutput console = new ConsoleOutput();

    @Test
    void theLogOfARunHasTheTimesOfTheSchool() throws Exception {
        var command = new InvoiceRunsCommand(ShellUsers.admin(), console.output());
        command.settings = new ConfiguredSettings(Map.of());
        command.clock = Clock.fixed(Instant.EPOCH, ZoneId.of("America/Regina"));
        Clock evening = Clock.fixed(Instant.parse("2026-09-09T01:30:00Z"), ZoneId.of("America/Regina"));
        var late = new MemoryOffice(Kit.settings(), evening);
        late.runs().begin(InvoiceRequest.of(Kit.CLERK, Kit.DAY, Optional.empty()), Channel.PRINT);
        command.runs = late.runs();

        command.execute();

        assertThat(console.text()).contains(" 2026-09-08 19:30, invoices dated");
    }

    @Test
    void aRunIsStoppedAndItsProgressIsShown() throws Exception {
        var office = new MemoryOffice();
        office.runs().begin(InvoiceRequest.of(Kit.CLERK, Kit.DAY, Optional.empty()), Channel.EMAIL);
        var command = new InvoiceRunsCommand(ShellUsers.admin(), console.output());
        command.settings = new ConfiguredSettings(Map.of());
        command.clock = Clock.systemUTC();
        command.runs = office.runs();
        command.words = List.of("1");
        command.stop = true;

        command.execute();
        office.runs().end(new RunNumber(1), State.CANCELLED, 0, 0, Kit.cad("0"), Kit.cad("0"), "");
        command.execute();

        assertThat(console.text())
                .contains("Run 1 is being stopped.", ": stopping, by", "0 of 0 students done")
                .contains("Run 1 has ended already: stopped.");
    }
}
