package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** What {@link Journal} promises. */
public abstract class JournalContract extends OfficeContract {

    @Test
    void aPaymentIsDescribedByTheFeesThatItPaid() {
        StudentNumber student = student();
        long trip = office.add(JournalRow.charge("Trip", "30.00").student(student));
        long bus = office.add(JournalRow.charge("Bus", "5.00").student(student));
        JournalRow payment = JournalRow.payment(511, "35.00", trip, bus);
        JournalRow own = JournalRow.payment(512, "1.00", trip).about("Cash 2004");
        office.add(payment.student(student));
        office.add(own.student(student));
        JournalQuery query = JournalQuery.everything().ofStudent(student);

        List<JournalEntry> listed = new ArrayList<>();
        office.journal().forEach(VIEWER, query, listed::add);

        assertThat(listed).isEqualTo(entries(query));
        assertThat(listed)
                .filteredOn(row -> row.kind().isReceipt())
                .extracting(JournalEntry::description)
                .containsExactlyInAnyOrder("Trip, Bus", "Cash 2004");
        assertThat(office.statements()
                        .lines(VIEWER, AccountPeriod.all(student), Page.first(10))
                        .lines())
                .extracting(line -> line.entry().description())
                .contains("Trip, Bus", "Cash 2004");
    }

    @Test
    void aRowHasEverythingThatWasRecorded() {
        StudentNumber student = student();
        StudentSnapshot then = new StudentSnapshot(student, "Former, Name", "7", "7C");
        Instant at = Instant.parse("2025-03-04T05:06:07.089Z");
        long charge = office.add(JournalRow.of(EntryKind.CHARGE, "31.50")
                .student(then)
                .on(DAY)
                .named("Trip")
                .about("To the zoo")
                .subtotal(cad("30.00"))
                .tax(new Tax("GST", cad("1.50")))
                .batch(new BatchNumber(77))
                .recorded("anna", Optional.of(at)));

        assertThat(entries(JournalQuery.everything().ofStudent(student)))
                .containsExactly(new JournalEntry(
                        charge,
                        EntryKind.CHARGE,
                        Optional.of(then),
                        Optional.of(DAY),
                        Optional.of(DAY),
                        "Trip",
                        "To the zoo",
                        Optional.of(cad("30.00")),
                        List.of(new Tax("GST", cad("1.50"))),
                        cad("31.50"),
                        OptionalLong.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.of(new BatchNumber(77)),
                        Optional.empty(),
                        "",
                        Optional.of(at),
                        "anna",
                        "",
                        false));
    }

    @Test
    void aPaymentHasItsReceiptAndTheRowThatVoidedIt() {
        StudentNumber student = student();
        long payment = office.add(
                JournalRow.payment(501, "5.00").student(student).on(DAY).by(PaymentMethod.CARD, "77"));
        long voiding = office.add(
                JournalRow.of(EntryKind.VOID, "5.00").student(student).on(DAY).reverses(payment));

        JournalEntry row = row(student, payment);

        assertThat(row.receipt()).contains(new ReceiptNumber(501));
        assertThat(row.voidedBy()).isEqualTo(OptionalLong.of(voiding));
        assertThat(row.method()).contains(PaymentMethod.CARD);
        assertThat(row.reference()).isEqualTo("77");
        assertThat(row.settledBy()).isEmpty();
        assertThat(row(student, voiding).reverses()).isEqualTo(OptionalLong.of(payment));
        assertThat(row(student, voiding).receipt()).isEmpty();
    }

    @Test
    void anOldRowHasTheStudentOfTodayAndNothingElse() {
        StudentNumber student = student();
        long old = office.add(JournalRow.of(EntryKind.OTHER, "2.00").student(student));

        JournalEntry row = row(student, old);

        assertThat(row.kind()).isEqualTo(EntryKind.OTHER);
        assertThat(row.student()).contains(new StudentSnapshot(student, "Tremblay, Inès", "9", "9A"));
        assertThat(row.date()).isEmpty();
        assertThat(row.recordedAt()).isEmpty();
        assertThat(row.recordedBy()).isEmpty();
        assertThat(row.name()).isEmpty();
        assertThat(row.taxes()).isEmpty();
    }

    @Test
    void aDateThatDoesNotExistIsGivenAsItIsStored() {
        StudentNumber student = student();
        for (String day : List.of("2024-10-00", "2024-00-00")) {
            long old = office.add(
                    JournalRow.charge("Lab fee", "2.00").student(student).onImpossible(day));

            JournalEntry row = row(student, old);

            assertThat(row.date()).isEmpty();
            assertThat(row.impossibleDate()).isEqualTo(day);
            assertThat(row.dateText(LocalDate::toString, "none")).isEqualTo(day);
        }
        long undated = office.add(JournalRow.charge("Lab fee", "2.00").student(student));
        assertThat(row(student, undated).dateText(LocalDate::toString, "none")).isEqualTo("none");
    }

    @Test
    void rowsAreFilteredByDatesBothIncluded() {
        StudentNumber student = student();
        office.add(JournalRow.charge("Undated", "1.00").student(student));
        office.add(JournalRow.charge("Before", "1.00").student(student).on(DAY.minusDays(1)));
        long first =
                office.add(JournalRow.charge("First", "1.00").student(student).on(DAY));
        long last =
                office.add(JournalRow.charge("Last", "1.00").student(student).on(DAY.plusDays(2)));
        office.add(JournalRow.charge("After", "1.00").student(student).on(DAY.plusDays(3)));

        assertThat(ids(JournalQuery.everything().ofStudent(student).between(DAY, DAY.plusDays(2))))
                .containsExactly(last, first);
    }

    @Test
    void rowsAreFilteredByKindBatchAndOutstanding() {
        StudentNumber student = student();
        BatchNumber batch = new BatchNumber(4_711);
        long charge = office.add(
                JournalRow.charge("Trip", "1.00").student(student).on(DAY).batch(batch));
        long settled = office.add(JournalRow.charge("Bus", "1.00")
                .student(student)
                .on(DAY)
                .batch(batch)
                .settledBy(charge));
        long payment = office.add(JournalRow.payment(1, "1.00").student(student).on(DAY));
        long refund = office.add(
                JournalRow.of(EntryKind.REFUND, "1.00").student(student).on(DAY));

        assertThat(ids(query(student, Set.of(EntryKind.ON_ACCOUNT, EntryKind.REFUND), Optional.empty(), false)))
                .containsExactly(refund, payment);
        assertThat(ids(query(student, Set.of(), Optional.of(batch), false))).containsExactly(settled, charge);
        assertThat(ids(query(student, Set.of(), Optional.empty(), true))).containsExactly(charge);
        assertThat(ids(query(student, Set.of(EntryKind.REFUND), Optional.empty(), true)))
                .isEmpty();
    }

    @Test
    void everythingIsNewestFirst() {
        StudentNumber student = student();
        long later =
                office.add(JournalRow.charge("Later", "1.00").student(student).on(DAY.plusDays(1)));
        long first =
                office.add(JournalRow.charge("First", "1.00").student(student).on(DAY));
        long second =
                office.add(JournalRow.charge("Second", "1.00").student(student).on(DAY));
        long undated = office.add(JournalRow.charge("Undated", "1.00").student(student));

        assertThat(ids(JournalQuery.everything().ofStudent(student))).containsExactly(later, second, first, undated);
        assertThat(ids(JournalQuery.everything().ofStudent(student).orderedBy(Order.DATE, true)))
                .containsExactly(undated, first, second, later);
    }

    @Test
    void rowsAreSortedByStudentAndByAmountAndThenByNumber() {
        BatchNumber batch = new BatchNumber(4_712);
        StudentNumber one = student();
        StudentNumber two = student();
        long a = office.add(JournalRow.charge("A", "2.00").student(two).on(DAY).batch(batch));
        long b = office.add(JournalRow.charge("B", "3.00").student(one).on(DAY).batch(batch));
        long c = office.add(JournalRow.charge("C", "2.00").student(one).on(DAY).batch(batch));
        long d = office.add(
                JournalRow.of(EntryKind.OTHER, "-5.00").student(two).on(DAY).batch(batch));
        JournalQuery rows = new JournalQuery(
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.of(batch),
                false,
                Order.STUDENT,
                true);

        assertThat(ids(rows)).containsExactly(b, c, a, d);
        assertThat(ids(rows.orderedBy(Order.STUDENT, false))).containsExactly(d, a, c, b);
        assertThat(ids(rows.orderedBy(Order.AMOUNT, true))).containsExactly(d, a, c, b);
        assertThat(ids(rows.orderedBy(Order.AMOUNT, false))).containsExactly(b, c, a, d);
    }

    @Test
    void aPageIsAPartOfTheList() {
        StudentNumber student = student();
        List<Long> rows = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            rows.add(office.add(
                    JournalRow.charge("Fee " + i, "1.00").student(student).on(DAY)));
        }
        JournalQuery query = JournalQuery.everything().ofStudent(student).orderedBy(Order.DATE, true);
        Page first = Page.first(3);

        assertThat(ids(query, first)).isEqualTo(rows.subList(0, 3));
        assertThat(ids(query, first.next())).isEqualTo(rows.subList(3, 6));
        assertThat(ids(query, first.next().next())).isEqualTo(rows.subList(6, 7));
        assertThat(ids(query, first.next().next().next())).isEmpty();
    }

    @Test
    void totalsAreSplitIntoChargedReceivedAndCorrected() {
        StudentNumber student = student();
        office.add(JournalRow.charge("Trip", "30.00").student(student).on(DAY));
        office.add(JournalRow.charge("Undated", "8.00").student(student));
        office.add(JournalRow.payment(1, "20.00").student(student).on(DAY));
        office.add(JournalRow.payment(2, "5.00", 1).student(student).on(DAY));
        office.add(JournalRow.of(EntryKind.VOID, "5.00").student(student).on(DAY));
        office.add(JournalRow.of(EntryKind.WAIVER, "-1.00").student(student).on(DAY));
        office.add(JournalRow.of(EntryKind.OTHER, "0.50").student(student).on(DAY));
        JournalQuery all = JournalQuery.everything().ofStudent(student);

        assertThat(office.journal().totals(VIEWER, all))
                .isEqualTo(new JournalTotals(7, cad("38.00"), cad("-25.00"), cad("4.50"), cad("17.50")));
        assertThat(office.journal().totals(VIEWER, all.between(DAY, DAY)).charged())
                .isEqualTo(cad("30.00"));
        assertThat(office.journal().totals(VIEWER, all.between(DAY.plusDays(1), DAY.plusDays(1))))
                .isEqualTo(new JournalTotals(0, cad("0.00"), cad("0.00"), cad("0.00"), cad("0.00")));
    }

    @Test
    void everyRowIsPassedOnInTheOrderOfTheQuery() {
        StudentNumber student = student();
        for (int i = 0; i < 5; i++) {
            office.add(JournalRow.charge("Fee " + i, i + ".50").student(student).on(DAY.minusDays(i)));
        }
        for (JournalQuery query : List.of(
                JournalQuery.everything().ofStudent(student),
                JournalQuery.everything().ofStudent(student).orderedBy(Order.AMOUNT, false))) {
            List<JournalEntry> passed = new ArrayList<>();
            office.journal().forEach(VIEWER, query, passed::add);
            assertThat(passed).hasSize(5).isEqualTo(entries(query));
        }
    }

    @Test
    void aRowWithoutAStudentIsShownToo() {
        long row = office.add(
                JournalRow.of(EntryKind.OTHER, "1.00").named("Damaged").on(DAY.plusYears(50)));

        assertThat(entries(JournalQuery.everything().between(DAY.plusYears(50), DAY.plusYears(50))))
                .extracting(JournalEntry::id, JournalEntry::student)
                .containsExactly(tuple(row, Optional.empty()));
    }

    @Test
    void anyRoleReads() {
        JournalQuery all = JournalQuery.everything();

        assertNeeds(Role.VIEW, () -> office.journal().entries(NOBODY, all, Page.first(1)));
        assertNeeds(Role.VIEW, () -> office.journal().totals(NOBODY, all));
        assertNeeds(Role.VIEW, () -> office.journal().forEach(NOBODY, all, each -> {}));
    }

    private static JournalQuery query(
            StudentNumber student, Set<EntryKind> kinds, Optional<BatchNumber> batch, boolean outstandingOnly) {
        return new JournalQuery(
                Optional.empty(),
                Optional.empty(),
                kinds,
                Optional.of(student),
                batch,
                outstandingOnly,
                Order.DATE,
                false);
    }

    private List<JournalEntry> entries(JournalQuery query) {
        return office.journal().entries(VIEWER, query, Page.first(100));
    }

    private List<Long> ids(JournalQuery query) {
        return ids(query, Page.first(100));
    }

    private List<Long> ids(JournalQuery query, Page page) {
        return office.journal().entries(VIEWER, query, page).stream()
                .map(JournalEntry::id)
                .toList();
    }

    @Test
    void theReasonOfAWaiverIsForThoseWhoMayWaive() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        office.corrections().apply(CorrectionRequests.waive(trip));
        ChargeId bus = charge(student, "Bus", "5.00");
        office.corrections().apply(CorrectionRequests.cancel(bus));
        JournalQuery query = JournalQuery.everything().ofStudent(student).orderedBy(JournalQuery.Order.DATE, true);

        for (Actor reader : List.of(VIEWER, CASHIER, CLERK)) {
            String reason = reader == CLERK ? "Bursary" : "";
            List<JournalEntry> listed = new ArrayList<>();
            office.journal().forEach(reader, query, listed::add);

            assertThat(listed).isEqualTo(office.journal().entries(reader, query, Page.first(10)));
            assertThat(listed)
                    .filteredOn(row -> row.kind() == EntryKind.WAIVER)
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.description()).isEqualTo(reason);
                        assertThat(row.total()).isEqualTo(cad("-30.00"));
                    });
            assertThat(listed)
                    .filteredOn(row -> row.kind() == EntryKind.REVERSAL)
                    .extracting(JournalEntry::description)
                    .containsExactly("Mistake");
        }
    }
}
