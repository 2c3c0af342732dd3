package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;

/** What {@link Journal#forEach(org.openadmin.fees.api.Actor, YearMonth, java.util.function.Consumer)} promises. */
public abstract class MonthRowsContract extends OfficeContract {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final LocalDate EARLY = AUGUST.atDay(20);
    private static final LocalDate LATE = AUGUST.atDay(25);

    private StudentNumber student;
    private ChargeId charge;

    @BeforeEach
    void charged() {
        student = student();
        charge = charge(student, EARLY, "Trip", "30.00");
    }

    private Receipt pay(LocalDate date) {
        return office.cashier().receive(DatedRequests.paying(student, date, "30.00", PaymentMethod.CHEQUE, charge));
    }

    private List<JournalEntry> rows(YearMonth month) {
        List<JournalEntry> rows = new ArrayList<>();
        office.journal().forEach(VIEWER, month, rows::add);
        return rows.stream()
                .filter(row -> row.student().orElseThrow().number().equals(student))
                .toList();
    }

    private OptionalLong settledBy() {
        return rows(AUGUST).stream()
                .filter(row -> row.id() == charge.value())
                .findFirst()
                .orElseThrow()
                .settledBy();
    }

    private OptionalLong newestRow(EntryKind kind) {
        return OptionalLong.of(rows(student).stream()
                .filter(row -> row.kind() == kind)
                .mapToLong(JournalEntry::id)
                .max()
                .orElseThrow());
    }

    @Test
    void theRowsOfAMonthAreThoseThatAreDatedInItByDateAndNumber() {
        pay(LATE);
        charge(student, LATE, "Bus", "5.00");
        charge(student, DAY, "Not in August", "1.00");
        JournalQuery dated = JournalQuery.everything()
                .ofStudent(student)
                .between(AUGUST.atDay(1), AUGUST.atEndOfMonth())
                .orderedBy(JournalQuery.Order.DATE, true);

        assertThat(rows(AUGUST)).hasSize(3).isEqualTo(office.journal().entries(VIEWER, dated, Page.first(10)));
    }

    @Test
    void aChargeHasThePaymentOfItsMonth() {
        pay(LATE);

        assertThat(settledBy()).isEqualTo(newestRow(EntryKind.PAYMENT));
    }

    @Test
    void whatIsPaidInTheNextMonthWasOutstanding() {
        pay(DAY);

        assertThat(settledBy()).isEmpty();
    }

    @Test
    void aPaymentThatIsVoidedInTheNextMonthHadSettledItsCharge() {
        Receipt receipt = pay(LATE);
        OptionalLong payment = newestRow(EntryKind.PAYMENT);
        office.corrections().apply(DatedRequests.voiding(receipt.number(), DAY));
        assertThat(settledBy()).isEqualTo(payment);

        pay(DAY.plusDays(1));

        assertThat(settledBy()).isEqualTo(payment);
    }

    @Test
    void aPaymentThatIsVoidedInItsMonthHadNotSettledItsCharge() {
        Receipt receipt = pay(EARLY);
        office.corrections().apply(DatedRequests.voiding(receipt.number(), LATE));

        assertThat(settledBy()).isEmpty();
    }

    @Test
    void aPaidChargeThatIsReversedInTheNextMonthHadBeenPaid() {
        pay(LATE);
        OptionalLong payment = newestRow(EntryKind.PAYMENT);
        office.corrections().apply(DatedRequests.cancel(charge, DAY));

        assertThat(settledBy()).isEqualTo(payment);
    }

    @Test
    void aChargeHasTheReversalOrWaiverOfItsMonth() {
        office.corrections().apply(DatedRequests.waive(charge, LATE));

        assertThat(settledBy()).isEqualTo(newestRow(EntryKind.WAIVER));
        assertThat(rows(AUGUST))
                .as("the reason is confidential")
                .filteredOn(row -> row.kind() == EntryKind.WAIVER)
                .extracting(JournalEntry::description)
                .containsExactly("");
        List<String> reasons = new ArrayList<>();
        office.journal().forEach(CLERK, AUGUST, row -> reasons.add(row.description()));
        assertThat(reasons).contains("Bursary");
    }

    @Test
    void theRowsOfAMonthThatIsOverDoNotChangeWithWhatIsDatedLater() {
        Receipt receipt = pay(LATE);
        charge(student, LATE, "Bus", "5.00");
        List<JournalEntry> before = withoutVoids(rows(AUGUST));

        office.corrections().apply(DatedRequests.returning(receipt.number(), DAY, "25.00"));
        pay(DAY);
        office.corrections().apply(DatedRequests.cancel(charge, DAY));

        assertThat(withoutVoids(rows(AUGUST))).isEqualTo(before);
    }

    /** The row of a payment also shows whether it was voided or returned later. */
    private static List<JournalEntry> withoutVoids(List<JournalEntry> rows) {
        return rows.stream()
                .map(row -> JournalRow.copyOf(row).voidedBy(0).returned(false).at(row.id()))
                .toList();
    }

    @Test
    void anyRoleReads() {
        assertNeeds(Role.VIEW, () -> office.journal().forEach(NOBODY, AUGUST, each -> {}));
    }
}
