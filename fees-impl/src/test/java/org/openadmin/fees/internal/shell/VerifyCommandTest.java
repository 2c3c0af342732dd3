package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.internal.verify.Verification.Fault;
import org.openadmin.fees.internal.verify.Verification.Report;

/** The check of the journal. */
class VerifyCommandTest {

    private final ConsoleOutput console = new ConsoleOutput();

    @Test
    void faultsOfTheModuleFailTheCommandAndInheritedOnesAreListed() throws Exception {
        var old = new Fault("4 receipts", "row 7", "no receipt number", "a receipt number", true);
        var ours = new Fault("2 credit", "student 5", "-1.00", "0.00 or more", false);
        var verify = new VerifyCommand(ShellUsers.admin(), console.output());
        verify.verification = () -> new Report(List.of(old), 10, 2, 3, 1, new BigDecimal("5.00"));

        verify.execute();
        assertThat(console.text())
                .contains("row 7")
                .contains("OK: 10 rows of 2 students, 3 receipts, 1 assessments, 5.00 in all")
                .contains("1 faults inherited");

        verify.verification = () -> new Report(List.of(old, ours), 10, 2, 3, 1, new BigDecimal("5.00"));
        assertThatThrownBy(verify::execute)
                .hasMessageContaining("The journal has 1 fault")
                .hasMessageContaining("1 more inherited");
        assertThat(console.text()).contains("2 credit").contains("student 5");
    }
}
