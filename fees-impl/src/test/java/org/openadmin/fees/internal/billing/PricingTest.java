package org.openadmin.fees.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.spi.TaxRate;

class PricingTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final TaxRate GST = new TaxRate("GST", new BigDecimal("5"));
    private static final TaxRate QST = new TaxRate("QST", new BigDecimal("9.975"));
    private static final TaxRate PST = new TaxRate("PST", new BigDecimal("6"));
    private static final TaxRate LEVY = new TaxRate("LEVY", new BigDecimal("0.5"));

    @ParameterizedTest
    @CsvSource({"100.00, 5.00, 9.98, 114.98", "140.00, 7.00, 13.97, 160.97", "0.01, 0.00, 0.00, 0.01"})
    void roundsEachTaxByItselfHalfACentUp(String amount, String gst, String qst, String total) {
        Price price = new Pricing(List.of(GST, QST)).price(fee(amount, "0", "GST", "QST"));

        assertThat(price.taxes()).containsExactly(new Tax("GST", cad(gst)), new Tax("QST", cad(qst)));
        assertThat(price.total()).isEqualTo(cad(total));
    }

    @Test
    void takesTheDiscountOffBeforeTax() {
        Price price = new Pricing(List.of(GST, PST)).price(fee("24.95", "10", "PST", "GST"));

        assertThat(price.subtotal()).isEqualTo(cad("22.46"));
        assertThat(price.discount()).isEqualTo(cad("2.49"));
        assertThat(price.taxes()).containsExactly(new Tax("GST", cad("1.12")), new Tax("PST", cad("1.35")));
        assertThat(price.total()).isEqualTo(cad("24.93"));
    }

    @Test
    void keepsEachTaxInTheColumnOfItsConfiguredPlace() {
        List<Optional<TaxRate>> slots = new Pricing(List.of(GST, PST, LEVY)).slots(fee("1.00", "0", "pst"));

        assertThat(slots).containsExactly(Optional.empty(), Optional.of(PST), Optional.empty(), Optional.empty());
    }

    @Test
    void refusesATaxThatIsNotConfigured() {
        assertThatThrownBy(() -> new Pricing(List.of(GST)).price(fee("10.00", "0", "GST", "HST")))
                .isInstanceOfSatisfying(UnknownTaxException.class, e -> {
                    assertThat(e.taxes()).containsExactly("HST");
                    assertThat(e.configured()).containsExactly("GST");
                });
    }

    @Test
    void refusesATotalThatARowCannotHold() {
        assertThatThrownBy(() -> new Pricing(List.of(GST)).price(fee("99999999.99", "0", "GST")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("more than 99999999.99");
    }

    @Test
    void refusesADiscountThatLeavesNothing() {
        assertThatThrownBy(() -> new Pricing(List.of()).price(fee("10.00", "100")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Property
    void totalIsAlwaysSubtotalAndTaxesAndNoTaxIsHalfACentOff(
            @ForAll @BigRange(min = "0.01", max = "9000000.00") @Scale(2) BigDecimal amount,
            @ForAll @BigRange(min = "0", max = "99.99") @Scale(2) BigDecimal discount,
            @ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal percent) {
        Pricing pricing = new Pricing(List.of(new TaxRate("A", percent), GST, QST, PST));
        Price price;
        try {
            price = pricing.price(fee(amount.toPlainString(), discount.toPlainString(), "A", "GST", "QST", "PST"));
        } catch (InvalidInputException nothingLeft) {
            assertThat(amount.multiply(BigDecimal.valueOf(100).subtract(discount))
                            .movePointLeft(2))
                    .isLessThan(new BigDecimal("0.005"));
            return;
        }
        Money sum = price.taxes().stream().map(Tax::amount).reduce(price.subtotal(), Money::plus);
        assertThat(price.total()).isEqualTo(sum);
        BigDecimal exact = price.subtotal().amount().multiply(percent).movePointLeft(2);
        assertThat(price.taxes().get(0).amount().amount()).isEqualTo(exact.setScale(2, RoundingMode.HALF_UP));
    }

    private static Fee fee(String amount, String discount, String... taxes) {
        return new Fee("Lab fee", "", cad(amount), new BigDecimal(discount), List.of(taxes));
    }

    private static Money cad(String amount) {
        return Money.parse(amount, CAD);
    }
}
