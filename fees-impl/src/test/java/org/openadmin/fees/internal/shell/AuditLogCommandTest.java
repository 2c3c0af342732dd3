package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.testkit.Kit;

/** Who did what, on the console; and that a user without the role of a command is recorded there. */
class AuditLogCommandTest {

    private static final FeesSettings ENGLISH = new ConfiguredSettings(Map.of());
    private static final FeesSettings FRENCH = new ConfiguredSettings(Map.of("locale", "fr-CA"));
    private static final Actor HEAD = new Actor("head", EnumSet.of(Role.ADMIN));

    @TempDir
    Path folder;

    private final ShellSchool school = new ShellSchool();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private AuditLogCommand command(FeesSettings settings) {
        AuditLogCommand command = new AuditLogCommand(ShellUsers.admin(), new Output(bytes));
        command.settings = settings;
        command.clock = Kit.CLOCK;
        command.files = () -> Optional.of(folder);
        command.log = school.office.audit();
        return command;
    }

    private PaymentRequest pay() {
        PaymentRequest request = Kit.paying(new StudentNumber(101), "5.00");
        school.office.cashier().receive(request);
        return request;
    }

    private List<String> printed() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void csvHasCodesAndTheKey() throws Exception {
        PaymentRequest request = pay();
        AuditLogCommand command = command(FRENCH);
        command.csv = true;
        command.user = "Cashier";

        command.execute();

        assertThat(printed()).hasSize(2);
        assertThat(printed().get(0)).isEqualTo("time,user,operation,subject,result,outcome,reason,key,line");
        assertThat(printed().get(1))
                .matches("2026-\\d\\d-\\d\\dT.*Z,cashier,payment,student 101,receipt 1,done,," + request.key()
                        + ",\\d+");
    }

    @Test
    void aTableHasWordsInTheLanguageOfTheSchool() throws Exception {
        pay();

        command(ENGLISH).execute();
        command(FRENCH).execute();

        assertThat(printed()).anyMatch(line -> line.contains("Payment") && line.contains("Student 101"));
        assertThat(printed()).anyMatch(line -> line.contains("Paiement") && line.contains("Reçu 1"));
    }

    @Test
    void eachOptionSelects() throws Exception {
        pay();
        AuditLogCommand refused = command(ENGLISH);
        refused.refused = true;
        AuditLogCommand before = command(ENGLISH);
        before.to = "2026-01-01";
        AuditLogCommand operation = command(ENGLISH);
        operation.csv = true;
        operation.operation = "payment";
        operation.subject = "receipt 1";
        operation.from = "today";

        refused.execute();
        before.execute();
        operation.execute();

        assertThat(printed()).hasSize(4);
        assertThat(printed().subList(0, 2)).containsOnly("The audit log has no such line.");
        assertThat(printed().get(3)).contains("receipt 1");
    }

    @Test
    void aPartOfTheListIsNamed() throws Exception {
        for (int i = 0; i < 3; i++) {
            pay();
        }
        AuditLogCommand command = command(ENGLISH);
        command.limit = "2";
        command.offset = "1";

        command.execute();

        assertThat(printed().get(printed().size() - 1)).startsWith("Rows 2 to 3 of ");
    }

    @Test
    void aFileHasAllLines() throws Exception {
        pay();
        AuditLogCommand command = command(ENGLISH);
        command.out = "audit.csv";

        command.execute();

        assertThat(folder.resolve("audit.csv"))
                .content()
                .contains("student 101")
                .contains("assess");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        AuditLogCommand operation = command(ENGLISH);
        operation.operation = "steal";
        AuditLogCommand subject = command(ENGLISH);
        subject.subject = "12";
        AuditLogCommand period = command(ENGLISH);
        period.from = "2026-09-08";
        period.to = "2026-09-01";

        assertThatThrownBy(operation::execute).hasMessageContaining("\"steal\" is not recognized");
        assertThatThrownBy(subject::execute).hasMessageContaining("\"12\" is not recognized");
        assertThatThrownBy(period::execute).hasMessageContaining("2026-09-08, is after the last one, 2026-09-01");
    }

    @Test
    void onlyAdministratorsReadIt() {
        AuditLogCommand command =
                new AuditLogCommand(ShellUsers.user("ann", "fees-bill", "fees-cashier"), new Output(bytes));
        command.log = school.office.audit();

        assertThatThrownBy(command::execute).hasMessageContaining("needs the role fees-admin");
    }

    @Test
    void aUserWithoutTheRoleOfACommandIsRecorded() {
        PayCommand command = new PayCommand(ShellUsers.user("ann", "fees-view"), new Output(bytes));
        command.refusals = school.office.audit()::refused;
        command.words = List.of("100");

        assertThatThrownBy(command::execute).hasMessageContaining("needs the role fees-cashier");

        List<AuditEntry> lines =
                school.office.audit().entries(HEAD, AuditQuery.everything().by("ann"), Page.first(9));
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.operation()).isEqualTo(AuditOperation.PAYMENT);
            assertThat(line.outcome()).isEqualTo(AuditOutcome.REFUSED);
            assertThat(line.reason()).isEqualTo("not-allowed");
        });
    }

    @Test
    void eachCommandThatChangesSomethingHasItsOperation() {
        assertThat(List.of(
                        "fees:pay",
                        "fees:assess",
                        "fees:undo",
                        "fees:cancel",
                        "fees:waive",
                        "fees:void",
                        "fees:bounce",
                        "fees:refund",
                        "fees:cash-up",
                        "fees:deposit",
                        "fees:post",
                        "fees:predefined-add",
                        "fees:predefined-remove",
                        "fees:invoices",
                        "fees:email-invoices"))
                .allSatisfy(name -> assertThat(ShellOperations.of(name)).isPresent());
        assertThat(ShellOperations.of("fees:status")).isEmpty();
    }
}
