package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.CorrectionRequests.cancel;
import static org.openadmin.fees.testkit.CorrectionRequests.voiding;
import static org.openadmin.fees.testkit.CorrectionRequests.waive;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.ChargedStudent;
import org.openadmin.fees.api.collection.ChargedStudents;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.collection.Tally;
import org.openadmin.fees.api.collection.UnknownFeeException;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.UnknownGroupValueException;

/** What {@link FeeCollection} promises. Each test has fees of its own. */
public abstract class FeeCollectionContract extends OfficeContract {

    @Test
    void eachChargeHasOneState() {
        String fee = "Lab of states";
        charge(student(), fee, "10.00");
        StudentNumber paid = student();
        pay(paid, "10.00", charge(paid, fee, "10.00"));
        StudentNumber waived = student();
        office.corrections().apply(waive(charge(waived, fee, "10.00")));
        StudentNumber reversed = student();
        office.corrections().apply(cancel(charge(reversed, fee, "10.00")));
        StudentNumber paidThenReversed = student();
        ChargeId charge = charge(paidThenReversed, fee, "10.00");
        pay(paidThenReversed, "10.00", charge);
        office.corrections().apply(cancel(charge));
        StudentNumber bounced = student();
        Receipt receipt = pay(bounced, "10.00", charge(bounced, fee, "10.00"));
        office.corrections().apply(voiding(receipt));

        Collected collected = fee(fee);

        assertThat(collected.charged()).isEqualTo(tally(6, "60.00"));
        assertThat(collected.of(ChargeState.OUTSTANDING)).isEqualTo(tally(2, "20.00"));
        assertThat(collected.of(ChargeState.PAID)).isEqualTo(tally(1, "10.00"));
        assertThat(collected.of(ChargeState.WAIVED)).isEqualTo(tally(1, "10.00"));
        assertThat(collected.of(ChargeState.REVERSED)).isEqualTo(tally(2, "20.00"));
        assertThat(collected.rate().orElseThrow()).isEqualByComparingTo("25.0");
    }

    @Test
    void aChargeSettledWithCreditIsPaid() {
        StudentNumber student = student();
        pay(student, "7.00");
        pay(student, "3.00", charge(student, "Paid with credit", "10.00"));

        assertThat(fee("Paid with credit").of(ChargeState.PAID)).isEqualTo(tally(1, "10.00"));
    }

    @Test
    void taxesCount() {
        charge(student(), "Taxed trip", "10.00", "GST");

        assertThat(fee("Taxed trip").charged().sum()).isEqualTo(cad("10.50"));
    }

    @Test
    void anOldChargeWhoseSettlingRowIsGoneIsPaid() {
        office.add(JournalRow.charge("Settled by nothing", "5.00")
                .student(student())
                .on(DAY)
                .settledBy(2_000_000));

        assertThat(fee("Settled by nothing").of(ChargeState.PAID)).isEqualTo(tally(1, "5.00"));
    }

    @Test
    void chargesWithoutAStudentAreLeftOut() {
        office.add(JournalRow.charge("Nobody’s fee", "5.00").on(DAY));

        assertThat(fees(CollectionPeriod.always()).lines())
                .extracting(CollectionLine::name)
                .doesNotContain("Nobody’s fee");
        refusal(UnknownFeeException.class, () -> groups("Nobody’s fee", GroupKind.GRADE, GroupDay.CHARGE));
    }

    @Test
    void namesAreComparedAsInAnAssessment() {
        charge(student(), "Excursion d'été", "1.00");
        charge(student(), "EXCURSION D'ETE", "2.00");

        assertThat(fee("EXCURSION D'ETE").charged()).isEqualTo(tally(2, "3.00"));
        CollectionReport groups = groups(" excursion d'Été ", GroupKind.GRADE, GroupDay.CHARGE);
        assertThat(groups.fee()).contains("EXCURSION D'ETE");
        assertThat(groups.total()).isEqualTo(fee("EXCURSION D'ETE"));
    }

    @Test
    void chargesCountByTheirOwnDate() {
        StudentNumber student = student();
        String fee = "Yearly";
        office.add(JournalRow.charge(fee, "1.00").student(student).on(LocalDate.of(2025, 8, 31)));
        office.add(JournalRow.charge(fee, "2.00").student(student).on(LocalDate.of(2025, 9, 1)));
        office.add(JournalRow.charge(fee, "4.00").student(student).on(LocalDate.of(2026, 8, 31)));
        office.add(JournalRow.charge(fee, "8.00").student(student).on(LocalDate.of(2026, 9, 1)));
        office.add(JournalRow.charge(fee, "16.00").student(student));
        office.add(JournalRow.charge(fee, "32.00").student(student).onImpossible("2025-10-00"));

        CollectionPeriod year = CollectionPeriod.schoolYear(LocalDate.of(2026, 1, 15));
        assertThat(fee(fee, year).charged()).isEqualTo(tally(2, "6.00"));
        assertThat(fee(fee, CollectionPeriod.always()).charged()).isEqualTo(tally(6, "63.00"));
        assertThat(fee(fee, new CollectionPeriod(Optional.of(LocalDate.of(2026, 9, 1)), Optional.empty()))
                        .charged())
                .isEqualTo(tally(1, "8.00"));
        assertThat(fee(fee, new CollectionPeriod(Optional.empty(), Optional.of(LocalDate.of(2025, 8, 31))))
                        .charged())
                .isEqualTo(tally(1, "1.00"));
        CollectionQuery query = new CollectionQuery(fee, GroupKind.GRADE, GroupDay.CHARGE, year);
        assertThat(office.collection().groups(VIEWER, query).total()).isEqualTo(fee(fee, year));
    }

    @Test
    void feesAndGroupsAreInTheirNaturalOrderAndTheOneWithoutANameIsLast() {
        String fee = "Sorted";
        for (String homeroom : List.of("10A", "9B", "", "9A")) {
            charge(student("Roy", "Léa", "9", homeroom), fee, "1.00");
        }

        assertThat(groups(fee, GroupKind.HOMEROOM, GroupDay.CHARGE).lines())
                .extracting(CollectionLine::name)
                .containsExactly("9A", "9B", "10A", "");
        charge(student(), "Bus 10", "1.00");
        charge(student(), "Bus 9", "1.00");
        assertThat(fees(CollectionPeriod.always()).lines())
                .extracting(CollectionLine::name)
                .containsSubsequence("Bus 9", "Bus 10", "Sorted");
    }

    @Test
    void groupsAreThoseOfTheDayOfTheChargeOrOfToday() {
        String fee = "Moved";
        StudentNumber moved = student("Roy", "Léa", "9", "9A");
        StudentNumber gone = student("Roy", "Zoé", "9", "9A");
        StudentNumber left = student("Roy", "Max", "9", "9A");
        List.of(moved, gone, left).forEach(student -> charge(student, fee, "5.00"));
        office.enrol(Kit.student(moved.value(), "Roy", "Léa", "10", "10B"));
        office.remove(gone);
        withdraw(left, "Max");

        assertThat(groups(fee, GroupKind.HOMEROOM, GroupDay.CHARGE).lines())
                .extracting(CollectionLine::name)
                .containsExactly("9A");
        List<CollectionLine> today =
                groups(fee, GroupKind.HOMEROOM, GroupDay.TODAY).lines();
        assertThat(today).extracting(CollectionLine::name).containsExactly("10B", "");
        assertThat(today.get(1).collected().charged()).isEqualTo(tally(2, "10.00"));
        assertThat(groups(fee, GroupKind.GRADE, GroupDay.TODAY).lines().get(0).name())
                .isEqualTo("10");
        List<ChargedStudent> nowhere = students(fee, GroupDay.TODAY, "").students();
        assertThat(nowhere).extracting(each -> each.student().name()).containsExactly("Roy, Max", "Roy, Zoé");
        assertThat(nowhere).allMatch(each -> each.student().homeroom().isEmpty());
    }

    @Test
    void anOldChargeHasTheGroupOfToday() {
        StudentNumber student = student("Roy", "Léa", "9", "9C");
        office.add(JournalRow.charge("Old fee", "5.00").student(student));
        office.add(JournalRow.charge("Old fee", "5.00").student(STRANGER));

        assertThat(groups("Old fee", GroupKind.HOMEROOM, GroupDay.CHARGE).lines())
                .extracting(CollectionLine::name)
                .containsExactly("9C", "");
        assertThat(students("Old fee", GroupDay.CHARGE, "9C").students())
                .extracting(each -> each.student().name())
                .containsExactly("Roy, Léa");
    }

    @Test
    void studentsAreListedOnceAndByName() {
        String fee = "Listed";
        StudentNumber roy = student("Roy", "Léa", "9", "9A");
        StudentNumber aube = student("Aubé", "Max", "9", "9A");
        StudentNumber other = student("Aubé", "Zoé", "9", "9B");
        pay(roy, "5.00", charge(roy, fee, "5.00"));
        charge(aube, fee, "5.00");
        charge(roy, DAY.plusDays(60), fee, "6.00");
        charge(other, fee, "5.00");

        ChargedStudents listed = students(fee, GroupDay.CHARGE, "9a");

        assertThat(listed.fee()).isEqualTo(fee);
        assertThat(listed.group()).contains("9A");
        assertThat(listed.students())
                .extracting(each -> each.student().number())
                .containsExactly(aube, roy);
        assertThat(listed.students().get(1).collected().charged()).isEqualTo(tally(2, "11.00"));
        assertThat(listed.students().get(1).collected().isSettled()).isFalse();
        ChargedStudents all = office.collection().students(VIEWER, query(fee, GroupDay.CHARGE), Optional.empty());
        assertThat(all.group()).isEmpty();
        assertThat(all.students()).extracting(each -> each.student().number()).containsExactly(aube, other, roy);
    }

    @Test
    void aStudentWhoMovedIsInBothHomeroomsWithTheChargesOfEach() {
        String fee = "Twice";
        StudentNumber student = student("Roy", "Léa", "9", "9A");
        charge(student, fee, "5.00");
        office.enrol(Kit.student(student.value(), "Roy", "Léa", "9", "9B"));
        charge(student, DAY.plusDays(90), fee, "6.00");

        assertThat(only(fee, "9A").collected().charged()).isEqualTo(tally(1, "5.00"));
        assertThat(only(fee, "9B").collected().charged()).isEqualTo(tally(1, "6.00"));
        List<ChargedStudent> all = office.collection()
                .students(VIEWER, query(fee, GroupDay.CHARGE), Optional.empty())
                .students();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).student().homeroom()).isEqualTo("9B");
    }

    @Test
    void aHomeroomThatWasNotChargedIsEmptyAndAnUnknownOneIsRefused() {
        charge(student("Roy", "Léa", "9", "9A"), "Where", "5.00");
        student("Roy", "Zoé", "9", "12F");

        assertThat(students("Where", GroupDay.CHARGE, "12f").students()).isEmpty();
        assertThat(students("Where", GroupDay.CHARGE, "").students()).isEmpty();
        UnknownGroupValueException unknown =
                refusal(UnknownGroupValueException.class, () -> students("Where", GroupDay.CHARGE, "13Q"));
        assertThat(unknown.kind()).isEqualTo(GroupKind.HOMEROOM);
        assertThat(unknown.values()).containsExactly("13Q");
    }

    @Test
    void anUnknownFeeNamesTheNearest() {
        charge(student(), "Woodwork", "5.00");
        charge(student(), "Woodwork, part 2", "5.00");

        UnknownFeeException unknown =
                refusal(UnknownFeeException.class, () -> groups("woodwrok", GroupKind.GRADE, GroupDay.CHARGE));

        assertThat(unknown.fee()).isEqualTo("woodwrok");
        assertThat(unknown.nearest()).hasSize(3).startsWith("Woodwork", "Woodwork, part 2");
    }

    @Test
    void aPredefinedFeeThatNobodyWasChargedIsEmpty() {
        office.catalogue()
                .add(new AddRequest(RequestKey.fresh(), CLERK, Kit.fee("Yearbook 2031", "5.00"), Optional.empty()));

        CollectionReport groups = groups("yearbook 2031", GroupKind.GRADE, GroupDay.CHARGE);

        assertThat(groups.fee()).contains("Yearbook 2031");
        assertThat(groups.lines()).isEmpty();
        assertThat(groups.total()).isEqualTo(Collected.nothing(cad("0.00")));
        assertThat(groups.total().rate()).isEmpty();
    }

    @Test
    void whateverHappensTheStatesAddUpToWhatWasChargedInEveryGroup() {
        Random random = new Random(11);
        String fee = "Random fee";
        Money charged = cad("0.00");
        List<ChargeId> charges = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            StudentNumber student = student("Roy", "Léa " + i, "" + (9 + random.nextInt(3)), "H" + random.nextInt(4));
            String amount = (1 + random.nextInt(50)) + ".0" + random.nextInt(10);
            ChargeId charge = charge(student, fee, amount);
            charges.add(charge);
            charged = charged.plus(cad(amount));
            switch (random.nextInt(5)) {
                case 0 -> office.corrections().apply(waive(charge));
                case 1 -> office.corrections().apply(cancel(charge));
                case 2 -> office.corrections().apply(voiding(pay(student, amount, charge)));
                case 3 -> pay(student, amount, charge);
                default -> pay(student, "0.01");
            }
        }

        Collected total = fee(fee);

        assertThat(total.charged()).isEqualTo(new Tally(charges.size(), charged));
        for (GroupDay day : GroupDay.values()) {
            for (GroupKind kind : List.of(GroupKind.HOMEROOM, GroupKind.GRADE)) {
                CollectionReport groups = groups(fee, kind, day);
                assertThat(groups.total()).isEqualTo(total);
                for (CollectionLine line : groups.lines()) {
                    CollectionQuery query = new CollectionQuery(fee, kind, day, CollectionPeriod.always());
                    assertThat(office.collection().students(VIEWER, query, Optional.of(line.name())).students().stream()
                                    .map(ChargedStudent::collected)
                                    .reduce(Collected.nothing(cad("0.00")), Collected::plus))
                            .isEqualTo(line.collected());
                }
            }
        }
    }

    @Test
    void everyFeesRoleMayRead() {
        charge(student(), "Readable", "5.00");

        assertNeeds(Role.VIEW, () -> office.collection().fees(NOBODY, CollectionPeriod.always()));
        assertNeeds(Role.VIEW, () -> office.collection().groups(NOBODY, query("Readable", GroupDay.CHARGE)));
        assertNeeds(Role.VIEW, () -> office.collection()
                .students(NOBODY, query("Readable", GroupDay.CHARGE), Optional.empty()));
        office.collection().groups(Kit.CASHIER, query("Readable", GroupDay.CHARGE));
    }

    private void withdraw(StudentNumber number, String firstname) {
        Student active = Kit.student(number.value(), "Roy", firstname, "9", "9A");
        office.enrol(new Student(
                number,
                active.lastname(),
                active.firstname(),
                active.initial(),
                active.grade(),
                active.homeroom(),
                false,
                active.guardian(),
                active.address(),
                active.email()));
    }

    private static CollectionQuery query(String fee, GroupDay day) {
        return new CollectionQuery(fee, GroupKind.HOMEROOM, day, CollectionPeriod.always());
    }

    private CollectionReport fees(CollectionPeriod period) {
        return office.collection().fees(VIEWER, period);
    }

    private Collected fee(String name) {
        return fee(name, CollectionPeriod.always());
    }

    private Collected fee(String name, CollectionPeriod period) {
        return fees(period).lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow()
                .collected();
    }

    private CollectionReport groups(String fee, GroupKind by, GroupDay day) {
        return office.collection().groups(VIEWER, new CollectionQuery(fee, by, day, CollectionPeriod.always()));
    }

    private ChargedStudents students(String fee, GroupDay day, String homeroom) {
        return office.collection().students(VIEWER, query(fee, day), Optional.of(homeroom));
    }

    private ChargedStudent only(String fee, String homeroom) {
        List<ChargedStudent> students = students(fee, GroupDay.CHARGE, homeroom).students();
        assertThat(students).hasSize(1);
        return students.get(0);
    }

    private static Tally tally(int number, String sum) {
        return new Tally(number, cad(sum));
    }
}
