package org.openadmin.fees.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts.SearchResult;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.journal.StoredClosings;
import org.openadmin.fees.internal.schema.LegacyDatabase;

/** The receipts of a school with old and new data: a voided one, a duplicate number, and payments that are not receipts. */
class ReceiptsDatabaseTest {

    private static final StudentNumber STUDENT = new StudentNumber(103);
    private static final String HOSTILE = "O'<b>%_ 😀";
    private static DatabaseOffice office;
    private static Receipt paid;
    private static Receipt bounced;
    private static List<Receipt> all;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(LegacyDatabase::load, 10);
        office.charge(STUDENT, "Trip", "30.00");
        office.charge(STUDENT, "Lab", "12.00", "GST");
        List<ChargeId> charges = office.owed(STUDENT);
        paid = office.cashier.receive(
                payment(STUDENT, "42.60", charges.get(charges.size() - 2), charges.get(charges.size() - 1)));
        bounced = office.cashier.receive(received(new StudentNumber(104), "7.00", HOSTILE));
        office.cashier.receive(received(new StudentNumber(104), "8.00", HOSTILE));
        String old =
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total, reverses_id, paid_id) VALUES ";
        office.administrator.execute(
                old + "(104, '2026-09-10', 'void', 'Void', 7.00, (SELECT p.id FROM fees_jrl p WHERE p.paid_id = "
                        + bounced.number() + " AND p.trans_type = 'roa' AND p.recorded_at IS NOT NULL), NULL)",
                old + "(104, '2025-01-06', 'pay', 'Twice', -1.25, NULL, 501)",
                old + "(104, NULL, 'pay', 'No date', -1.00, NULL, 502)",
                old + "(NULL, '2025-01-06', 'pay', 'No student', -3.00, NULL, 503)",
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total, paid_id, recorded_by) SELECT 104,"
                        + " DATE '2024-01-06' + INTERVAL seq MONTH, IF(seq % 3, 'pay', 'roa'), 'High number', -1.00, 2500 * seq,"
                        + " IF(seq % 2, 'cashier', NULL) FROM seq_3_to_14",
                old + "(104, '2025-01-06', 'pay', 'No number', -2.00, NULL, NULL)");
        all = new ArrayList<>();
        for (int offset = 0; all.size() == offset; offset += 100) {
            all.addAll(office.receipts
                    .search(VIEWER, ReceiptQuery.everything(), new Page(offset, 100))
                    .receipts());
        }
    }

    private static PaymentRequest received(StudentNumber student, String amount, String cashier) {
        Actor actor = new Actor(cashier, EnumSet.of(Role.CASHIER));
        return new PaymentRequest(
                        RequestKey.fresh(),
                        actor,
                        student,
                        DAY.plusDays(1),
                        cad(amount),
                        Set.of(),
                        PaymentMethod.CHEQUE,
                        "17")
                .confirming(Confirmation.REPEATED_AMOUNT);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void listsEachReceiptOnceNewestFirst() {
        assertThat(String.valueOf(all.size()))
                .isEqualTo(office.ask(
                        "SELECT COUNT(*) FROM fees_jrl" + " WHERE trans_type IN ('pay', 'roa') AND paid_id > 0"));
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all).extracting(Receipt::number).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(all)
                .filteredOn(r -> r.number().value() == bounced.number().value() + 1)
                .extracting(Receipt::cashier)
                .containsExactly(HOSTILE);
        assertThat(all).filteredOn(r -> r.number().value() == 501).hasSize(2);
    }

    @Test
    void showsTheSameReceiptThatWasGiven() {
        assertThat(found(number(paid.number().value())).receipts()).containsExactly(paid);
        assertThat(paid.settled()).hasSize(2);
        for (Receipt receipt : all.subList(0, 40)) {
            assertThat(office.cashier.receipt(DatabaseOffice.VIEWER, receipt.number()))
                    .contains(receipt);
        }
    }

    @Test
    void aYearLaterItIsStillTheReceiptOfItsDay() {
        Receipt before =
                office.cashier.receipt(DatabaseOffice.VIEWER, paid.number()).orElseThrow();
        office.administrator.execute(
                "CREATE TABLE student_before AS SELECT * FROM student WHERE studnum = " + STUDENT,
                "UPDATE student SET lastname = 'Married', firstname = 'Else', grade = '12',"
                        + " homeroom = '12Z' WHERE studnum = " + STUDENT);
        office.settings.change(Locale.CANADA_FRENCH, 5000);

        try {
            assertThat(office.students.find(STUDENT)).hasValueSatisfying(student -> assertThat(student.lastname())
                    .isEqualTo("Married"));
            assertThat(office.cashier.receipt(DatabaseOffice.VIEWER, paid.number()))
                    .contains(before);
            assertThat(found(number(paid.number().value())).receipts()).containsExactly(before);
        } finally {
            office.administrator.execute(
                    "UPDATE student s JOIN student_before b USING (studnum) SET s.lastname = b.lastname,"
                            + " s.firstname = b.firstname, s.grade = b.grade, s.homeroom = b.homeroom",
                    "DROP TABLE student_before");
            office.settings.change(Locale.CANADA, 1);
        }
    }

    @Test
    void saysWhatWasTakenBack() {
        SearchResult day = found(ReceiptQuery.ofDay(DAY.plusDays(1)));

        assertThat(day.total()).isEqualTo(2);
        assertThat(day.received()).isEqualTo(cad("8.00"));
        assertThat(day.voided()).isEqualTo(cad("7.00"));
        assertThat(day.receipts().get(1).number()).isEqualTo(bounced.number());
        assertThat(day.receipts().get(1).voided()).contains(LocalDate.of(2026, 9, 10));
        assertThat(day.receipts().get(0).voided()).isEmpty();
    }

    @Test
    void listsTheChargesOfTheReceiptsOwnStudentOnly() {
        assertThat(all).allMatch(receipt -> receipt.settled().stream()
                .allMatch(charge ->
                        charge.student().number().equals(receipt.student().number())));
        assertThat(all.stream().filter(receipt -> !receipt.settled().isEmpty()).count())
                .isGreaterThan(100);
    }

    @Test
    void agreesWithANaiveFilterWhateverIsAsked() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            ReceiptQuery query = query(random);
            List<Receipt> expected = naive(query);
            int offset = random.nextInt(expected.size() + 2);
            int limit = 1 + random.nextInt(30);
            SearchResult found = office.receipts.search(VIEWER, query, new Page(offset, limit));

            assertThat(found.receipts())
                    .as("%s from %s", query, offset)
                    .isEqualTo(expected.stream().skip(offset).limit(limit).toList());
            assertThat(found.total()).as("%s", query).isEqualTo(expected.size());
            assertThat(found.received()).isEqualTo(sum(expected, false));
            assertThat(found.voided()).isEqualTo(sum(expected, true));
        }
    }

    @Test
    void agreesWithANaiveFilterAlsoAfterClosings() {
        try (StoredClosings closings =
                new StoredClosings(office, all.stream().map(Receipt::date).toList())) {
            closings.closeAndReopen();
            assertSumsAgreeWithANaiveFilter(9);
            assertFarPagesAgreeWithANaiveFilter(11);
            closings.forgetLists();
            assertFarPagesAgreeWithANaiveFilter(12);
            namesThoseWhoTookMoney();
            closings.closeAgain();
            assertSumsAgreeWithANaiveFilter(10);
            assertFarPagesAgreeWithANaiveFilter(13);
            namesThoseWhoTookMoney();
        }
    }

    private static void assertSumsAgreeWithANaiveFilter(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            ReceiptQuery query = query(random);
            List<Receipt> expected = naive(query);
            SearchResult found = office.receipts.search(VIEWER, query, Page.first(1));

            assertThat(found.total()).as("%s", query).isEqualTo(expected.size());
            assertThat(found.received()).as("%s", query).isEqualTo(sum(expected, false));
            assertThat(found.voided()).as("%s", query).isEqualTo(sum(expected, true));
        }
    }

    @Test
    void agreesWithANaiveFilterHoweverFarFromBothEndsThePageIs() {
        assertFarPagesAgreeWithANaiveFilter(8);
    }

    private static void assertFarPagesAgreeWithANaiveFilter(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            ReceiptQuery query = i < 20 ? ReceiptQuery.everything() : query(random);
            List<Receipt> expected = naive(query);
            int offset = random.nextInt(expected.size() + 2);
            int limit = 1 + random.nextInt(20);
            int near = random.nextInt(15);

            assertThat(office.transactions
                            .read(em ->
                                    new ReceiptPageQueries(em, DatabaseOffice.CAD, near).search(query, offset, limit))
                            .receipts())
                    .as("%s from %s, near is %s", query, offset, near)
                    .isEqualTo(expected.stream().skip(offset).limit(limit).toList());
        }
    }

    @Test
    void namesThoseWhoTookMoney() {
        assertThat(office.receipts.cashiers(VIEWER)).containsExactlyInAnyOrder("cashier", HOSTILE);
        assertThat(found(cashier("%")).receipts()).isEmpty();
        assertThat(found(cashier("' OR 1=1 --")).total()).isZero();
        assertThat(found(cashier(HOSTILE)).total()).isEqualTo(2);
    }

    @Test
    void isForThoseWithARole() {
        Actor nobody = new Actor("nobody", Set.of());

        assertThatThrownBy(() -> office.receipts.search(nobody, ReceiptQuery.everything(), Page.first(10)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.receipts.cashiers(nobody)).isInstanceOf(NotAllowedException.class);
        assertThat(office.receipts
                        .search(CASHIER, ReceiptQuery.everything(), Page.first(1))
                        .receipts())
                .hasSize(1);
    }

    private static SearchResult found(ReceiptQuery query) {
        return office.receipts.search(VIEWER, query, Page.first(1000));
    }

    private static ReceiptQuery number(long number) {
        return new ReceiptQuery(
                Optional.of(new ReceiptNumber(number)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ReceiptQuery cashier(String name) {
        return new ReceiptQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(name));
    }

    private static ReceiptQuery query(Random random) {
        Receipt some = all.get(random.nextInt(all.size()));
        LocalDate from = LocalDate.of(2024, 6, 1).plusDays(random.nextInt(850));
        return new ReceiptQuery(
                random.nextInt(4) == 0 ? Optional.of(some.number()) : Optional.empty(),
                random.nextInt(4) == 0 ? some.recordedStudent().map(StudentSnapshot::number) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(from) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(from.plusDays(random.nextInt(300))) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(random.nextBoolean() ? "cashier" : HOSTILE) : Optional.empty());
    }

    private static List<Receipt> naive(ReceiptQuery query) {
        LocalDate oldest = LocalDate.of(1900, 1, 1);
        return all.stream()
                .filter(r -> query.number().isEmpty() || query.number().get().equals(r.number()))
                .filter(r -> query.student().isEmpty()
                        || query.student().equals(r.recordedStudent().map(StudentSnapshot::number)))
                .filter(r -> query.from().isEmpty()
                        || !r.date().isBefore(query.from().get()))
                .filter(r -> query.to().isEmpty()
                        || !r.date().isAfter(query.to().get()) && !r.date().equals(oldest))
                .filter(r -> query.cashier().isEmpty() || query.cashier().get().equalsIgnoreCase(r.cashier()))
                .toList();
    }

    private static Money sum(List<Receipt> receipts, boolean voided) {
        return receipts.stream()
                .filter(receipt -> receipt.voided().isPresent() == voided)
                .map(Receipt::received)
                .reduce(cad("0.00"), Money::plus);
    }
}
