package org.openadmin.fees.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverviewQueryStringTest {

    private static final Optional<LocalDate> JUNE = Optional.of(LocalDate.of(2026, 6, 30));

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Optional<String> list : List.of(Optional.<String>empty(), Optional.of("over-90"))) {
            for (Optional<LocalDate> day : List.of(Optional.<LocalDate>empty(), JUNE)) {
                String rest = OverviewQueryString.path(list, day).replaceFirst("^fees/overview/?", "");
                assertThat(OverviewQueryString.read(rest)).isEqualTo(new OverviewQueryString(list, day, List.of()));
            }
        }
        assertThat(OverviewQueryString.path(Optional.of("over-90"), JUNE))
                .isEqualTo("fees/overview/over-90&as-of=2026-06-30");
    }

    @Test
    void nothingIsTheFiguresOfToday() {
        OverviewQueryString nothing = new OverviewQueryString(Optional.empty(), Optional.empty(), List.of());
        assertThat(OverviewQueryString.read(null)).isEqualTo(nothing);
        assertThat(OverviewQueryString.read(" ")).isEqualTo(nothing);
    }

    @Test
    void whatCannotBeReadIsReported() {
        assertThat(OverviewQueryString.read("all&as-of=2026-02-30&<b>=1"))
                .isEqualTo(new OverviewQueryString(
                        Optional.of("all"), Optional.empty(), List.of("as-of=2026-02-30", "<b>=1")));
        assertThat(OverviewQueryString.read("as-of=&x").ignored()).containsExactly("x", "as-of=");
    }
}
