package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.spi.ReminderSettings;
import org.openadmin.fees.testkit.Kit;

class ReminderKeysTest {

    @Test
    void theUsualStagesAreForAnyAmount() {
        assertThat(read(Map.of())).isEqualTo(ReminderSettings.usual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"45 0 21", "0, 21, 45", "0;45;21"})
    void aSchoolHasItsOwnInAnyOrder(String text) {
        ReminderSettings reminders = read(Map.of("reminder.stages", text, "reminder.minimum", "5"));

        assertThat(reminders.stages()).containsExactly(0, 21, 45);
        assertThat(reminders.minimum()).contains(Kit.cad("5.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14 14", "366", "-1", "14.5", "two weeks", "1 2 3 4 5 6", ",14"})
    void otherStagesAreRefused(String text) {
        assertThat(EnglishRefusal.of(catchThrowable(() -> read(Map.of("reminder.stages", text)))))
                .startsWith("etc/org.openadmin.fees.cfg: reminder.stages = \"" + text
                        + "\" must be different whole numbers of days, 0 to 365,")
                .contains("5 at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5.00", "five", "5.001"})
    void otherAmountsAreRefused(String text) {
        assertThat(EnglishRefusal.of(catchThrowable(() -> read(Map.of("reminder.minimum", text)))))
                .startsWith("etc/org.openadmin.fees.cfg: reminder.minimum = \"" + text + "\"");
    }

    private static ReminderSettings read(Map<String, Object> properties) {
        return new SettingsParser(properties).settings().reminders();
    }
}
