package org.openadmin.fees.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.ChargeShares.Share;
import org.openadmin.fees.testkit.Kit;

class ChargeSharesTest {

    @Test
    void theRemainderOfATaxIsOnTheLastPart() {
        List<Share> shares =
                ChargeShares.of(cad("105.00"), List.of(cad("5.00")), List.of(cad("35.00"), cad("35.00"), cad("35.00")));

        assertThat(shares)
                .containsExactly(
                        share("33.33", "1.67", "35.00"),
                        share("33.33", "1.67", "35.00"),
                        share("33.34", "1.66", "35.00"));
    }

    private static Share share(String subtotal, String tax, String total) {
        return new Share(cad(subtotal), List.of(cad(tax)), cad(total));
    }

    @Test
    void aPartOfOneCentHasNoMoreTaxThanItself() {
        List<Share> shares =
                ChargeShares.of(cad("1.10"), List.of(cad("0.05"), cad("0.05")), List.of(cad("1.09"), cad("0.01")));

        assertThat(shares)
                .allSatisfy(share -> assertThat(share.subtotal().isNegative()).isFalse());
        assertThat(shares.get(1).total()).isEqualTo(cad("0.01"));
    }

    @Property
    void eachColumnAddsUpToTheWholeAndEachPartToItsTotal(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 1, max = 50_000) Integer> cents,
            @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 25) Integer> percents) {
        List<Money> parts = cents.stream().map(ChargeSharesTest::cents).toList();
        Money whole = sum(parts);
        List<Money> taxes = percents.stream()
                .map(percent -> cents(whole.amount().unscaledValue().intValueExact() * percent / 100))
                .toList();

        List<Share> shares = ChargeShares.of(whole, taxes, parts);

        assertThat(shares).extracting(Share::total).isEqualTo(parts);
        for (int tax = 0; tax < taxes.size(); tax++) {
            int column = tax;
            assertThat(sum(shares.stream()
                            .map(share -> share.taxes().get(column))
                            .toList()))
                    .isEqualTo(taxes.get(column));
        }
        assertThat(sum(shares.stream().map(Share::subtotal).toList())).isEqualTo(whole.minus(sum(taxes)));
        for (Share share : shares) {
            assertThat(share.subtotal().plus(sum(share.taxes()))).isEqualTo(share.total());
            List<Money> amounts = new ArrayList<>(share.taxes());
            amounts.add(share.subtotal());
            assertThat(amounts).noneMatch(Money::isNegative);
        }
    }

    private static Money cents(int cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), Kit.CAD);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(cad("0.00"), Money::plus);
    }
}
