package org.openadmin.fees.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.testkit.FeeAssessmentContract;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.Office;

class FeeAssessmentContractDatabaseTest extends FeeAssessmentContract {

    private static final int PRICES = 60;

    @Override
    protected Office open() {
        return new ContractOffice();
    }

    @Test
    void theDatabaseRoundsTheTaxesOfAnyPriceAsTheRulesDo() {
        office.configure(Kit.settings()
                .withTaxes(List.of(
                        new TaxRate("HST", new BigDecimal("15")),
                        new TaxRate("QST", new BigDecimal("9.975")),
                        new TaxRate("LEVY", new BigDecimal("0.3333")),
                        new TaxRate("PST", new BigDecimal("6")))));
        try {
            StudentNumber student = student();
            Random random = new Random(5);
            for (int i = 0; i < PRICES; i++) {
                Money price = Money.of(BigDecimal.valueOf(1 + random.nextInt(50_000), 2), Kit.CAD);
                boolean included = random.nextBoolean();
                Fee fee = new Fee(
                        "Price " + i,
                        "",
                        price,
                        Discount.NONE,
                        List.of("HST", "QST", "LEVY", "PST").subList(random.nextInt(3), 4),
                        included);
                office.assessment().post(Kit.assessing(fee, Kit.only(student)));
                if (included) {
                    assertThat(newest(student).total()).isEqualTo(price);
                }
            }
        } finally {
            office.configure(Kit.settings());
        }
        assertThat(((ContractOffice) office).office.faults()).isEmpty();
    }
}
