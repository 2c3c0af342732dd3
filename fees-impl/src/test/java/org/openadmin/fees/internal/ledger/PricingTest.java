package org.openadmin.fees.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Discount;
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
        for (Discount all : List.of(
                new Discount.Percent(new BigDecimal("100")),
                new Discount.Percent(new BigDecimal("99.9999")),
                new Discount.Amount(cad("10.00")),
                new Discount.Amount(cad("10.01")))) {
            assertThatThrownBy(
                            () -> new Pricing(List.of()).price(new Fee("X", "", cad("10.00"), all, List.of(), false)))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                        assertThat(e.problem()).isEqualTo(Problem.LEAVES_NOTHING);
                        assertThat(e.value()).isEqualTo(all.text());
                    });
        }
    }

    @Test
    void takesAnAmountOrAPercentageOfFourDecimalsOff() {
        Pricing pricing = new Pricing(List.of(GST));

        assertThat(pricing.price(fee("90.00", new Discount.Percent(new BigDecimal("33.3333")), false, "GST"))
                        .subtotal())
                .isEqualTo(cad("60.00"));
        Price price = pricing.price(fee("90.00", new Discount.Amount(cad("0.01")), false, "GST"));
        assertThat(price.subtotal()).isEqualTo(cad("89.99"));
        assertThat(price.total()).isEqualTo(cad("94.49"));
    }

    @ParameterizedTest
    @CsvSource({
        "40.00, GST, 38.10, 1.90, ",
        "40.00, GST QST, 34.79, 1.74, 3.47",
        "0.01, GST, 0.01, 0.00, ",
        "0.11, GST, 0.10, 0.01, ",
        "99999999.99, GST, 95238095.23, 4761904.76, "
    })
    void takesTheTaxesOutOfAPriceThatIncludesThem(
            String total, String names, String subtotal, String first, String second) {
        Price price = new Pricing(List.of(GST, QST)).price(fee(total, Discount.NONE, true, names.split(" ")));

        assertThat(price.total()).isEqualTo(cad(total));
        assertThat(price.amount()).isEqualTo(cad(total));
        assertThat(price.subtotal()).isEqualTo(cad(subtotal));
        assertThat(price.taxes().get(0).amount()).isEqualTo(cad(first));
        assertThat(price.taxes().stream().skip(1).findFirst().map(Tax::amount))
                .isEqualTo(Optional.ofNullable(second).map(PricingTest::cad));
    }

    @Test
    void takesTheDiscountOffThePriceThatIncludesTaxes() {
        Price price = new Pricing(List.of(GST)).price(fee("50.00", new Discount.Amount(cad("10.00")), true, "GST"));

        assertThat(price)
                .isEqualTo(new Price(
                        cad("50.00"), cad("38.10"), List.of(new Tax("GST", cad("1.90"))), cad("40.00"), true));
        assertThat(price.discount()).isEqualTo(cad("10.00"));
    }

    @Test
    void everyPriceUpToFiveHundredCanBeChargedExactly() {
        List<List<TaxRate>> schools = List.of(
                List.of(),
                List.of(GST),
                List.of(new TaxRate("HST", new BigDecimal("15"))),
                List.of(GST, QST),
                List.of(GST, PST, LEVY),
                List.of(GST, QST, PST, LEVY),
                List.of(new TaxRate("A", new BigDecimal("25")), GST, QST, new TaxRate("B", new BigDecimal("24.9999"))));
        for (List<TaxRate> taxes : schools) {
            Pricing pricing = new Pricing(taxes);
            String[] names = taxes.stream().map(TaxRate::name).toArray(String[]::new);
            for (int cents = 1; cents <= 500_00; cents++) {
                assertExact(pricing, Money.of(BigDecimal.valueOf(cents, 2), CAD), names);
            }
        }
    }

    @Property
    void anyPriceIsChargedExactly(
            @ForAll @BigRange(min = "0.01", max = "9000000.00") @Scale(2) BigDecimal total,
            @ForAll @Size(max = 4) List<@BigRange(min = "0", max = "25") @Scale(4) BigDecimal> percents) {
        List<TaxRate> taxes = IntStream.range(0, percents.size())
                .mapToObj(i -> new TaxRate("T" + i, percents.get(i)))
                .toList();
        assertExact(
                new Pricing(taxes),
                Money.of(total, CAD),
                taxes.stream().map(TaxRate::name).toArray(String[]::new));
    }

    private static void assertExact(Pricing pricing, Money total, String... names) {
        Price price = pricing.price(fee(total.toPlainString(), Discount.NONE, true, names));
        Money sum = price.taxes().stream().map(Tax::amount).reduce(price.subtotal(), Money::plus);
        if (!price.total().equals(total)
                || !sum.equals(total)
                || price.subtotal().isNegative()) {
            throw new AssertionError(total + " is charged as " + price);
        }
        for (int i = 0; i < names.length; i++) {
            BigDecimal added = price.subtotal()
                    .amount()
                    .multiply(pricing.configured().get(i).percent())
                    .movePointLeft(2);
            BigDecimal off =
                    price.taxes().get(i).amount().amount().subtract(added).abs();
            if (off.compareTo(new BigDecimal("0.01")) > 0) {
                throw new AssertionError(total + ": a tax is " + off + " away from its rate, " + price);
            }
        }
    }

    @Test
    void refusesAPriceThatIsLessThanItsTaxes() {
        List<TaxRate> absurd = Stream.of("A", "B", "C", "D")
                .map(name -> new TaxRate(name, new BigDecimal("100")))
                .toList();
        assertThatThrownBy(() -> new Pricing(absurd).price(fee("0.03", Discount.NONE, true, "A", "B", "C", "D")))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.LESS_THAN_TAXES));
    }

    private static Fee fee(String amount, Discount discount, boolean included, String... taxes) {
        return new Fee("Lab fee", "", cad(amount), discount, List.of(taxes), included);
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
