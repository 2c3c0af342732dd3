package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CAD;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.internal.corrections.Reopening.Settled;

class ResettlementTest {

    private static final long PAYMENT = 50;
    private static final long OTHER = 60;

    @Test
    void theMoneySettlesItsOwnChargesFirst() {
        Resettlement settled =
                Resettlement.of(PAYMENT, cad("30.00"), List.of(charge(1, OTHER, "10.00"), charge(2, PAYMENT, "25.00")));

        assertThat(settled.ids()).containsExactly(new ChargeId(2));
        assertThat(settled.total(CAD)).isEqualTo(cad("25.00"));
    }

    @Test
    void aChargeThatIsNotCoveredIsLeftOutAndASmallerOneIsSettled() {
        Resettlement settled = Resettlement.of(
                PAYMENT,
                cad("12.00"),
                List.of(charge(1, PAYMENT, "7.00"), charge(2, PAYMENT, "6.00"), charge(3, OTHER, "5.00")));

        assertThat(settled.ids()).containsExactly(new ChargeId(1), new ChargeId(3));
    }

    @Test
    void theChargesAreInNumberOrder() {
        Resettlement settled =
                Resettlement.of(PAYMENT, cad("30.00"), List.of(charge(3, PAYMENT, "10.00"), charge(1, OTHER, "10.00")));

        assertThat(settled.ids()).containsExactly(new ChargeId(1), new ChargeId(3));
    }

    @Test
    void withoutChargesTheMoneyIsReceivedOnAccount() {
        assertThat(Resettlement.of(PAYMENT, cad("12.00"), List.of()).total(CAD)).isEqualTo(cad("0.00"));
    }

    private static Settled charge(long id, long by, String total) {
        return new Settled(new ChargeId(id), by, cad(total));
    }
}
