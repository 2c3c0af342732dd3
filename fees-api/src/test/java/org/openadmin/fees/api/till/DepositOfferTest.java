package org.openadmin.fees.api.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.till.DepositOffer.Content;
import org.openadmin.fees.api.till.DepositOffer.OfferedDrawer;

/** Which differences go with which rows. */
class DepositOfferTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    private static final MoneyRow ANNS = row(1, "ann", PaymentMethod.CASH, "20.00");
    private static final MoneyRow BOBS = row(2, "bob", PaymentMethod.CASH, "30.00");
    private static final MoneyRow CHEQUE = row(3, "ann", PaymentMethod.CHEQUE, "40.00");
    private static final OfferedDrawer ANN = drawer("ann", "-1.00", true);
    private static final OfferedDrawer BOB = drawer("bob", "0.00", true);
    /** Without cash to deposit. */
    private static final OfferedDrawer CID = drawer("cid", "3.00", true);

    private final DepositOffer offer =
            new DepositOffer(DAY, List.of(ANNS, BOBS, CHEQUE), List.of(ANN, BOB, CID), cad("0.00"));

    @Test
    void everythingIsAllRowsAndAllDifferences() {
        Content all = offer.all();

        assertThat(all.cashRows()).isEqualTo(cad("50.00"));
        assertThat(all.difference()).isEqualTo(cad("2.00"));
        assertThat(all.cash()).isEqualTo(cad("52.00"));
        assertThat(all.cheques()).isEqualTo(cad("40.00"));
        assertThat(all.total()).isEqualTo(cad("92.00"));
        assertThat(all.uncounted()).isEmpty();
    }

    @Test
    void aDifferenceGoesWithTheCashOfItsDrawer() {
        assertThat(offer.content(Set.of(1L)).drawers()).containsExactly(ANN, CID);
        assertThat(offer.content(Set.of(2L)).drawers()).containsExactly(BOB, CID);
    }

    @Test
    void chequesTakeNoDifferenceWithThem() {
        Content cheques = offer.content(Set.of(3L));

        assertThat(cheques.drawers()).isEmpty();
        assertThat(cheques.cash()).isEqualTo(cad("0.00"));
    }

    @Test
    void aDifferenceWithoutCashCanGoAlone() {
        Content alone = offer.content(Set.of());

        assertThat(alone.rows()).isEmpty();
        assertThat(alone.total()).isEqualTo(cad("3.00"));
        assertThat(new DepositOffer(DAY, List.of(ANNS), List.of(BOB), cad("0.00"))
                        .content(Set.of())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aDrawerWhoseCashMovedSinceMustBeCounted() {
        OfferedDrawer moved = drawer("ann", "0.00", false);
        DepositOffer stale = new DepositOffer(DAY, List.of(ANNS, CHEQUE), List.of(moved), cad("0.00"));

        assertThat(stale.all().uncounted()).containsExactly(moved);
        assertThat(stale.content(Set.of(3L)).uncounted()).isEmpty();
    }

    @Test
    void rowsThatAreNotOfferedAreMissing() {
        assertThat(offer.missing(Set.of(1L, 9L))).containsExactly(9L);
        assertThat(offer.content(Set.of(1L, 9L)).rows()).containsExactly(ANNS);
    }

    private static MoneyRow row(long number, String cashier, PaymentMethod method, String amount) {
        return new MoneyRow(
                number,
                EntryKind.ON_ACCOUNT,
                Optional.empty(),
                DAY,
                cad(amount),
                method,
                "",
                cashier,
                Optional.empty());
    }

    private static OfferedDrawer drawer(String cashier, String difference, boolean counted) {
        DrawerCount count = new DrawerCount(
                7,
                cashier,
                DAY,
                cad("0.00"),
                cad("20.00"),
                cad("0.00"),
                CountedCash.of(cad("20.00").plus(cad(difference))),
                "why",
                cashier,
                Instant.EPOCH);
        return new OfferedDrawer(cashier, DAY, cad(counted ? "0.00" : "5.00"), Optional.of(count), cad(difference));
    }
}
