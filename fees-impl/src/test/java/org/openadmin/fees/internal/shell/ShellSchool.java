package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/**
 * The in-memory office in which student 100 has the charges 1 and 2 and a credit of 10.00, and student 101 has nothing;
 * an administrator's commands for it, and what they print.
 */
final class ShellSchool {

    final MemoryOffice office = new MemoryOffice();
    final ConsoleOutput console = new ConsoleOutput();
    final FeesSettings settings;

    ShellSchool() {
        this(Map.of());
    }

    ShellSchool(Map<String, Object> configuration) {
        settings = new ConfiguredSettings(configuration);
        StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.enrol(101, "Wang", "Xiaoming", "9", "9A");
        office.charge(ines, "Lab fee", "10.00");
        office.charge(ines, "Locker", "15.00");
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, "-10.00").student(ines).on(Kit.DAY));
    }

    PayCommand pay(String... words) {
        PayCommand command = new PayCommand(ShellUsers.admin(), console.output());
        command.cashier = office.cashier();
        command.accounts = office.accounts();
        command.settings = settings;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        return command;
    }

    BalanceCommand balance(String... words) {
        BalanceCommand command = new BalanceCommand(ShellUsers.admin(), console.output());
        command.accounts = office.accounts();
        command.settings = settings;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        return command;
    }

    OutstandingCommand outstanding(String... words) {
        OutstandingCommand command = new OutstandingCommand(ShellUsers.admin(), console.output());
        command.statements = office.statements();
        command.journal = office.journal();
        command.settings = settings;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        return command;
    }

    /** The payments that commands have sent. */
    List<PaymentRequest> payments() {
        return office.requests(PaymentRequest.class);
    }
}
