package org.openadmin.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.testkit.SchoolYear;
import org.openadmin.fees.testkit.ServiceDesk;
import org.openadmin.fees.testkit.TestClock;

/** {@link SchoolYear} of 600 students on a real database, with the figures of the in-memory office. */
@Tag("slow")
class SchoolYearDatabaseTest {

    private static final int STUDENTS = 600;

    @Test
    void everyMonthTiesOutAsInTheMemoryOffice() {
        TestClock ofModel = new TestClock();
        TestClock clock = new TestClock();
        try (ContractOffice office = new ContractOffice(clock)) {
            MemoryOffice model = new MemoryOffice(Kit.settings(), ofModel);

            assertThat(new SchoolYear(new ServiceDesk(office), clock, STUDENTS, 2).play())
                    .isEqualTo(new SchoolYear(new ServiceDesk(model), ofModel, STUDENTS, 2).play());
            assertThat(office.office.faults()).isEmpty();
        }
    }
}
