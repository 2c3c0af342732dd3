package org.openadmin.fees.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.internal.accounts.NumberGaps.Range;

class NumberGapsTest {

    private static final int LAST = Integer.MAX_VALUE;

    private static List<Range> between(int... numbers) {
        return between(IntStream.of(numbers));
    }

    private static List<Range> between(IntStream numbers) {
        return NumberGaps.between(numbers.sorted().mapToObj(StudentNumber::new).toList())
                .ranges();
    }

    @Test
    void theGapsLieBeforeBetweenAndAfterTheNumbers() {
        assertThat(between(3, 4, 7)).containsExactly(new Range(1, 2), new Range(5, 6), new Range(8, LAST));
        assertThat(between(1, 2)).containsExactly(new Range(3, LAST));
        assertThat(between(LAST)).containsExactly(new Range(1, LAST - 1));
        assertThat(between()).containsExactly(new Range(1, LAST));
    }

    @Test
    void manyGapsAreOneRange() {
        assertThat(between(IntStream.rangeClosed(1, 999).map(n -> 2 * n))).hasSize(1_000);
        assertThat(between(IntStream.rangeClosed(1, 1_000).map(n -> 2 * n))).containsExactly(new Range(1, LAST));
    }

    @Property
    void eachNumberIsEitherAStudentsOrInOneGap(
            @ForAll @UniqueElements List<@IntRange(min = 1, max = 50) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 60) int any) {
        Stream<Range> having = between(numbers.stream().mapToInt(n -> n)).stream()
                .filter(range -> range.first() <= any && any <= range.last());

        assertThat(having.count()).isEqualTo(numbers.contains(any) ? 0 : 1);
    }
}
