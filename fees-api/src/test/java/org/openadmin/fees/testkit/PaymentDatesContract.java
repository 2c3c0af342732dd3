package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.UnusualDate.Reason;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;

/** What {@link org.openadmin.fees.api.payments.Cashier} promises about the date of a payment. */
public abstract class PaymentDatesContract extends OfficeContract {

    @Test
    void aPaymentIsDatedTodayAtTheLatestWhateverIsConfirmed() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");

        for (PaymentRequest request : List.of(
                dated(student, TODAY.plusDays(1), false, trip),
                dated(student, TODAY.plusDays(1), true),
                dated(student, TODAY.plusYears(36), true))) {
            DateNotAllowedException refusal = refusal(
                    DateNotAllowedException.class, () -> office.cashier().receive(request));
            assertThat(refusal.limit()).isEqualTo(Limit.PAYMENT_AFTER_TODAY);
            assertThat(refusal.date()).isEqualTo(request.date());
            assertThat(refusal.allowed()).isEqualTo(TODAY);
        }
        assertAccount(student, "30.00", "30.00");
        assertThat(office.cashier().receive(dated(student, TODAY, false, trip)).date())
                .isEqualTo(TODAY);
    }

    @Test
    void aDateMoreThan31DaysAgoIsConfirmed() {
        StudentNumber student = student();
        office.cashier().receive(dated(student, TODAY.minusDays(31), false));
        PaymentRequest old = dated(student, TODAY.minusDays(32), false);

        UnusualDate unusual = refusal(
                        UnusualDateException.class, () -> office.cashier().receive(old))
                .unusual();

        assertThat(unusual).isEqualTo(new UnusualDate(Reason.LONG_AGO, TODAY.minusDays(32), TODAY));
        assertThat(unusual.days()).isEqualTo(32);
        assertAccount(student, "-30.00", "0.00");
        assertThat(office.cashier().receive(confirmed(old)).date()).isEqualTo(TODAY.minusDays(32));
        assertAccount(student, "-60.00", "0.00");
    }

    @Test
    void aDateBeforeTheChargesIsConfirmed() {
        StudentNumber student = student();
        long early =
                office.add(JournalRow.charge("Book", "10.00").student(student).on(DAY.minusDays(9)));
        ChargeId trip = charge(student, "Trip", "20.00");
        PaymentRequest before = dated(student, DAY.minusDays(1), false, new ChargeId(early), trip);

        assertThat(refusal(UnusualDateException.class, () -> office.cashier().receive(before))
                        .unusual())
                .isEqualTo(new UnusualDate(Reason.BEFORE_CHARGE, DAY.minusDays(1), DAY));
        assertAccount(student, "30.00", "30.00");
        assertThat(office.cashier().receive(confirmed(before)).settled()).hasSize(2);
        office.cashier().receive(dated(student, DAY.minusDays(1), false));
        assertAccount(student, "-30.00", "0.00");
    }

    @Test
    void aChargeOfALaterDayIsPaidInAdvanceOnceThatIsConfirmed() {
        StudentNumber student = student();
        long next =
                office.add(JournalRow.charge("Bus", "30.00").student(student).on(TODAY.plusDays(10)));
        PaymentRequest today = dated(student, TODAY, false, new ChargeId(next));

        assertThat(refusal(UnusualDateException.class, () -> office.cashier().receive(today))
                        .unusual()
                        .days())
                .isEqualTo(10);
        office.cashier().receive(confirmed(today));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void anOldChargeWithoutADateIsPaidOnAnyDay() {
        StudentNumber student = student();
        long old = office.add(JournalRow.charge("Old", "30.00").student(student));

        assertThat(office.cashier()
                        .receive(dated(student, DAY, false, new ChargeId(old)))
                        .settled())
                .hasSize(1);
    }

    @Test
    void nothingIsAskedAboutAPaymentThatIsRefusedAnyway() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.01");

        refusal(NotEnoughMoneyException.class, () -> office.cashier()
                .receive(dated(student, DAY.minusDays(99), false, trip)));
    }

    @Test
    void aRepeatedRequestIsTheSameWithAndWithoutItsConfirmation() {
        StudentNumber student = student();
        PaymentRequest request = dated(student, TODAY.minusDays(40), false);
        Receipt receipt = office.cashier().receive(confirmed(request));

        assertThat(office.cashier().receive(request)).isEqualTo(receipt);
        assertAccount(student, "-30.00", "0.00");
    }

    /** @param confirmed whether the date is confirmed; a repeated amount is */
    private static PaymentRequest dated(StudentNumber student, LocalDate date, boolean confirmed, ChargeId... charges) {
        PaymentRequest request = new PaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                student,
                date,
                cad("30.00"),
                Set.of(charges),
                PaymentMethod.CASH,
                "",
                Set.of(Confirmation.REPEATED_AMOUNT));
        return confirmed ? confirmed(request) : request;
    }

    private static PaymentRequest confirmed(PaymentRequest request) {
        return request.confirming(Confirmation.UNUSUAL_DATE);
    }
}
