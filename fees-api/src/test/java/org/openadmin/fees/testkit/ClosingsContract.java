package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.Closing.Type;
import org.openadmin.fees.api.journal.ClosingCheck;
import org.openadmin.fees.api.journal.ClosingCheck.Finding;
import org.openadmin.fees.api.journal.ClosingNotAllowedException;
import org.openadmin.fees.api.journal.ClosingNotAllowedException.Reason;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.Settings;

/** What {@link Closings} promises. Today is in September 2026; after each test, everything from 2020 on is open again. */
public abstract class ClosingsContract extends OfficeContract {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final LocalDate LAST_OF_AUGUST = AUGUST.atEndOfMonth();
    private static final YearMonth FIRST = YearMonth.of(2020, 1);
    private static final Set<Confirmation> ALL = Set.of(Confirmation.values());

    private StudentNumber student;

    @BeforeEach
    void aStudent() {
        student = student();
    }

    @AfterEach
    void reopenAll() {
        if (office.closings()
                .closedThrough(VIEWER)
                .filter(last -> last.isAfter(FIRST.atDay(1)))
                .isPresent()) {
            reopen(FIRST, "the next test");
        }
        office.configure(Kit.settings());
    }

    private Closing close(YearMonth month) {
        return office.closings().apply(new Close(RequestKey.fresh(), CLERK, month));
    }

    private Closing reopen(YearMonth month, String reason) {
        return office.closings().apply(new Reopen(RequestKey.fresh(), ADMIN, month, reason));
    }

    private PaymentRequest payment(LocalDate date, String amount, ChargeId... charges) {
        return new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        date,
                        cad(amount),
                        Set.of(charges),
                        PaymentMethod.CASH,
                        "")
                .confirming(Confirmation.REPEATED_AMOUNT)
                .confirming(Confirmation.UNUSUAL_DATE);
    }

    private static void assertClosed(LocalDate date, LocalDate allowed, ThrowingCallable call) {
        DateNotAllowedException refused = refusal(DateNotAllowedException.class, call);
        assertThat(refused.limit()).isEqualTo(Limit.PERIOD_CLOSED);
        assertThat(refused.date()).isEqualTo(date);
        assertThat(refused.allowed()).isEqualTo(allowed);
    }

    private static void assertRefused(Reason reason, YearMonth month, ThrowingCallable call) {
        ClosingNotAllowedException refused = refusal(ClosingNotAllowedException.class, call);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.month()).isEqualTo(month);
    }

    @Test
    void aClosedMonthAndAllBeforeItAcceptNoRow() {
        ChargeId charge = charge(student, LAST_OF_AUGUST, "Lab fee", "20.00");
        int rows = rows(student).size();

        Closing closing = close(AUGUST);

        assertThat(closing.type()).isEqualTo(Type.CLOSED);
        assertThat(closing.closedThrough()).isEqualTo(LAST_OF_AUGUST);
        assertThat(office.closings().closedThrough(VIEWER)).contains(LAST_OF_AUGUST);
        LocalDate september = AUGUST.plusMonths(1).atDay(1);
        for (LocalDate date : List.of(LAST_OF_AUGUST, AUGUST.atDay(1), JUNE.atDay(20), LocalDate.of(2019, 1, 1))) {
            assertClosed(date, september, () -> office.cashier().receive(payment(date, "20.00", charge)));
            AssessmentDraft draft =
                    new AssessmentDraft(Optional.empty(), Kit.fee("Trip", "9.00"), date, Kit.only(student));
            assertClosed(date, september, () -> office.assessment().post(Kit.assessing(draft)));
            assertClosed(date, september, () -> office.assessment().preview(CLERK, draft));
        }
        assertThat(rows(student)).hasSize(rows);
        assertThat(office.cashier().receive(payment(september, "20.00", charge)).date())
                .isEqualTo(september);
    }

    @Test
    void aLateCorrectionIsDatedAfterTheClosedMonth() {
        ChargeId cancelled = charge(student, LAST_OF_AUGUST, "Lab fee", "20.00");
        ChargeId waived = charge(student, LAST_OF_AUGUST, "Trip", "30.00");
        Receipt receipt = office.cashier().receive(payment(LAST_OF_AUGUST, "50.00"));
        close(AUGUST);

        LocalDate september = AUGUST.plusMonths(1).atDay(1);
        assertClosed(LAST_OF_AUGUST, september, () -> cancel(cancelled, LAST_OF_AUGUST));
        assertClosed(LAST_OF_AUGUST, september, () -> waive(waived, LAST_OF_AUGUST));
        assertClosed(LAST_OF_AUGUST, september, () -> refund(LAST_OF_AUGUST));
        assertClosed(LAST_OF_AUGUST, september, () -> takeBack(receipt, LAST_OF_AUGUST));
        assertClosed(LAST_OF_AUGUST, september, () -> undo(cancelled, LAST_OF_AUGUST));
        assertClosed(LAST_OF_AUGUST, september, () -> office.corrections()
                .preview(new Cancel(RequestKey.fresh(), CLERK, cancelled, LAST_OF_AUGUST, "", ALL)));

        cancel(cancelled, TODAY);
        waive(waived, TODAY);
        refund(TODAY);
        assertAccount(student, "-45.00", "0.00");
    }

    private void cancel(ChargeId charge, LocalDate date) {
        office.corrections().apply(new Cancel(RequestKey.fresh(), CLERK, charge, date, "", ALL));
    }

    private void waive(ChargeId charge, LocalDate date) {
        office.corrections().apply(new Waive(RequestKey.fresh(), CLERK, charge, date, "Bursary", ALL));
    }

    private void takeBack(Receipt receipt, LocalDate date) {
        office.corrections().apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), date, "", ALL));
    }

    private void refund(LocalDate date) {
        office.corrections()
                .apply(new Refund(
                        RequestKey.fresh(), CASHIER, student, cad("5.00"), PaymentMethod.CASH, "", date, "Left", ALL));
    }

    private void undo(ChargeId charge, LocalDate date) {
        office.corrections()
                .apply(new Undo(
                        RequestKey.fresh(),
                        CLERK,
                        row(student, charge.value()).batch().orElseThrow(),
                        date,
                        "",
                        ALL));
    }

    @Test
    void whatIsConfirmedComesAfterTheClosedMonth() {
        close(AUGUST);
        LocalDate longAgo = JUNE.atDay(1);

        assertClosed(longAgo, AUGUST.plusMonths(1).atDay(1), () -> office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(), CASHIER, student, longAgo, cad("1.00"), Set.of(), PaymentMethod.CASH, "")));
    }

    @Test
    void onlyAMonthThatIsOverAndOpenIsClosed() {
        assertRefused(Reason.NOT_OVER, YearMonth.from(TODAY), () -> close(YearMonth.from(TODAY)));
        assertRefused(
                Reason.NOT_OVER, YearMonth.of(2027, 1), () -> office.closings().check(CLERK, YearMonth.of(2027, 1)));
        close(JULY);
        assertRefused(Reason.ALREADY_CLOSED, JULY, () -> close(JULY));
        assertRefused(Reason.ALREADY_CLOSED, JUNE, () -> close(JUNE));
        assertRefused(Reason.ALREADY_CLOSED, JUNE, () -> office.closings().check(CLERK, JUNE));
        assertRefused(Reason.NOT_CLOSED, AUGUST, () -> reopen(AUGUST, "A mistake"));
        assertThat(office.closings().closedThrough(VIEWER)).contains(JULY.atEndOfMonth());
    }

    @Test
    void aMonthIsReopenedWithAReasonAndBothAreKept() {
        Closing closed = close(AUGUST);
        assertThatThrownBy(() -> new Reopen(RequestKey.fresh(), ADMIN, AUGUST, " "))
                .isInstanceOf(InvalidInputException.class);

        Closing reopened = reopen(AUGUST, "A deposit was forgotten");

        assertThat(reopened.type()).isEqualTo(Type.REOPENED);
        assertThat(reopened.reason()).isEqualTo("A deposit was forgotten");
        assertThat(reopened.by()).isEqualTo("admin");
        assertThat(reopened.number()).isEqualTo(closed.number() + 1);
        assertThat(office.closings().closedThrough(VIEWER)).contains(JULY.atEndOfMonth());
        assertThat(office.closings().list(VIEWER)).startsWith(reopened, closed);
        assertThat(charge(student, AUGUST.atDay(3), "Lab fee", "20.00")).isNotNull();
        assertClosed(JULY.atEndOfMonth(), AUGUST.atDay(1), () -> charge(student, JULY.atEndOfMonth(), "Trip", "5.00"));
    }

    @Test
    void theSummaryOfAClosedMonthNeverChanges() {
        charge(student, AUGUST.atDay(3), "Lab fee", "20.00", "GST");
        charge(student, JULY.atDay(3), "Trip", "30.00");
        office.cashier().receive(payment(LAST_OF_AUGUST, "21.00"));
        MonthSummary august = office.months().of(VIEWER, AUGUST);
        MonthSummary july = office.months().of(VIEWER, JULY);
        close(AUGUST);

        office.configure(otherAccounts());
        office.add(
                JournalRow.charge("Past every service", "7.00").student(student).on(AUGUST.atDay(9)));

        assertThat(office.months().of(VIEWER, AUGUST)).isEqualTo(august);
        assertThat(office.months().of(VIEWER, JULY)).isEqualTo(july);
        reopen(AUGUST, "To see what was added");
        assertThat(office.months().of(VIEWER, AUGUST).count()).isEqualTo(august.count() + 1);
        assertThat(office.months().of(VIEWER, JULY)).isEqualTo(july);
    }

    private static Settings otherAccounts() {
        Settings usual = Kit.settings();
        return new Settings(
                usual.school(),
                usual.currency(),
                usual.locale(),
                usual.taxes(),
                usual.profiles(),
                usual.payments(),
                usual.documents(),
                new AccountCodes(Map.of(), Map.of(PaymentMethod.CASH, "1010"), Map.of("lab fee", "4010")));
    }

    @Test
    void theCheckTellsWhatIsClosedTogetherAndWhatWasRecordedLate() {
        charge(student, JUNE.atDay(3), "Trip", "30.00");
        close(JUNE);
        ClosingCheck before = office.closings().check(CLERK, AUGUST);
        charge(student, JULY.atDay(3), "Locker", "30.00");
        charge(student, AUGUST.atDay(3), "Bus", "20.00");

        ClosingCheck check = office.closings().check(CLERK, AUGUST);

        assertThat(check.month()).isEqualTo(AUGUST);
        assertThat(check.rows()).isEqualTo(before.rows() + 1);
        assertThat(check.count(Finding.LATE_ROW)).isEqualTo(before.count(Finding.LATE_ROW) + 1);
        assertThat(check.count(Finding.EARLIER_MONTH)).isEqualTo(1);
    }

    @Test
    void theCheckCountsUndepositedReceiptsAndOverdrawnDrawers() {
        LocalDate paid = AUGUST.atDay(3);
        long inJuly = office.closings().check(CLERK, JULY).count(Finding.UNDEPOSITED);
        ClosingCheck before = office.closings().check(CLERK, AUGUST);
        office.cashier().receive(payment(paid, "20.00"));
        ClosingCheck received = office.closings().check(CLERK, AUGUST);
        refund(AUGUST.atDay(9));
        ClosingCheck refunded = office.closings().check(CLERK, AUGUST);

        assertThat(received.count(Finding.UNDEPOSITED)).isEqualTo(before.count(Finding.UNDEPOSITED) + 1);
        assertThat(office.closings().check(CLERK, JULY).count(Finding.UNDEPOSITED))
                .isEqualTo(inJuly);
        assertThat(received.count(Finding.NEGATIVE_DRAWER)).isEqualTo(before.count(Finding.NEGATIVE_DRAWER));
        assertThat(refunded.count(Finding.NEGATIVE_DRAWER)).isEqualTo(before.count(Finding.NEGATIVE_DRAWER) + 1);
        assertThat(refunded.canClose()).isTrue();
    }

    @Test
    void theSameKeyClosesOnce() {
        Close request = new Close(RequestKey.fresh(), CLERK, JULY);
        Closing first = office.closings().apply(request);

        assertThat(office.closings().apply(request)).isEqualTo(first);
        assertThat(office.closings().find(VIEWER, request.key())).contains(first);
        assertThatThrownBy(() -> office.closings().apply(new Close(request.key(), CLERK, AUGUST)))
                .isInstanceOf(RequestKeyReusedException.class);
        assertThat(office.closings().find(VIEWER, RequestKey.fresh())).isEmpty();
    }

    @Test
    void aUsedKeyOfAPaymentClosesNothing() {
        PaymentRequest paid = payment(DAY, "5.00");
        office.cashier().receive(paid);

        assertThatThrownBy(() -> office.closings().apply(new Close(paid.key(), CLERK, AUGUST)))
                .isInstanceOf(RequestKeyReusedException.class);
    }

    @Test
    void closingNeedsTheRoleToBillAndReopeningAnAdministrator() {
        Closings closings = office.closings();
        assertNeeds(Role.BILL, () -> closings.apply(new Close(RequestKey.fresh(), CASHIER, AUGUST)));
        assertNeeds(Role.BILL, () -> closings.check(VIEWER, AUGUST));
        close(AUGUST);
        assertNeeds(Role.ADMIN, () -> closings.apply(new Reopen(RequestKey.fresh(), CLERK, AUGUST, "A mistake")));
        assertNeeds(Role.VIEW, () -> closings.closedThrough(NOBODY));
        assertNeeds(Role.VIEW, () -> closings.list(NOBODY));
        assertNeeds(Role.VIEW, () -> closings.find(NOBODY, RequestKey.fresh()));
    }
}
