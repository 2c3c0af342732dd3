package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link SchoolYear} in the in-memory office. */
class MemorySchoolYearTest {

    @Test
    void everyMonthTiesOut() {
        TestClock clock = new TestClock();

        assertThat(new SchoolYear(new ServiceDesk(new MemoryOffice(Kit.settings(), clock)), clock, 60, 1).play())
                .hasSizeGreaterThan(1_000);
    }
}
