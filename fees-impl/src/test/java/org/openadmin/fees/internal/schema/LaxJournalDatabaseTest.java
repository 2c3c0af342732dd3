package org.openadmin.fees.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.IncompleteReceiptException;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptGap;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.journal.JpaMonthSummaries;
import org.openadmin.fees.internal.overview.JpaFeesOverview;
import org.openadmin.fees.internal.verify.JournalVerification;
import org.openadmin.fees.internal.verify.Verification.Fault;
import org.openadmin.fees.testkit.Kit;

/** The journal of an old system on a server that stores whatever it is given: 0 for an empty text, dates that do not exist. */
class LaxJournalDatabaseTest {

    private static final StudentNumber STUDENT = new StudentNumber(9000);

    private DatabaseOffice office;

    @AfterEach
    void nothingIsBlamedOnTheModule() {
        assertThat(faults()).allMatch(Fault::inherited);
        office.close();
    }

    /** Old rows: id, student, date, kind, name, description, total, paid_id; {@code @} is a student and a date. */
    private void old(String... rows) {
        open(List.of(), rows);
    }

    private void open(List<String> changes, String... rows) {
        office = new DatabaseOffice(
                database -> {
                    LegacyDatabase.load(database);
                    List<String> statements = new ArrayList<>(List.of("SET sql_mode = ''"));
                    statements.addAll(changes);
                    for (String row : rows) {
                        statements.add("INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description,"
                                + " total, paid_id) VALUES (" + row.replace("@", "9000, '2024-09-08'") + ")");
                    }
                    database.execute(statements.toArray(String[]::new));
                },
                8);
    }

    private List<Fault> faults() {
        return new JournalVerification(office.database, office.settings, () -> 7)
                .run()
                .faults();
    }

    private List<String> faultsOf(int row) {
        return faults().stream()
                .filter(fault -> fault.subject().equals("row " + row))
                .map(fault -> fault.invariant() + ": " + fault.found())
                .toList();
    }

    private void figures(String balance, String outstanding) {
        AccountBalance expected = new AccountBalance(STUDENT, cad(balance), cad(outstanding));
        assertThat(office.accounts.balance(STUDENT)).isEqualTo(expected);
        assertThat(office.accounts.balances(List.of(STUDENT))).isEqualTo(Map.of(STUDENT, expected));
        assertThat(office.accounts.balances()).contains(expected);
        assertThat(office.statements.history(VIEWER, STUDENT).account()).isEqualTo(expected);
    }

    @Test
    void aChargeThatNamesRow0IsOutstandingEverywhere() {
        old("5001, @, 'chg', 'Lab', '', 20.00, ''", "5002, @, 'chg', 'Bus', '', 30.00, NULL");
        assertThat(office.ask("SELECT paid_id FROM fees_jrl WHERE id = 5001")).isEqualTo("0");

        figures("50.00", "50.00");
        assertThat(office.accounts.outstanding(STUDENT))
                .extracting(charge -> charge.id().value())
                .containsExactly(5001L, 5002L);
        assertThat(office.accounts.outstanding(List.of(STUDENT)).get(STUDENT)).hasSize(2);
        assertThat(new JpaFeesOverview(office.transactions, office.settings, Kit.CLOCK)
                        .receivables(VIEWER, DAY)
                        .owing())
                .anySatisfy(owing -> {
                    assertThat(owing.student().number()).isEqualTo(STUDENT);
                    assertThat(owing.outstanding().get(Age.OVER_90)).isEqualTo(cad("50.00"));
                });
        assertThat(faultsOf(5001)).contains("3 settlement: row 0 as the one that settled it; counted as outstanding");
        assertThat(faultsOf(5002)).noneMatch(fault -> fault.startsWith("3"));
    }

    @Test
    void theOverviewCountsChargesThatNameRow0() {
        old();
        JpaFeesOverview overview = new JpaFeesOverview(office.transactions, office.settings, Kit.CLOCK);
        var before = overview.figures(VIEWER, DAY);

        office.administrator.execute(
                "SET sql_mode = ''",
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name,"
                        + " total, paid_id) VALUES (9000, '2024-09-08', 'chg', 'Lab', 20.00, '')");

        var after = overview.figures(VIEWER, DAY);
        assertThat(after.outstanding()).isEqualTo(before.outstanding().plus(cad("20.00")));
        assertThat(after.credit()).isEqualTo(before.credit());
    }

    @Test
    void theListOfOutstandingChargesHasThemInOrderPageByPage() {
        old(
                "5001, 9000, '2031-09-01', 'chg', 'A', '', 1.00, 0",
                "5002, 9000, '2031-09-02', 'chg', 'B', '', 2.00, NULL",
                "5003, 9000, '2031-09-02', 'chg', 'C', '', 3.00, 0",
                "5004, 9000, '2031-09-03', 'chg', 'D', '', 4.00, NULL",
                "5005, 9000, '2031-09-03', 'chg', 'E', '', 5.00, 5006",
                "5006, 9000, '2031-09-03', 'pay', 'Payment', '5005', -5.00, 4711");
        JournalQuery outstanding = outstandingByDate();

        List<Long> pages = Stream.of(0, 2)
                .flatMap(offset -> office.journal.entries(VIEWER, outstanding, new Page(offset, 2)).stream())
                .map(JournalEntry::id)
                .toList();
        List<Long> all = new ArrayList<>();
        office.journal.forEach(VIEWER, outstanding, entry -> all.add(entry.id()));

        assertThat(pages).containsExactly(5004L, 5003L, 5002L, 5001L);
        assertThat(all).startsWith(5004L, 5003L, 5002L, 5001L).doesNotHaveDuplicates();
        assertThat(office.journal.totals(VIEWER, outstanding).count()).isEqualTo(all.size());
        assertThat(office.journal.entries(VIEWER, outstanding, Page.first(1000)))
                .hasSize(all.size())
                .allMatch(JournalEntry::isOutstanding);
    }

    @Test
    void outstandingChargesOfRow0ArePaidWaivedReversedAndReopenedLikeOthers() {
        old(
                "5001, @, 'chg', 'Lab', '', 20.00, 0",
                "5002, @, 'chg', 'Bus', '', 30.00, 0",
                "5003, @, 'chg', 'Art', '', 40.00, 0");

        Receipt receipt = office.cashier.receive(payment(STUDENT, "20.00", new ChargeId(5001)));
        office.corrections.apply(new Waive(RequestKey.fresh(), CLERK, new ChargeId(5002), DAY, "Bursary"));
        var cancelled =
                office.corrections.apply(new Cancel(RequestKey.fresh(), CLERK, new ChargeId(5003), DAY, "Mistake"));

        assertThat(cancelled.toCredit()).isEqualTo(cad("0.00"));
        figures("0.00", "0.00");
        office.corrections.apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), DAY, "Bounced"));
        figures("20.00", "20.00");
    }

    @Test
    void aPaymentWithNumber0HasNoReceiptNumber() {
        old("5001, @, 'roa', 'Payment', '', -20.00, ''", "5002, @, 'roa', 'Payment', '', -20.00, ''");

        assertThat(faultsOf(5001)).contains("4 receipts: no receipt number");
        assertThat(faultsOf(5002)).contains("4 receipts: no receipt number").noneMatch(fault -> fault.contains("also"));
    }

    @Test
    void aColumnOfTextsBecomesNumbersAndItsReceiptsContinue() {
        open(
                List.of("ALTER TABLE fees_jrl MODIFY paid_id VARCHAR(16)", "DELETE FROM fees_jrl"),
                "5001, @, 'chg', 'Lab', '', 20.00, ''",
                "5002, @, 'chg', 'Bus', '', 30.00, '5004'",
                "5003, @, 'roa', 'Payment', '', -10.00, '99'",
                "5004, @, 'pay', 'Payment', '5002', -30.00, '100'");

        figures("10.00", "20.00");
        assertThat(office.cashier
                        .receive(payment(STUDENT, "20.00", new ChargeId(5001)))
                        .number())
                .isEqualTo(new ReceiptNumber(101));
    }

    @Test
    void theKindOfARowCountsWhateverItsCaseAndBlanks() {
        old(
                "5001, @, 'CHG', 'Lab', '', 20.00, 5002",
                "5002, @, 'PAY', 'Payment', '5001', -20.00, 4711",
                "5003, @, 'chg ', 'Bus', '', 30.00, 5004",
                "5004, @, 'pay ', 'Payment', '5003', -30.00, 4712",
                "5005, @, 'Roa', 'Payment', '', -5.00, 4713");

        figures("-5.00", "0.00");
        assertThat(receipt(4711).settled()).extracting(charge -> charge.name()).containsExactly("Lab");
        assertThat(receipt(4712).settled()).extracting(charge -> charge.name()).containsExactly("Bus");
        assertThat(receipt(4713).settled()).isEmpty();
        assertThat(Stream.of(5001, 5002, 5003, 5004, 5005).flatMap(row -> faultsOf(row).stream()))
                .allMatch(fault -> fault.startsWith("5 amounts: a total of"), "these rows have no subtotal");
        office.corrections.apply(new VoidReceipt(RequestKey.fresh(), CASHIER, new ReceiptNumber(4712), DAY, "Bounced"));
        figures("25.00", "30.00");
    }

    @Test
    void aDateThatDoesNotExistIsNamedAndShownAndStopsNothing() {
        old(
                "5001, 9000, '2024-10-00', 'chg', 'Lab', '', 20.00, 5003",
                "5002, 9000, '2024-00-00', 'chg', 'Bus', '', 30.00, NULL",
                "5003, 9000, '2024-10-00', 'pay', 'Payment', '5001', -20.00, 4711",
                "5004, 9000, '2023-02-29', 'chg', 'Art', '', 40.00, NULL",
                "5005, 9000, '', 'chg', 'Gym', '', 5.00, NULL",
                "5006, 9000, '2024-10-01', 'chg', 'Trip', '', 6.00, NULL");
        // a server with ALLOW_INVALID_DATES keeps this one too, others store no date for it
        office.administrator.execute(
                "SET sql_mode = 'ALLOW_INVALID_DATES'",
                "UPDATE fees_jrl SET trans_date = '2023-02-29' WHERE id = 5004");

        assertThat(Stream.of(5001, 5002, 5003, 5004, 5005).map(row -> faultsOf(row).stream()
                        .filter(fault -> fault.startsWith("7"))
                        .findFirst()
                        .orElse("nothing")))
                .containsExactly(
                        "7 months: the date 2024-10-00 and the kind chg",
                        "7 months: the date 2024-00-00 and the kind chg",
                        "7 months: the date 2024-10-00 and the kind pay",
                        "7 months: the date 2023-02-29 and the kind chg",
                        "7 months: the date 0000-00-00 and the kind chg");
        assertThat(faultsOf(5006)).noneMatch(fault -> fault.startsWith("7"));
        assertThat(office.statements.lines(VIEWER, AccountPeriod.all(STUDENT), Page.first(10)).lines().stream()
                        .map(line -> line.entry().dateText(LocalDate::toString, "none")))
                .containsExactly("none", "2023-02-29", "2024-00-00", "2024-10-00", "2024-10-00", "2024-10-01");
        assertThat(receipt(4711).settled()).extracting(charge -> charge.name()).containsExactly("Lab");
        figures("81.00", "81.00");

        office.corrections.apply(new VoidReceipt(RequestKey.fresh(), CASHIER, new ReceiptNumber(4711), DAY, "Bounced"));
        office.corrections.apply(new Cancel(RequestKey.fresh(), CLERK, new ChargeId(5001), DAY, "Mistake"));
        office.corrections.apply(new Waive(RequestKey.fresh(), CLERK, new ChargeId(5002), DAY, "Bursary"));
        office.cashier.receive(payment(STUDENT, "40.00", new ChargeId(5004)));
        figures("11.00", "11.00");
    }

    @Test
    void figuresOfMonthsPeriodsAndListsAgreeAboutDatesThatDoNotExist() {
        old(
                "5001, 9000, '2026-09-00', 'chg', 'Lab', '', 20.00, NULL",
                "5002, 9000, '2026-09-01', 'chg', 'Bus', '', 7.00, NULL");
        LocalDate first = LocalDate.of(2026, 9, 1);

        var september = new JpaFeesOverview(office.transactions, office.settings, Kit.CLOCK)
                .figures(VIEWER, DAY)
                .months()
                .get(11);
        assertThat(september.charged()).isEqualTo(cad("7.00"));
        assertThat(new JpaMonthSummaries(office.transactions, office.settings)
                        .of(VIEWER, YearMonth.of(2026, 9))
                        .total())
                .isEqualTo(cad("7.00"));
        var statement = office.statements.statement(new StatementRequest(VIEWER, STUDENT, first, first.plusDays(29)));
        assertThat(statement.opening()).isEqualTo(cad("20.00"));
        assertThat(statement.closing()).isEqualTo(cad("27.00"));
    }

    @Test
    void theJournalIsReadToItsEndThroughDatesThatDoNotExist() {
        old();
        office.administrator.execute(
                "SET sql_mode = ''",
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total)"
                        + " SELECT 9000, ELT(1 + seq % 3, '2024-10-00', '', '2024-00-00'), 'chg', 'Old', 1.00"
                        + " FROM seq_1_to_4500");
        JournalQuery all = JournalQuery.everything();
        for (boolean ascending : new boolean[] {true, false}) {
            List<Long> read = new ArrayList<>();
            office.journal.forEach(VIEWER, all.orderedBy(Order.DATE, ascending), entry -> read.add(entry.id()));

            assertThat(read).hasSize((int) office.count("fees_jrl")).doesNotHaveDuplicates();
        }
        assertThat(office.journal
                        .totals(VIEWER, all.between(LocalDate.of(1900, 1, 1), DAY))
                        .count())
                .isPositive();
    }

    @Test
    void aReceiptOfIncompleteRowsHasWhatIsKnownAndNamesTheRest() {
        old(
                "5001, @, 'chg', 'Lab', '', 20.00, 5004",
                "5002, NULL, '2024-09-08', 'chg', 'Bus', '', 30.00, 5004",
                "5003, @, 'chg', 'Art', '', NULL, 5004",
                "5004, @, 'pay', 'Payment', '5001 5002 5003 77', -50.00, 4711",
                "5005, NULL, '2024-10-00', 'pay', 'Payment', '5006', NULL, 4712",
                "5006, @, 'chg', 'Gym', '', 5.00, 5005",
                "5007, 0, '', 'roa', 'Payment', '', -7.00, 4713");

        Receipt listed = receipt(4711);
        assertThat(listed.settled()).extracting(charge -> charge.name()).containsExactly("Lab", "Art");
        assertThat(listed.gaps())
                .containsExactly(
                        new ReceiptGap(ReceiptGap.Kind.CHARGE_STUDENT, "5002", "Bus"),
                        new ReceiptGap(ReceiptGap.Kind.CHARGE_TOTAL, "5003", "Art"));
        Receipt paid = receipt(4712);
        assertThat(paid.recordedStudent()).isEmpty();
        assertThat(paid.settled()).extracting(charge -> charge.name()).containsExactly("Gym");
        assertThat(paid.fromCredit()).isEqualTo(cad("0.00"));
        assertThat(paid.gaps())
                .containsExactly(
                        ReceiptGap.of(ReceiptGap.Kind.STUDENT, ""),
                        ReceiptGap.of(ReceiptGap.Kind.DATE, "2024-10-00"),
                        ReceiptGap.of(ReceiptGap.Kind.TOTAL, ""));
        assertThat(receipt(4713).received()).isEqualTo(cad("7.00"));
        assertThat(receipt(4713).gaps())
                .containsExactly(ReceiptGap.of(ReceiptGap.Kind.STUDENT, ""), ReceiptGap.of(ReceiptGap.Kind.DATE, ""));
        assertThat(office.receipts
                        .search(
                                VIEWER,
                                new ReceiptQuery(
                                        Optional.of(new ReceiptNumber(4712)),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                Page.first(10))
                        .receipts())
                .containsExactly(paid);
        assertThat(receipt(501).gaps()).isEmpty();
        for (int row : List.of(5002, 5003, 5005, 5007)) {
            assertThat(faultsOf(row)).anyMatch(fault -> fault.startsWith("2 credit: "));
        }
        assertThat(faultsOf(5007)).contains("2 credit: student 0");
    }

    @Test
    void aReceiptWithoutAStudentOrTotalCannotBeVoidedAndTheReasonIsGiven() {
        old(
                "5001, NULL, '2024-09-08', 'roa', 'Payment', '', -20.00, 4711",
                "5002, @, 'roa', 'Payment', '', NULL, 4712");

        for (int number : List.of(4711, 4712)) {
            VoidReceipt request =
                    new VoidReceipt(RequestKey.fresh(), CASHIER, new ReceiptNumber(number), DAY, "Bounced");
            assertThatThrownBy(() -> office.corrections.apply(request)).isInstanceOf(IncompleteReceiptException.class);
        }
    }

    private static JournalQuery outstandingByDate() {
        JournalQuery all = JournalQuery.everything();
        return new JournalQuery(all.from(), all.to(), all.kinds(), all.student(), all.batch(), true, Order.DATE, false);
    }

    private Receipt receipt(int number) {
        return office.cashier.receipt(VIEWER, new ReceiptNumber(number)).orElseThrow();
    }
}
