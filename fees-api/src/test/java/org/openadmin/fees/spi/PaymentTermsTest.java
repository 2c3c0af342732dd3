package org.openadmin.fees.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;

class PaymentTermsTest {

    private static final StudentSnapshot STUDENT = new StudentSnapshot(new StudentNumber(1), "Roy, Ann", "9", "9A");

    private final List<Charge> charges = new ArrayList<>();

    @Test
    void oneDueDateIsThatOfTheInvoice() {
        charge("10.00", DAY.plusDays(30));
        charge("5.00", DAY.plusDays(30));

        assertThat(terms("0.00"))
                .isEqualTo(new PaymentTerms(cad("0.00"), Optional.empty(), Optional.of(DAY.plusDays(30)), false));
        assertThat(terms("0.00").showsEach()).isFalse();
    }

    @Test
    void ofSeveralTheNextOneCounts() {
        charge("10.00", DAY.plusDays(60));
        charge("5.00", DAY);

        assertThat(terms("0.00")).isEqualTo(new PaymentTerms(cad("0.00"), Optional.empty(), Optional.of(DAY), true));
    }

    @Test
    void whatWasDueBeforeTheDayIsOverdue() {
        charge("10.00", DAY.plusDays(60));
        charge("5.00", DAY.minusDays(1));
        charge("2.00", DAY.minusDays(9));

        PaymentTerms terms = terms("0.00");

        assertThat(terms)
                .isEqualTo(new PaymentTerms(
                        cad("7.00"), Optional.of(DAY.minusDays(9)), Optional.of(DAY.plusDays(60)), true));
        assertThat(terms.due()).contains(DAY.plusDays(60));
        assertThat(terms.showsEach()).isTrue();
    }

    @Test
    void theCreditPaysWhatWasDueFirst() {
        charge("10.00", DAY.plusDays(60));
        charge("5.00", DAY.minusDays(1));
        charge("2.00", DAY.minusDays(9));

        assertThat(terms("2.00").since()).contains(DAY.minusDays(1));
        assertThat(terms("3.00").overdue()).isEqualTo(cad("4.00"));
        assertThat(terms("7.00").since()).isEmpty();
        assertThat(terms("7.00").overdue()).isEqualTo(cad("0.00"));
        assertThat(terms("7.00").next()).contains(DAY.plusDays(60));
    }

    @Test
    void ifAllIsOverdueTheDateHasPassed() {
        charge("5.00", DAY.minusDays(1));

        assertThat(terms("0.00").next()).isEmpty();
        assertThat(terms("0.00").due()).contains(DAY.minusDays(1));
        assertThat(terms("0.00").showsEach()).isTrue();
    }

    @Test
    void theInvoicesOfAFamilyAddUp() {
        charge("5.00", DAY.minusDays(1));
        PaymentTerms one = terms("0.00");
        charges.clear();
        charge("3.00", DAY.minusDays(4));
        charge("9.00", DAY.plusDays(4));

        assertThat(one.and(terms("0.00")))
                .isEqualTo(new PaymentTerms(
                        cad("8.00"), Optional.of(DAY.minusDays(4)), Optional.of(DAY.plusDays(4)), true));
    }

    private PaymentTerms terms(String credit) {
        return PaymentTerms.of(new Invoice(STUDENT, Optional.empty(), charges, cad(credit)), DAY);
    }

    private void charge(String total, LocalDate due) {
        charges.add(new Charge(
                new ChargeId(charges.size() + 1),
                STUDENT,
                DAY.minusDays(90),
                due,
                "Fee",
                "",
                cad(total),
                List.of(),
                cad(total),
                Optional.empty()));
    }
}
