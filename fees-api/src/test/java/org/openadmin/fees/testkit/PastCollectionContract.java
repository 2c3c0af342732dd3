package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectedThen;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.GroupKind;

/** What {@link FeeCollection} promises of past days. */
public abstract class PastCollectionContract extends OfficeContract {

    private static final LocalDate CHARGED = LocalDate.of(2026, 8, 20);
    private static final LocalDate PAID = LocalDate.of(2026, 8, 25);
    private static final LocalDate LATER = DAY;

    private static CollectionPeriod asOf(LocalDate day) {
        return CollectionPeriod.always().asOf(Optional.of(day));
    }

    /** The state of the only charge of a fee, in all three ways in which it can be read. */
    private ChargeState state(String fee, LocalDate day) {
        CollectionQuery query = new CollectionQuery(fee, GroupKind.HOMEROOM, GroupDay.CHARGE, asOf(day));
        Collected group =
                office.collection().groups(VIEWER, query).lines().get(0).collected();
        assertThat(office.collection()
                        .students(VIEWER, query, Optional.empty())
                        .students()
                        .get(0)
                        .collected())
                .isEqualTo(group);
        assertThat(office.collection().fees(VIEWER, asOf(day)).lines())
                .filteredOn(line -> line.name().equals(fee))
                .singleElement()
                .satisfies(line -> assertThat(line.collected()).isEqualTo(group));
        assertThat(group.charged().number()).isEqualTo(1);
        for (ChargeState state : ChargeState.values()) {
            if (group.of(state).number() == 1) {
                return state;
            }
        }
        throw new AssertionError("no state");
    }

    private Receipt pay(StudentNumber student, LocalDate date, String amount, ChargeId... charges) {
        return office.cashier().receive(DatedRequests.paying(student, date, amount, PaymentMethod.CHEQUE, charges));
    }

    @Test
    void aPaidChargeWasOutstandingBeforeAndAfterItsPaymentWasVoided() {
        StudentNumber student = student();
        ChargeId charge = charge(student, CHARGED, "Past 1", "30.00");
        Receipt receipt = pay(student, PAID, "30.00", charge);
        office.corrections().apply(DatedRequests.voiding(receipt.number(), LATER));
        pay(student, LATER.plusDays(3), "30.00", charge);

        assertThat(state("Past 1", PAID.minusDays(1))).isEqualTo(ChargeState.OUTSTANDING);
        assertThat(state("Past 1", PAID)).isEqualTo(ChargeState.PAID);
        assertThat(state("Past 1", LATER.minusDays(1))).isEqualTo(ChargeState.PAID);
        assertThat(state("Past 1", LATER)).isEqualTo(ChargeState.OUTSTANDING);
        assertThat(state("Past 1", LATER.plusDays(3))).isEqualTo(ChargeState.PAID);
    }

    @Test
    void aChargeThatWasReversedAfterItWasPaidWasPaidUntilThen() {
        StudentNumber student = student();
        ChargeId charge = charge(student, CHARGED, "Past 2", "30.00");
        pay(student, PAID, "30.00", charge);
        office.corrections().apply(DatedRequests.cancel(charge, LATER));

        assertThat(state("Past 2", LATER.minusDays(1))).isEqualTo(ChargeState.PAID);
        assertThat(state("Past 2", LATER)).isEqualTo(ChargeState.REVERSED);
    }

    @Test
    void aWaivedChargeWasOutstandingBefore() {
        ChargeId charge = charge(student(), CHARGED, "Past 3", "30.00");
        office.corrections().apply(DatedRequests.waive(charge, PAID));

        assertThat(state("Past 3", PAID.minusDays(1))).isEqualTo(ChargeState.OUTSTANDING);
        assertThat(state("Past 3", PAID)).isEqualTo(ChargeState.WAIVED);
    }

    @Test
    void aPaymentFromCreditThatIsOlderThanTheMoneySettlesOnceTheMoneyIsThere() {
        StudentNumber student = student();
        ChargeId charge = charge(student, CHARGED, "Past 4", "30.00");
        pay(student, LATER, "30.00");
        pay(student, PAID, "0.00", charge);

        assertThat(state("Past 4", PAID)).isEqualTo(ChargeState.OUTSTANDING);
        assertThat(state("Past 4", LATER)).isEqualTo(ChargeState.PAID);
    }

    @Test
    void aChargeOfALaterDateIsLeftOutAndAsOfTodayIsNow() {
        StudentNumber student = student();
        charge(student, LATER, "Past 5", "30.00");
        charge(student, TODAY.plusDays(5), "Past 5, announced", "30.00");

        assertThat(office.collection().fees(VIEWER, asOf(LATER.minusDays(1))).lines())
                .noneMatch(line -> line.name().startsWith("Past 5"));
        assertThat(office.collection().fees(VIEWER, asOf(LATER)).lines())
                .filteredOn(line -> line.name().startsWith("Past 5"))
                .hasSize(1);
        assertThat(office.collection().fees(VIEWER, asOf(TODAY)))
                .isEqualTo(office.collection().fees(VIEWER, CollectionPeriod.always()));
        assertThatThrownBy(() -> office.collection().fees(VIEWER, asOf(TODAY.plusDays(1))))
                .isInstanceOf(DateNotAllowedException.class);
    }

    @Test
    void theDatesOfTheChargesStillCount() {
        charge(student(), CHARGED, "Past 6", "30.00");
        charge(student(), PAID, "Past 6", "5.00");
        CollectionPeriod one =
                new CollectionPeriod(Optional.of(CHARGED), Optional.of(CHARGED)).asOf(Optional.of(LATER));

        assertThat(office.collection().fees(CLERK, one).lines())
                .filteredOn(line -> line.name().equals("Past 6"))
                .singleElement()
                .satisfies(line -> assertThat(line.collected().charged().sum()).isEqualTo(cad("30.00")));
    }

    @Test
    void whatIsOutstandingIsWhatTheAccountsTellOfTheDayAndTheStatesAddUp() {
        StudentNumber student = student();
        ChargeId paid = charge(student, CHARGED, "Past 7", "30.00");
        charge(student, PAID, "Past 8", "7.00");
        pay(student, LATER, "40.00", paid);
        for (LocalDate day = CHARGED.minusDays(1); !day.isAfter(TODAY); day = day.plusDays(1)) {
            requireTiedOut(office, day);
        }
    }

    /** In every line the states add up to what was charged, and what is outstanding is what all accounts owed. */
    static void requireTiedOut(Office office, LocalDate day) {
        CollectionReport report = office.collection().fees(VIEWER, asOf(day));
        report.lines().forEach(line -> {
            Collected all = line.collected();
            Money sum = cad("0.00");
            int number = 0;
            for (ChargeState state : ChargeState.values()) {
                sum = sum.plus(all.of(state).sum());
                number += all.of(state).number();
            }
            assertThat(sum)
                    .as(line.name() + " on " + day)
                    .isEqualTo(all.charged().sum());
            assertThat(number).isEqualTo(all.charged().number());
        });
        assertThat(report.total().of(ChargeState.OUTSTANDING).sum())
                .as("outstanding on " + day)
                .isEqualTo(office.accounts().balances(day).stream()
                        .map(PastBalance::account)
                        .map(account -> account.outstanding())
                        .reduce(cad("0.00"), Money::plus));
        report.known().ifPresent(known -> assertThat(
                        known.collected().of(ChargeState.OUTSTANDING).sum())
                .as("outstanding as known on " + day)
                .isEqualTo(office.accounts().balances(day).stream()
                        .map(PastBalance::known)
                        .map(account -> account.outstanding())
                        .reduce(cad("0.00"), Money::plus)));
        if (!report.lines().isEmpty()) {
            requireSameGroups(
                    office,
                    day,
                    report.lines().get(day.getDayOfYear() % report.lines().size()));
        }
    }

    /** The homerooms and the students of a fee add up to its line, also as it was known then. */
    private static void requireSameGroups(Office office, LocalDate day, CollectionLine line) {
        CollectionQuery query = new CollectionQuery(line.name(), GroupKind.HOMEROOM, GroupDay.CHARGE, asOf(day));
        CollectionReport groups = office.collection().groups(VIEWER, query);
        assertThat(groups.total()).as(line.name() + " on " + day).isEqualTo(line.collected());
        assertThat(groups.known()).as(line.name() + " as known on " + day).isEqualTo(line.known());
        assertThat(office.collection().students(VIEWER, query, Optional.empty()).known())
                .as("students of " + line.name() + " as known on " + day)
                .isEqualTo(line.known());
    }

    @Test
    void whatWasRecordedLaterIsToldApart() {
        StudentNumber student = student();
        ChargeId early = charge(student, CHARGED, "Past 9", "30.00");
        charge(student(), CHARGED, "Past 9", "4.00");
        pay(student, PAID, "30.00", early);

        CollectedThen known = line("Past 9", TODAY.minusDays(1)).known().orElseThrow();
        assertThat(known.changed()).as("everything was recorded today").isEqualTo(2);
        assertThat(known.collected()).isEqualTo(Collected.nothing(cad("0.00")));
        assertThat(line("Past 9", TODAY).known()).isEmpty();
    }

    @Test
    void aChargeThatWasSplitAtOnceIsNotToldApartBesideItsParts() {
        StudentNumber student = student();
        ChargeId charge = charge(student, CHARGED, "Past 10", "30.00");
        office.corrections().apply(new Split(RequestKey.fresh(), CLERK, charge, PartPlan.equal(2), CHARGED, ""));

        CollectedThen known = line("Past 10", TODAY.minusDays(1)).known().orElseThrow();
        assertThat(known.changed()).as("the parts").isEqualTo(2);
        assertThat(known.collected()).isEqualTo(Collected.nothing(cad("0.00")));
    }

    private CollectionLine line(String fee, LocalDate day) {
        return office.collection().fees(VIEWER, asOf(day)).lines().stream()
                .filter(line -> line.name().equals(fee))
                .findFirst()
                .orElseThrow();
    }
}
