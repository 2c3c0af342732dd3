package org.openadmin.fees.api.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.testkit.Kit;

class EqualPartsTest {

    @ParameterizedTest
    @CsvSource({
        "99.99, 4, 25.00, 24.99",
        "100.00, 3, 33.33, 33.34",
        "100.00, 4, 25.00, 25.00",
        "0.02, 2, 0.01, 0.01",
        "0.06, 4, 0.01, 0.03"
    })
    void theRemainderIsOnTheLastPart(String whole, int count, String each, String last) {
        List<Money> parts = EqualParts.of(cad(whole), count);

        assertThat(parts).hasSize(count);
        assertThat(parts.subList(0, count - 1)).containsOnly(cad(each));
        assertThat(parts.get(count - 1)).isEqualTo(cad(last));
    }

    @Property
    void thePartsAreAboveZeroAndAddUpToTheWhole(
            @ForAll @IntRange(min = 2, max = 60) int count, @ForAll @IntRange(min = 2, max = 2_000_000) int cents) {
        Assume.that(cents >= count);
        Money whole = Money.of(BigDecimal.valueOf(cents, 2), Kit.CAD);

        List<Money> parts = EqualParts.of(whole, count);

        assertThat(parts).hasSize(count).allMatch(Money::isPositive);
        assertThat(parts.stream().reduce(cad("0.00"), Money::plus)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"100.00, 1", "100.00, 61", "0.02, 3", "0.00, 2", "-5.00, 2"})
    void aPartIsAtLeastOneCentAndThereAreTwoToSixty(String whole, int count) {
        InvalidInputException refusal =
                catchThrowableOfType(InvalidInputException.class, () -> EqualParts.of(cad(whole), count));

        assertThat(refusal.field()).isEqualTo(Field.PARTS);
        assertThat(refusal.value()).isEqualTo(String.valueOf(count));
    }

    @Test
    void monthsAreCountedFromTheFirstDueDate() {
        assertThat(Every.MONTH.days(LocalDate.of(2026, 12, 31), 4))
                .containsExactly(
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2027, 3, 31));
        assertThat(Every.WEEK.days(LocalDate.of(2026, 12, 28), 2))
                .containsExactly(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 4));
        assertThat(Every.TWO_WEEKS.days(LocalDate.of(2026, 12, 28), 3))
                .containsExactly(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 11), LocalDate.of(2027, 1, 25));
    }

    @Test
    void anIntervalIsFoundByItsCode() {
        assertThat(Every.find(" Month ")).contains(Every.MONTH);
        assertThat(Every.find("2weeks")).contains(Every.TWO_WEEKS);
        assertThat(Every.find("year")).isEmpty();
    }
}
