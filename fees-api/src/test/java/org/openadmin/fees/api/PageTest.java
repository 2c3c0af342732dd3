package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void thePageAfterAnotherBeginsWhereThatOneEnds() {
        assertThat(Page.first(25).next()).isEqualTo(new Page(25, 25));
        assertThat(new Page(10, Page.MAX_LIMIT).next()).isEqualTo(new Page(1_010, Page.MAX_LIMIT));
    }

    @Test
    void aPageHasAnOffsetOfZeroOrMore() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Page(-1, 10)).withMessageContaining("-1");
    }

    @Test
    void aPageHasOneToAThousandItems() {
        assertThatIllegalArgumentException().isThrownBy(() -> Page.first(0)).withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> Page.first(1_001)).withMessageContaining("1001");
        assertThat(Page.first(1)).isEqualTo(new Page(0, 1));
    }
}
