package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openadmin.fees.testkit.Kit.CAD;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.ReasonNeededException;

/** What {@link org.openadmin.fees.api.till.Till} promises. */
public abstract class TillContract extends TillOfficeContract {

    private static final LocalDate DAY = TODAY.minusDays(1);

    @Test
    void aDrawerIsACashiersDayByMethod() {
        Actor ann = cashier();
        Actor bob = cashier();
        StudentNumber student = student();
        pay(ann, student, DAY, "100.00", PaymentMethod.CASH);
        Receipt wrong = pay(ann, student, DAY, "7.00", PaymentMethod.CASH);
        pay(ann, student, DAY, "40.00", PaymentMethod.CHEQUE);
        pay(ann, student, TODAY, "9.00", PaymentMethod.CASH);
        pay(bob, student, DAY, "3.00", PaymentMethod.CARD);
        voidOn(ann, wrong, DAY);
        refund(ann, student, DAY, "12.50", PaymentMethod.CASH);

        DrawerDay drawer = drawer(ann);

        assertThat(drawer.methods()).hasSize(2);
        DrawerDay.MethodTotal cash = drawer.methods().get(0);
        assertThat(cash.method()).contains(PaymentMethod.CASH);
        assertThat(cash.receipts()).isEqualTo(2);
        assertThat(cash.received()).isEqualTo(cad("107.00"));
        assertThat(cash.voided()).isEqualTo(cad("7.00"));
        assertThat(cash.refunded()).isEqualTo(cad("12.50"));
        assertThat(cash.net()).isEqualTo(cad("87.50")).isEqualTo(drawer.moved());
        assertThat(drawer.methods().get(1).net()).isEqualTo(cad("40.00"));
        assertThat(drawer.expected(cad("50.00"))).isEqualTo(cad("137.50"));
        assertThat(drawer.deposited()).isEqualTo(cad("0.00"));
        assertThat(drawer.count()).isEmpty();
        assertThat(drawer.isCounted()).isFalse();
        assertThat(drawer(bob).moved()).isEqualTo(cad("0.00"));
        assertThat(office.till().drawers(VIEWER, DAY))
                .extracting(DrawerDay::cashier)
                .contains(ann.name(), bob.name());
    }

    @Test
    void aDrawerThatIsRightIsCountedWithoutReason() {
        Actor ann = cashier();
        pay(ann, DAY, "140.00", PaymentMethod.CASH);
        CountedCash counted = CountedCash.parse("100x1, 20x3 5x6", CAD);

        DrawerCount count = office.till()
                .count(new CountRequest(RequestKey.fresh(), ann, ann.name(), DAY, cad("50.00"), counted, ""));

        assertThat(count.expected()).isEqualTo(cad("190.00"));
        assertThat(count.difference()).isEqualTo(cad("0.00"));
        assertThat(count.counted()).isEqualTo(counted);
        assertThat(count.countedBy()).isEqualTo(ann.name());
        assertThat(count.countedAt()).isNotNull();
        assertThat(drawer(ann).count()).contains(count);
        assertThat(drawer(ann).isCounted()).isTrue();
    }

    @Test
    void overOrShortNeedsAReasonAndStoresNothingWithoutOne() {
        Actor ann = cashier();
        pay(ann, DAY, "140.00", PaymentMethod.CASH);

        ReasonNeededException refusal = assertThatExceptionOfType(ReasonNeededException.class)
                .isThrownBy(() -> count(ann, DAY, "50.00", "185.00", " "))
                .actual();

        assertThat(refusal.expected()).isEqualTo(cad("190.00"));
        assertThat(refusal.difference()).isEqualTo(cad("-5.00"));
        assertThat(drawer(ann).counts()).isEmpty();
        assertThat(count(ann, DAY, "50.00", "185.00", "Change given twice").difference())
                .isEqualTo(cad("-5.00"));
        assertThat(refusals(ann)).isEqualTo(1);
    }

    @Test
    void moneyReceivedAfterTheCountAsksForANewOneAndTheFirstIsKept() {
        Actor ann = cashier();
        pay(ann, DAY, "20.00", PaymentMethod.CASH);
        DrawerCount first = count(ann, DAY, "0.00", "20.00", "");
        pay(ann, DAY, "5.00", PaymentMethod.CHEQUE);
        assertThat(drawer(ann).isCounted()).isTrue();
        pay(ann, DAY, "12.00", PaymentMethod.CASH);

        assertThat(drawer(ann).isCounted()).isFalse();
        assertThat(drawer(ann).sinceCount()).isEqualTo(cad("12.00"));
        DrawerCount second = count(ann, DAY, "0.00", "32.00", "");

        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(drawer(ann).counts()).containsExactly(second, first);
        assertThat(drawer(ann).isCounted()).isTrue();
    }

    @Test
    void aDayWithoutReceiptsCanBeCounted() {
        Actor ann = cashier();

        DrawerCount count = count(ann, DAY, "75.00", "75.00", "");

        assertThat(count.expected()).isEqualTo(cad("75.00"));
        assertThat(drawer(ann).isCounted()).isTrue();
        assertThat(office.till().drawers(VIEWER, DAY))
                .extracting(DrawerDay::cashier)
                .contains(ann.name());
    }

    @Test
    void theSameKeyCountsOnce() {
        Actor ann = cashier();
        CountRequest request = counting(ann, DAY, "10.00", "10.00", "");
        DrawerCount first = office.till().count(request);

        assertThat(office.till().count(request)).isEqualTo(first);
        assertThat(office.till().count(VIEWER, request.key())).contains(first);
        assertThat(office.till().count(VIEWER, RequestKey.fresh())).isEmpty();
        assertThat(drawer(ann).counts()).hasSize(1);
        assertThatExceptionOfType(RequestKeyReusedException.class).isThrownBy(() -> office.till()
                .count(new CountRequest(
                        request.key(), ann, ann.name(), DAY, cad("11.00"), CountedCash.of(cad("11.00")), "")));
    }

    @Test
    void cashiersCountTheirOwnDrawerAndAdministratorsAny() {
        Actor ann = cashier();
        Actor bob = cashier();
        CountRequest others = new CountRequest(
                RequestKey.fresh(), bob, ann.name(), DAY, cad("0.00"), CountedCash.of(cad("0.00")), "");
        CountRequest admins = new CountRequest(
                RequestKey.fresh(), ADMIN, ann.name(), DAY, cad("0.00"), CountedCash.of(cad("0.00")), "");

        assertNeeds(Role.ADMIN, () -> office.till().count(others));
        assertNeeds(Role.CASHIER, () -> count(VIEWER, DAY, "0.00", "0.00", ""));
        assertThat(office.till().count(admins).countedBy()).isEqualTo(ADMIN.name());
        assertNeeds(Role.VIEW, () -> office.till().drawer(NOBODY, ann.name(), DAY));
        assertNeeds(Role.VIEW, () -> office.till().drawers(NOBODY, DAY));
    }

    @Test
    void tomorrowAndUnknownNotesAreRefused() {
        Actor ann = cashier();

        assertThatExceptionOfType(DateNotAllowedException.class)
                .isThrownBy(() -> count(ann, TODAY.plusDays(1), "0.00", "0.00", ""));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> office.till()
                        .count(new CountRequest(
                                RequestKey.fresh(),
                                ann,
                                ann.name(),
                                DAY,
                                cad("0.00"),
                                CountedCash.parse("7x1", CAD),
                                "why")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(InvalidInputException.Field.COUNT));
        assertThat(drawer(ann).counts()).isEmpty();
    }

    @Test
    void eachCountIsInTheAuditLog() {
        Actor ann = cashier();
        DrawerCount count = count(ann, DAY, "0.00", "0.00", "");

        assertThat(office.audit().entries(ADMIN, AuditQuery.everything().by(ann.name()), Page.first(5)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.operation()).isEqualTo(AuditOperation.COUNT_CASH);
                    assertThat(line.outcome()).isEqualTo(AuditOutcome.DONE);
                    assertThat(line.result().orElseThrow().number()).isEqualTo(count.number());
                });
    }

    @Test
    void oldRowsWithoutAUserAreInNoDrawer() {
        LocalDate day = LocalDate.of(2026, 1, 5);
        office.add(
                JournalRow.of(EntryKind.ON_ACCOUNT, "-6.00").student(student()).on(day));

        assertThat(office.till().drawers(VIEWER, day)).isEqualTo(List.of());
    }

    private DrawerDay drawer(Actor cashier) {
        return office.till().drawer(VIEWER, cashier.name(), DAY);
    }

    private long refusals(Actor actor) {
        return office.audit()
                .count(ADMIN, AuditQuery.everything().by(actor.name()).with(AuditOutcome.REFUSED));
    }

    /** Money of another method is never in a drawer. */
    @Test
    void otherMethodsAddNoCash() {
        Actor ann = cashier();
        pay(ann, DAY, "30.00", PaymentMethod.TRANSFER);

        assertThat(drawer(ann).moved()).isEqualTo(cad("0.00"));
        assertThat(drawer(ann).methods()).singleElement().satisfies(total -> assertThat(total.method())
                .isEqualTo(Optional.of(PaymentMethod.TRANSFER)));
    }
}
