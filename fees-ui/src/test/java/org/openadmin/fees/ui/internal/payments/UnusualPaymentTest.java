package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.Money;

class UnusualPaymentTest {

    @ParameterizedTest
    @CsvSource({
        "27.70, 27.70, true,",
        "27.71, 27.70, true, CHANGE_EXPECTED",
        "50.00, 27.70, true, CHANGE_EXPECTED",
        "2770.00, 27.70, true, CHANGE_EXPECTED",
        "50.00, 27.70, false,",
        "55.40, 27.70, false,",
        "55.41, 27.70, false, MORE_THAN_TWICE",
        "2770.00, 27.70, false, MORE_THAN_TWICE",
        "900.00, 0.00, true,",
        "1000.00, 0.00, false,",
        "1000.01, 0.00, true, LARGE",
        "1000.01, 0.00, false, LARGE",
        "1500.00, 1500.00, true,",
        "1500.00, 1500.00, false,",
        "1600.00, 1500.00, false, LARGE"
    })
    void moreThanIsDueIsConfirmed(String received, String due, boolean cash, UnusualPayment why) {
        assertThat(UnusualPayment.of(cad(received), cad(due), cash, cad("1000.00")))
                .isEqualTo(Optional.ofNullable(why));
    }

    private static Money cad(String amount) {
        return Money.parse(amount, Currency.getInstance("CAD"));
    }
}
