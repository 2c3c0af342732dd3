package org.openadmin.fees.spi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    private static final List<String> FEES = List.of(
            "Athletics fee", "Bus pass", "Excursion d’été", "Lab fee", "Lab fee, chemistry", "Musique", "Yearbook");

    @Test
    void aTypingMistakeIsFound() {
        assertThat(nearest("Lba fee")).startsWith("Lab fee", "Lab fee, chemistry");
        assertThat(nearest("yeerbok")).startsWith("Yearbook");
        assertThat(nearest("buss pas")).startsWith("Bus pass");
    }

    @Test
    void aPartOfTheNameIsFound() {
        assertThat(nearest("chemistry")).startsWith("Lab fee, chemistry");
        assertThat(nearest("athl")).startsWith("Athletics fee");
    }

    @Test
    void accentsApostrophesAndCaseMakeNoDifference() {
        assertThat(nearest("EXCURSION D'ETE 2")).startsWith("Excursion d’été");
    }

    @Test
    void thereAreAtMostThreeAndNoneWithoutAName() {
        assertThat(nearest("x")).hasSize(3);
        assertThat(NearestNames.of("x", List.of("", " "), 3)).isEmpty();
    }

    @Property
    void theDistanceIsTheSameBothWaysAndZeroOnlyBetweenEquals(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other) {
        int distance = NearestNames.distance(one, other);

        assertThat(distance).isEqualTo(NearestNames.distance(other, one));
        assertThat(distance == 0).isEqualTo(one.equals(other));
        assertThat(distance).isLessThanOrEqualTo(Math.max(one.length(), other.length()));
    }

    private static List<String> nearest(String typed) {
        return NearestNames.of(typed, FEES, 3);
    }
}
