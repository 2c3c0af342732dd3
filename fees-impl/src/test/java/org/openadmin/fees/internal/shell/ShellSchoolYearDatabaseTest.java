package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.testkit.SchoolYear;
import org.openadmin.fees.testkit.ServiceDesk;
import org.openadmin.fees.testkit.TestClock;

/** {@link SchoolYear} of 600 students in the shell of Karaf on a real database, with the figures and rows of the services. */
@Tag("slow")
class ShellSchoolYearDatabaseTest {

    private static final int STUDENTS = 600;

    @Test
    void everyMonthInTheShellTiesOutAsAtTheServices(@TempDir Path folder) {
        TestClock ofModel = new TestClock();
        TestClock clock = new TestClock();
        try (ContractOffice office = new ContractOffice(clock);
                ShellDesk desk = new ShellDesk(office, clock, folder)) {
            MemoryOffice model = new MemoryOffice(Kit.settings(), ofModel);

            assertThat(new SchoolYear(desk, clock, STUDENTS, 3).play())
                    .isEqualTo(new SchoolYear(new ServiceDesk(model), ofModel, STUDENTS, 3).play());
            assertThat(office.office.faults()).isEmpty();
        }
    }
}
