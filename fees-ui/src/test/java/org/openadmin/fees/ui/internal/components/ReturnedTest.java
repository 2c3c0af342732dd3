package org.openadmin.fees.ui.internal.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;

class ReturnedTest {

    @Test
    void theRequestAndTheFieldsOfEachFormAreRead() {
        RequestKey key = RequestKey.fresh();
        Returned back = Returned.parse(
                "payment",
                "key=" + key + "&scope=payment.100&payment.100+amount=12.5&payment.100+reference=No.+7+%26+8"
                        + "&payment.search+search=C%C3%B4t%C3%A9");
        assertThat(back.request()).contains(key);
        assertThat(back.sender()).isEqualTo("100");
        assertThat(back.form(100)).isEqualTo(Map.of("amount", "12.5", "reference", "No. 7 & 8"));
        assertThat(back.form("search")).isEqualTo(Map.of("search", "Côté"));
        assertThat(back.form("101")).isEmpty();
        assertThat(back.isEmpty()).isFalse();
    }

    @Test
    void nothingIsEmptyAndWhateverElseComesIsLeftOut() {
        assertThat(Returned.parse("payment", "").isEmpty()).isTrue();
        assertThat(Returned.parse("payment", null).isEmpty()).isTrue();
        assertThat(Returned.parse("payment", "key=1&x&=&%zz=1&other=2").isEmpty())
                .isTrue();
    }
}
