package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.drawer.DrawerMovement;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview.Figures;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;

/** What {@link org.openadmin.fees.api.drawer.Drawer} promises, and that every figure of a day or a month agrees with it. */
public abstract class DrawerContract extends OfficeContract {

    private static final Set<Confirmation> LONG_AGO = Set.of(Confirmation.values());

    @Test
    void receiptsComeFirstAndThenWhatWentOut() {
        LocalDate day = LocalDate.of(2026, 2, 2);
        StudentNumber student = student();
        Receipt old = pay(student, day.minusDays(3), "20.00", PaymentMethod.CHEQUE);
        Receipt kept = pay(student, day, "100.00", PaymentMethod.CASH);
        refund(student, day, "40.00", PaymentMethod.CASH);
        voidOn(old, day);
        Receipt mistake = pay(student, day, "7.00", PaymentMethod.CARD);
        voidOn(mistake, day);
        Receipt bounces = pay(student, day, "9.00", PaymentMethod.CHEQUE);
        voidOn(bounces, day.plusDays(4));

        List<DrawerMovement> all = office.drawer().movements(VIEWER, day);

        assertThat(all)
                .extracting(DrawerMovement::kind)
                .containsExactly(
                        EntryKind.ON_ACCOUNT,
                        EntryKind.ON_ACCOUNT,
                        EntryKind.ON_ACCOUNT,
                        EntryKind.REFUND,
                        EntryKind.VOID,
                        EntryKind.VOID);
        assertThat(all)
                .extracting(DrawerMovement::amount)
                .containsExactly(cad("100.00"), cad("7.00"), cad("9.00"), cad("-40.00"), cad("-20.00"), cad("-7.00"));
        assertThat(all)
                .extracting(movement -> movement.receipt().orElse(null))
                .containsExactly(
                        kept.number(), mistake.number(), bounces.number(), null, old.number(), mistake.number());
        DrawerMovement refund = all.get(3);
        assertThat(refund.method()).contains(PaymentMethod.CASH);
        assertThat(refund.cashier()).isEqualTo("cashier");
        assertThat(refund.reason()).isEqualTo("Moved");
        assertThat(refund.student().orElseThrow().number()).isEqualTo(student);
        assertThat(refund.row()).isPositive();
        assertThat(all.get(1).isVoidedSameDay()).isTrue();
        assertThat(all.get(2).voided()).contains(day.plusDays(4));
        assertThat(all.get(2).isVoidedSameDay()).isFalse();
        assertThat(all.get(4).received()).contains(day.minusDays(3));
        assertThat(all.get(4).method()).contains(PaymentMethod.CHEQUE);
        assertThat(all.get(4).isVoidOfSameDay()).isFalse();
        assertThat(all.get(5).isVoidOfSameDay()).isTrue();
    }

    @Test
    void whatOldRowsLackIsEmptyAndTheirMoneyCounts() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        StudentNumber student = student();
        office.add(JournalRow.of(EntryKind.PAYMENT, "-5.00").student(student).on(day));
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, "-6.00").on(day));

        assertThat(office.drawer().movements(VIEWER, day))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.receipt()).isEmpty();
                            assertThat(first.method()).isEmpty();
                            assertThat(first.cashier()).isEmpty();
                        },
                        second -> assertThat(second.student()).isEmpty());
        assertThat(sum(day)).isEqualTo(cad("11.00"));
        assertThat(figures(day).receivedToday()).isEqualTo(cad("11.00"));
    }

    @Test
    void aDayIsTheSameInDrawerAndOverviewAndAMonthIsTheSumOfItsDays() {
        YearMonth month = YearMonth.of(2026, 5);
        StudentNumber student = student();
        StudentNumber other = student();
        LocalDate first = month.atDay(3);
        pay(student, first, "100.00", PaymentMethod.CASH);
        Receipt cheque = pay(other, first, "27.70", PaymentMethod.CHEQUE);
        Receipt wrong = pay(student, first, "2770.00", PaymentMethod.CASH);
        voidOn(wrong, first);
        refund(student, month.atDay(4), "40.00", PaymentMethod.CASH);
        voidOn(cheque, month.atDay(6));
        office.corrections()
                .apply(new Waive(
                        RequestKey.fresh(),
                        CLERK,
                        charge(other, first, "Trip", "8.00"),
                        month.atDay(6),
                        "Bursary",
                        LONG_AGO));
        pay(other, month.atDay(28), "1.10", PaymentMethod.CARD);
        voidOn(pay(student, month.minusMonths(1).atDay(29), "2.70", PaymentMethod.CASH), month.atDay(7));

        Money received = cad("0.00");
        Money charged = cad("0.00");
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            Figures figures = figures(month.atDay(day));
            assertThat(sum(month.atDay(day))).isEqualTo(figures.receivedToday());
            received = received.plus(figures.receivedToday());
            charged = charged.plus(figures.chargedToday());
        }

        Figures end = figures(month.atEndOfMonth());
        assertThat(received).isEqualTo(cad("58.40")).isEqualTo(end.receivedThisMonth());
        assertThat(charged).isEqualTo(end.months().get(11).charged());
        MonthSummary export = office.months().of(VIEWER, month);
        assertThat(total(export, EntryKind.PAYMENT, EntryKind.ON_ACCOUNT, EntryKind.VOID, EntryKind.REFUND)
                        .negated())
                .isEqualTo(received);
        assertThat(total(export, EntryKind.CHARGE, EntryKind.REVERSAL, EntryKind.WAIVER))
                .isEqualTo(charged);
    }

    @Test
    void anyRoleReads() {
        assertNeeds(Role.VIEW, () -> office.drawer().movements(NOBODY, Kit.DAY));
    }

    private Receipt pay(StudentNumber student, LocalDate day, String amount, PaymentMethod method) {
        return office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(), CASHIER, student, day, cad(amount), Set.of(), method, "", LONG_AGO));
    }

    private void refund(StudentNumber student, LocalDate day, String amount, PaymentMethod method) {
        office.corrections()
                .apply(new Refund(
                        RequestKey.fresh(), CASHIER, student, cad(amount), method, "", day, "Moved", LONG_AGO));
    }

    private void voidOn(Receipt receipt, LocalDate day) {
        office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), day, "Bounced", LONG_AGO));
    }

    private Figures figures(LocalDate day) {
        return office.overview().figures(VIEWER, day);
    }

    private Money sum(LocalDate day) {
        return office.drawer().movements(VIEWER, day).stream()
                .map(DrawerMovement::amount)
                .reduce(cad("0.00"), Money::plus);
    }

    private static Money total(MonthSummary summary, EntryKind... kinds) {
        return summary.lines().stream()
                .filter(line -> Set.of(kinds).contains(line.kind()))
                .map(MonthSummary.Line::total)
                .reduce(cad("0.00"), Money::plus);
    }
}
