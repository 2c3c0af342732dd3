package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void countsTheWayAnOfficeDoes() {
        assertThat(Stream.of("10", "2", "K", "12", "1").sorted(new NaturalOrder()))
                .containsExactly("K", "1", "2", "10", "12");
        assertThat(Stream.of("10B", "9A", "10A", "KA", "Bio20-10", "Bio20-2").sorted(new NaturalOrder()))
                .containsExactly("Bio20-2", "Bio20-10", "KA", "9A", "10A", "10B");
    }

    @Test
    void toleratesFiguresLongerThanAnyNumber() {
        assertThat(Stream.of("99999999999999999999", "1").sorted(new NaturalOrder()))
                .containsExactly("1", "99999999999999999999");
    }
}
