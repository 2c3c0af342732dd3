package org.openadmin.fees.ui.internal.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Problem;

class DateInputTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 9);

    private static final DateInput CANADA = new DateInput(Locale.CANADA, "yyyy-MM-dd");
    private static final DateInput QUEBEC = new DateInput(Locale.CANADA_FRENCH, "yyyy-MM-dd");
    private static final DateInput AMERICA = new DateInput(Locale.US, "M/d/yyyy");
    private static final DateInput FRANCE = new DateInput(Locale.FRANCE, "dd/MM/yyyy");

    @ParameterizedTest
    @CsvSource({
        "2026-11-03, 2026-11-03",
        "2026/11/03, 2026-11-03",
        "2026.11.3, 2026-11-03",
        "2026 11 3, 2026-11-03",
        "20261103, 2026-11-03",
        "8, 2026-11-08",
        "08, 2026-11-08",
        "30, 2026-11-30",
        "today, 2026-11-09",
        "' Today ', 2026-11-09",
        "31/12/2026, 2026-12-31",
        "12/31/2026, 2026-12-31",
        "5/5/2026, 2026-05-05"
    })
    void whatCanBeReadInOneWayIsUnderstood(String text, LocalDate date) {
        assertThat(CANADA.read(text, TODAY)).isEqualTo(date);
        assertThat(AMERICA.read(text, TODAY)).isEqualTo(date);
        assertThat(FRANCE.read(text, TODAY)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aujourd’hui", "aujourd'hui", "Aujourd’hui"})
    void todayHasItsFrenchWordToo(String text) {
        assertThat(QUEBEC.read(text, TODAY)).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @CsvSource({"03/11/2026", "3-11-2026", "03.11.2026"})
    void dayAndMonthHaveTheOrderOfTheField(String text) {
        assertThat(AMERICA.read(text, TODAY)).isEqualTo("2026-03-11");
        assertThat(FRANCE.read(text, TODAY)).isEqualTo("2026-11-03");
        assertThat(QUEBEC.read(text, TODAY)).isEqualTo("2026-11-03");
    }

    @ParameterizedTest
    @CsvSource({"09-08-26, 2026-09-08, 2026-08-09", "9.8.99, 2099-09-08, 2099-08-09"})
    void aYearOfTwoDigitsIsOfThisCentury(String text, LocalDate america, LocalDate france) {
        assertThat(AMERICA.read(text, TODAY)).isEqualTo(america);
        assertThat(FRANCE.read(text, TODAY)).isEqualTo(france);
    }

    @ParameterizedTest
    @CsvSource({"03/11/2026, 2026-11-03", "11/03/2026, 2026-11-03", "04/03/2026, 2026-04-03"})
    void whereTheFieldShowsTheYearFirstEnglishDoesNotGuess(String text, String proposal) {
        assertThatThrownBy(() -> CANADA.read(text, TODAY)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.AMBIGUOUS);
            assertThat(e.proposal()).isEqualTo(proposal);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31",
                "0",
                "32",
                "2026-02-30",
                "20260230",
                "2026111",
                "31/31/2026",
                "tomorrow",
                "8th",
                "09/08/26",
                "8 nov",
                "1/2",
                "-8"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> CANADA.read(text, TODAY))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.NOT_A_DATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "18991231", "31/12/1899", "3000/01/01"})
    void aDateOutsideTheLimitsIsRefused(String text) {
        assertThatThrownBy(() -> CANADA.read(text, TODAY))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.OUT_OF_RANGE));
    }
}
