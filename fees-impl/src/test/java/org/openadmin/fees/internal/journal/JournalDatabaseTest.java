package org.openadmin.fees.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.schema.LegacyDatabase;

/** The journal of a school with old and new rows of every kind, some of them damaged: pages, orders, filters, sums. */
class JournalDatabaseTest {

    private static final StudentNumber STUDENT = new StudentNumber(103);
    private static final String HOSTILE = "'\"<b>%_\\ 😀 مدرسة " + "x".repeat(235);
    private static DatabaseOffice office;
    private static Assessment assessed;
    private static Receipt paid;
    private static List<JournalEntry> all;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(LegacyDatabase::load, 10);
        assessed = office.charge(STUDENT, HOSTILE, "24.95", "GST", "PST");
        office.charge(new StudentNumber(104), "Trip", "30.00");
        ChargeId charge = office.accounts.outstanding(STUDENT).stream()
                .filter(c -> c.name().equals(HOSTILE))
                .findFirst()
                .orElseThrow()
                .id();
        paid = office.cashier.receive(payment(STUDENT, "27.70", charge));
        office.cashier.receive(payment(STUDENT, "5.00"));
        String row =
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total, reverses_id, paid_id) VALUES ";
        String payment = "(SELECT p.id FROM fees_jrl p WHERE p.request_key IS NOT NULL AND p.trans_type = 'pay')";
        office.administrator.execute(
                row + "(103, '2026-09-09', 'void', 'Void', 27.70, " + payment + ", NULL)",
                row + "(103, NULL, 'chg', 'No date', 5.00, NULL, NULL)",
                row + "(NULL, '2026-01-05', 'chg', 'No student', 6.00, NULL, NULL)",
                row + "(104, '2026-01-06', 'adj', 'Strange', -1.25, NULL, 0)",
                row + "(104, '2026-01-07', NULL, 'Stranger', 0.25, NULL, NULL)",
                row + "(104, '2026-01-07', 'PAY ', 'Shouted', -2.00, NULL, 900)",
                row + "(104, '2026-01-08', 'pay', 'Positive', 3.00, NULL, 901)",
                row + "(104, '2026-01-08', 'chg', 'Negative', -3.00, NULL, NULL)");
        all = new ArrayList<>();
        office.journal.forEach(VIEWER, JournalQuery.everything(), all::add);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void handsOverEveryRowOnceNewestFirst() {
        assertThat(all).hasSize((int) office.count("fees_jrl")).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo(comparator(Order.DATE).reversed());
        assertThat(all.get(0).kind()).isEqualTo(EntryKind.VOID);
        assertThat(sum(all)).isEqualTo(new BigDecimal(office.ask("SELECT SUM(total) FROM fees_jrl")));
    }

    @Test
    void sumsTheWholeJournalByKind() {
        JournalTotals totals = office.journal.totals(VIEWER, JournalQuery.everything());

        assertThat(totals).isEqualTo(naive(all));
        assertThat(totals.charged().plus(totals.received()).plus(totals.corrected()))
                .isEqualTo(totals.total());
        assertThat(totals.charged().amount())
                .isEqualTo(new BigDecimal(office.ask("SELECT SUM(total) FROM fees_jrl WHERE trans_type = 'chg'")));
        assertThat(totals.received().amount())
                .isEqualTo(new BigDecimal(
                        office.ask("SELECT SUM(total) FROM fees_jrl WHERE trans_type IN ('pay', 'roa')")));
    }

    @Test
    void tellsAllOfACharge() {
        JournalEntry charge = entry(HOSTILE);

        assertThat(charge.kind()).isEqualTo(EntryKind.CHARGE);
        assertThat(charge.student().orElseThrow().name()).startsWith("Garcia, Sofía");
        assertThat(charge.date()).contains(DatabaseOffice.DAY);
        assertThat(charge.subtotal()).contains(cad("24.95"));
        assertThat(charge.taxes())
                .extracting(tax -> tax.name() + " " + tax.amount().toPlainString())
                .containsExactly("GST 1.25", "PST 1.50");
        assertThat(charge.total()).isEqualTo(cad("27.70"));
        assertThat(charge.batch()).contains(assessed.batch());
        assertThat(charge.recordedBy()).isEqualTo("clerk");
        assertThat(charge.recordedAt()).contains(assessed.recordedAt());
        assertThat(all.stream().filter(row -> OptionalLong.of(row.id()).equals(charge.settledBy())))
                .extracting(JournalEntry::receipt)
                .containsExactly(Optional.of(paid.number()));
        assertThat(charge.receipt()).isEmpty();
    }

    @Test
    void tellsAllOfAPaymentAndWhatTookItBack() {
        JournalEntry payment = all.stream()
                .filter(row -> row.receipt().equals(Optional.of(paid.number())))
                .findFirst()
                .orElseThrow();
        JournalEntry taken = entry("Void");

        assertThat(payment.total()).isEqualTo(cad("-27.70"));
        assertThat(payment.subtotal()).isEmpty();
        assertThat(payment.taxes()).isEmpty();
        assertThat(payment.settledBy()).isEmpty();
        assertThat(payment.method()).contains(PaymentMethod.CASH);
        assertThat(payment.voidedBy()).hasValue(taken.id());
        assertThat(taken.reverses()).hasValue(payment.id());
        assertThat(taken.voidedBy()).isEmpty();
    }

    @Test
    void showsDamagedRowsAsTheyAre() {
        assertThat(entry("No student").student()).isEmpty();
        assertThat(entry("No date").date()).isEmpty();
        assertThat(entry("No date").student().orElseThrow().name()).startsWith("Garcia, Sofía");
        assertThat(entry("Strange").kind()).isEqualTo(EntryKind.OTHER);
        assertThat(entry("Strange").receipt()).isEmpty();
        assertThat(entry("Stranger").kind()).isEqualTo(EntryKind.OTHER);
        assertThat(entry("Shouted").kind()).isEqualTo(EntryKind.PAYMENT);
    }

    @Test
    void agreesWithANaiveFilterWhateverIsAsked() {
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            JournalQuery query = query(random);
            List<JournalEntry> expected = naive(query);
            int offset = random.nextInt(expected.size() + 2);
            int limit = 1 + random.nextInt(60);

            assertThat(office.journal.entries(VIEWER, query, new Page(offset, limit)))
                    .as("%s from %s", query, offset)
                    .isEqualTo(expected.stream().skip(offset).limit(limit).toList());
            assertThat(office.journal.totals(VIEWER, query)).as("%s", query).isEqualTo(naive(expected));
        }
    }

    @Test
    void agreesWithANaiveFilterHoweverFarDownThePageIs() {
        Random random = new Random(8);
        for (int i = 0; i < 150; i++) {
            JournalQuery query = query(random);
            List<JournalEntry> expected = naive(query);
            int offset = random.nextInt(expected.size() + 2);
            int limit = 1 + random.nextInt(60);

            assertThat(deep(query, offset, limit))
                    .as("%s from %s", query, offset)
                    .isEqualTo(expected.stream().skip(offset).limit(limit).toList());
        }
        for (Order order : Order.values()) {
            JournalQuery query = JournalQuery.everything().orderedBy(order, false);
            for (int offset = 0; offset <= all.size(); offset += 23) {
                assertThat(deep(query, offset, 23))
                        .as("%s from %s", order, offset)
                        .isEqualTo(naive(query).stream().skip(offset).limit(23).toList());
            }
        }
    }

    @Test
    void agreesWithANaiveFilterAlsoAfterClosings() {
        List<LocalDate> dates =
                all.stream().flatMap(entry -> entry.date().stream()).toList();
        try (StoredClosings closings = new StoredClosings(office, dates)) {
            closings.closeAndReopen();
            assertClosedAgreesWithANaiveFilter(9);
            closings.forgetLists();
            assertClosedAgreesWithANaiveFilter(11);
            closings.closeAgain();
            assertClosedAgreesWithANaiveFilter(10);
        }
    }

    private static void assertClosedAgreesWithANaiveFilter(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            JournalQuery query = query(random);
            List<JournalEntry> expected = naive(query);
            int offset = random.nextInt(expected.size() + 2);
            assertThat(deep(query, offset, 40))
                    .as("%s from %s", query, offset)
                    .isEqualTo(expected.stream().skip(offset).limit(40).toList());
            assertThat(office.journal.totals(VIEWER, query)).as("%s", query).isEqualTo(naive(expected));
        }
        for (Order order : Order.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
                JournalQuery query = JournalQuery.everything().orderedBy(order, ascending);
                for (int offset = 0; offset <= all.size(); offset += 23) {
                    assertThat(deep(query, offset, 23))
                            .as("%s from %s", query, offset)
                            .isEqualTo(
                                    naive(query).stream().skip(offset).limit(23).toList());
                }
            }
        }
    }

    private static List<JournalEntry> deep(JournalQuery query, int offset, int limit) {
        return office.transactions.read(
                em -> new JournalPageQueries(em, DatabaseOffice.CAD, 0).entries(query, offset, limit));
    }

    @Test
    void findsReceiptsByAmountAlsoThoseThatAddToWhatIsOwed() {
        for (Set<EntryKind> kinds : List.of(
                Set.of(EntryKind.PAYMENT),
                Set.of(EntryKind.ON_ACCOUNT),
                Set.of(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT))) {
            JournalQuery query = new JournalQuery(
                    Optional.empty(),
                    Optional.empty(),
                    kinds,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Order.AMOUNT,
                    false);
            List<JournalEntry> handed = new ArrayList<>();
            office.journal.forEach(VIEWER, query, handed::add);

            assertThat(office.journal.entries(VIEWER, query, Page.first(1_000)))
                    .as("%s", kinds)
                    .isEqualTo(naive(query))
                    .isEqualTo(handed)
                    .isNotEmpty();
            assertThat(office.journal.totals(VIEWER, query)).isEqualTo(naive(handed));
        }
    }

    @Test
    void handsOverInEachOrderAsItPages() {
        for (Order order : Order.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
                JournalQuery query = JournalQuery.everything().orderedBy(order, ascending);
                List<JournalEntry> handed = new ArrayList<>();
                office.journal.forEach(VIEWER, query, handed::add);

                assertThat(handed).as("%s %s", order, ascending).isEqualTo(naive(query));
            }
        }
    }

    @Test
    void pagesWithoutLossOrDoubles() {
        List<JournalEntry> paged = new ArrayList<>();
        JournalQuery query = JournalQuery.everything().orderedBy(Order.AMOUNT, true);
        for (int offset = 0; offset < all.size(); offset += 97) {
            paged.addAll(office.journal.entries(VIEWER, query, new Page(offset, 97)));
        }

        assertThat(paged).doesNotHaveDuplicates().hasSize(all.size());
        assertThat(office.journal.entries(VIEWER, query, new Page(all.size(), 97)))
                .isEmpty();
    }

    @Test
    void isForThoseWithARole() {
        Actor nobody = new Actor("nobody", Set.of());
        JournalQuery query = JournalQuery.everything();

        assertThatThrownBy(() -> office.journal.entries(nobody, query, Page.first(10)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.journal.totals(nobody, query)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.journal.forEach(nobody, query, row -> {}))
                .isInstanceOf(NotAllowedException.class);
        assertThat(office.journal.entries(CASHIER, query, Page.first(1))).hasSize(1);
    }

    private static JournalEntry entry(String name) {
        return all.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private static JournalQuery query(Random random) {
        LocalDate from = LocalDate.of(2024, 6, 1).plusDays(random.nextInt(850));
        Set<EntryKind> kinds = Stream.of(EntryKind.values())
                .filter(kind -> random.nextInt(3) == 0)
                .collect(Collectors.toSet());
        return new JournalQuery(
                random.nextBoolean() ? Optional.of(from) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(from.plusDays(random.nextInt(400))) : Optional.empty(),
                random.nextBoolean() ? kinds : Set.of(),
                random.nextInt(3) == 0 ? Optional.of(new StudentNumber(100 + random.nextInt(8))) : Optional.empty(),
                random.nextInt(8) == 0 ? Optional.of(new BatchNumber(1 + random.nextInt(3))) : Optional.empty(),
                random.nextInt(4) == 0,
                Order.values()[random.nextInt(3)],
                random.nextBoolean());
    }

    private static List<JournalEntry> naive(JournalQuery query) {
        Comparator<JournalEntry> order = comparator(query.order());
        return all.stream()
                .filter(row -> query.from().isEmpty()
                        || row.date()
                                .filter(d -> !d.isBefore(query.from().get()))
                                .isPresent())
                .filter(row -> query.to().isEmpty()
                        || row.date().filter(d -> !d.isAfter(query.to().get())).isPresent())
                .filter(row -> query.kinds().isEmpty() || query.kinds().contains(row.kind()))
                .filter(row -> query.student().isEmpty()
                        || row.student().map(s -> s.number()).equals(query.student()))
                .filter(row -> query.batch().isEmpty() || row.batch().equals(query.batch()))
                .filter(row -> !query.outstandingOnly() || row.isOutstanding())
                .sorted(query.ascending() ? order : order.reversed())
                .toList();
    }

    private static Comparator<JournalEntry> comparator(Order order) {
        Comparator<JournalEntry> by =
                switch (order) {
                    case DATE -> Comparator.comparing(row -> row.date().orElse(LocalDate.MIN));
                    case STUDENT ->
                        Comparator.comparing(row -> row.student()
                                .map(s -> s.number().journalNumber())
                                .orElse(0));
                    case AMOUNT -> Comparator.comparing(JournalEntry::total);
                };
        return by.thenComparing(JournalEntry::id);
    }

    private static JournalTotals naive(List<JournalEntry> rows) {
        List<JournalEntry> charges =
                rows.stream().filter(row -> row.kind() == EntryKind.CHARGE).toList();
        List<JournalEntry> receipts =
                rows.stream().filter(row -> row.kind().isReceipt()).toList();
        Money charged = Money.of(sum(charges), DatabaseOffice.CAD);
        Money received = Money.of(sum(receipts), DatabaseOffice.CAD);
        Money total = Money.of(sum(rows), DatabaseOffice.CAD);
        return new JournalTotals(
                rows.size(), charged, received, total.minus(charged).minus(received), total);
    }

    private static BigDecimal sum(List<JournalEntry> rows) {
        return rows.stream().map(row -> row.total().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
