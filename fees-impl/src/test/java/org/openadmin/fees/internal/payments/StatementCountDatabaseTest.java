package org.openadmin.fees.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.classpayments.ClassDue;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.CoverRunNumber;
import org.openadmin.fees.api.payers.CoverRunRequest;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaidPart;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.accounts.JpaFamilies;
import org.openadmin.fees.internal.accounts.JpaFamilyAccounts;
import org.openadmin.fees.internal.collection.JpaFeeCollection;
import org.openadmin.fees.internal.corrections.JpaReceiptVoider;
import org.openadmin.fees.internal.imports.JpaImports;
import org.openadmin.fees.internal.payers.JpaCovers;
import org.openadmin.fees.internal.payers.JpaPayers;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.testkit.Kit;

/** The number of statements of each operation, counted by the server for the pool's only connection: {@code Questions}. */
class StatementCountDatabaseTest {

    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(2300, 1);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void assessesTwoThousandStudentsInFewerThanTwentyStatements() {
        String grades = String.join(" ", office.students.values(GroupKind.GRADE));

        long statements = statements(() -> assertThat(office.assessment
                        .post(DatabaseOffice.request(
                                DatabaseOffice.fee("Agenda", "8.50", "GST", "PST"),
                                DatabaseOffice.group(GroupKind.GRADE, grades)))
                        .count())
                .isGreaterThanOrEqualTo(2000));

        assertThat(statements).isBetween(1L, 19L);
    }

    @Test
    void takesAPaymentOfThreeChargesInFifteenStatementsAtMost() {
        StudentNumber student = new StudentNumber(100);
        office.charge(student, "Trip", "30.00", "GST");
        office.charge(student, "Bus", "25.00");
        office.charge(student, "Lab", "12.50", "PST");
        PaymentRequest request = DatabaseOffice.payment(
                student, "69.75", office.owed(student).stream().limit(3).toArray(ChargeId[]::new));

        assertThat(statements(() -> office.cashier.receive(request))).isBetween(1L, 15L);
    }

    @Test
    void takesAPaymentOfThreeChildrenInTwentyStatementsAtMost() {
        List<Part> parts = new ArrayList<>();
        for (int number : List.of(101, 102, 103)) {
            StudentNumber student = new StudentNumber(number);
            office.charge(student, "Trip", "30.00", "GST");
            parts.add(new Part(student, Set.of(office.owed(student).get(0))));
        }
        FamilyPaymentRequest request = new FamilyPaymentRequest(
                RequestKey.fresh(),
                DatabaseOffice.CASHIER,
                parts,
                new StudentNumber(102),
                DatabaseOffice.DAY,
                DatabaseOffice.cad("95.00"),
                PaymentMethod.CHEQUE,
                "77",
                Set.of(Confirmation.OUTSIDER));

        assertThat(statements(() -> office.cashier.receive(request))).isBetween(1L, 20L);
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void takesThePaymentsOfAClassOfThirtyInThirtyStatementsAtMost() {
        office.administrator.execute("UPDATE student SET homeroom = 'Class 30' WHERE studnum BETWEEN 900 AND 940");
        office.settings.change(office.settings.current().withCashRounding(CashRounding.to(DatabaseOffice.cad("0.05"))));
        office.assessment.post(DatabaseOffice.request(
                DatabaseOffice.fee("Class trip", "10.02"), DatabaseOffice.group(GroupKind.HOMEROOM, "\"Class 30\"")));
        JpaClassPayments payments = new JpaClassPayments(
                office.transactions,
                office.settings,
                new JpaFeeCollection(office.transactions, office.settings, office.catalogue, Kit.CLOCK),
                Kit.CLOCK);
        AtomicReference<ClassDue> due = new AtomicReference<>();
        assertThat(statements(() ->
                        due.set(payments.due(DatabaseOffice.CASHIER, "Class trip", "Class 30", DatabaseOffice.DAY))))
                .isBetween(1L, 20L);
        ClassPaymentRequest request = new ClassPaymentRequest(
                RequestKey.fresh(),
                DatabaseOffice.CASHIER,
                "Class trip",
                "Class 30",
                due.get().owing().stream().limit(30).map(ClassDue.Line::part).toList(),
                DatabaseOffice.DAY,
                DatabaseOffice.cad("300.00"),
                PaymentMethod.CASH,
                "",
                Set.of());

        assertThat(statements(
                        () -> assertThat(payments.post(request).receipts()).hasSize(30)))
                .isBetween(1L, 30L);
        office.settings.change(office.settings.current().withCashRounding(CashRounding.none()));
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void findsAFamilyAmongTwoThousandStudentsInEightStatementsAtMost() {
        JpaFamilies families = new JpaFamilies(office.transactions, office.settings);

        assertThat(statements(() -> families.siblings(DatabaseOffice.VIEWER, new StudentNumber(100))))
                .isBetween(1L, 8L);
    }

    @Test
    void splitsAChargeAndTakesThePaymentOfAPartInTwentyFourStatementsAtMost() {
        StudentNumber student = new StudentNumber(105);
        office.charge(student, "Band trip", "100.00", "GST", "PST");
        ChargeId trip = office.owed(student).get(0);
        PaymentRequest whole = DatabaseOffice.payment(student, "40.00");
        PaymentRequest request = whole.paying(new PaidPart(trip, whole.received()));

        assertThat(statements(() -> office.cashier.receive(request))).isBetween(1L, 24L);
    }

    @Test
    void sellsThreePiecesInTwentySixStatementsAtMost() {
        PredefinedFeeId lock = office.catalogue
                .add(new AddRequest(
                        RequestKey.fresh(),
                        DatabaseOffice.CLERK,
                        DatabaseOffice.fee("Lock", "6.00", "GST"),
                        Optional.empty(),
                        Optional.empty()))
                .id();
        PaymentRequest sale = new PaymentRequest(
                RequestKey.fresh(),
                Kit.ADMIN,
                new StudentNumber(106),
                DatabaseOffice.DAY,
                DatabaseOffice.cad("18.90"),
                Set.of(),
                PaymentMethod.CASH,
                "",
                Set.of(),
                Optional.empty(),
                List.of(new SoldFee(lock, 3)));

        assertThat(statements(() -> office.cashier.receive(sale))).isBetween(1L, 26L);
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void sumsTheBalancesOfAllStudentsInOneTransaction() {
        assertThat(statements(() -> assertThat(office.accounts.balances()).hasSizeGreaterThanOrEqualTo(2300)))
                .as("beginning, isolation, closings, sums, end")
                .isEqualTo(6L);
    }

    @Test
    void readsTheAccountsOfFiftyStudentsInFifteenStatementsAtMost() {
        JpaFamilyAccounts families =
                new JpaFamilyAccounts(office.transactions, office.settings, (receipts, copies, settings, out) -> {});
        List<StudentNumber> fifty =
                IntStream.rangeClosed(200, 249).mapToObj(StudentNumber::new).toList();
        var family = DatabaseOffice.only(fifty.toArray(StudentNumber[]::new));
        office.assessment.post(DatabaseOffice.request(DatabaseOffice.fee("Trip", "30.00"), family));
        office.assessment.post(DatabaseOffice.request(DatabaseOffice.fee("Bus", "25.00"), family));
        for (StudentNumber student : fifty) {
            office.cashier.receive(DatabaseOffice.payment(
                    student, "30.00", office.owed(student).get(0)));
        }

        assertThat(statements(() -> assertThat(families.of(fifty))
                        .hasSize(50)
                        .allMatch(account -> account.receipts().size() == 1
                                && !account.outstanding().isEmpty())))
                .isBetween(1L, 15L);
    }

    @Test
    void importsFiveHundredTransfersAndUndoesThemInFiftyStatementsAtMost() {
        StringBuilder text = new StringBuilder("Date,Amount,Description\n");
        var five =
                IntStream.rangeClosed(1000, 1499).mapToObj(StudentNumber::new).toList();
        office.assessment.post(DatabaseOffice.request(
                DatabaseOffice.fee("Bank trip", "30.00"), DatabaseOffice.only(five.toArray(StudentNumber[]::new))));
        five.forEach(student -> text.append(DatabaseOffice.DAY + ",30.00," + PayCode.of(student) + "\n"));
        ImportFile file =
                new ImportFile(ImportKind.BANK, "bank.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        JpaImports imports = new JpaImports(
                office.transactions,
                office.settings,
                new JpaPaymentWriter(office.transactions, office.settings, Kit.CLOCK),
                new JpaReceiptVoider(office.transactions, office.settings, Kit.CLOCK),
                Kit.CLOCK);
        ImportRequest request = new ImportRequest(RequestKey.fresh(), DatabaseOffice.CASHIER, file, Map.of());

        assertThat(statements(() -> assertThat(imports.post(request).receipts()).isEqualTo(500)))
                .isBetween(1L, 50L);
        assertThat(office.faults()).isEmpty();
        UndoImportRequest undo = new UndoImportRequest(
                RequestKey.fresh(),
                DatabaseOffice.CASHIER,
                imports.list(DatabaseOffice.CASHIER).get(0).number(),
                "wrong file");
        assertThat(statements(() -> assertThat(imports.undo(undo).undone()).isTrue()))
                .isBetween(1L, 50L);
        assertThat(office.faults()).isEmpty();
        assertThat(imports.undo(undo).undone()).isTrue();
        assertThat(office.owed(five.get(0))).isNotEmpty();
    }

    @Test
    void transfersTwoThousandCoveredChargesAndUndoesThatInThirtyStatementsAtMost() {
        Clock clock = Clock.systemUTC();
        JpaPayers payers = new JpaPayers(office.transactions, office.settings, clock);
        JpaCovers covers = new JpaCovers(office.transactions, office.settings, clock);
        PayerNumber band = payer(payers, PayerKind.SPONSOR);
        PayerNumber fund = payer(payers, PayerKind.FUND);
        office.cashier.receive(Kit.paying(RequestKey.fresh(), DatabaseOffice.CASHIER, fund, "9000.00"));
        String grades = String.join(" ", office.students.values(GroupKind.GRADE));
        office.assessment.post(DatabaseOffice.request(
                DatabaseOffice.fee("Covered", "9.99", "GST"), DatabaseOffice.group(GroupKind.GRADE, grades)));
        cover(band, 60);
        cover(fund, 30);
        CoverRunRequest request =
                new CoverRunRequest(RequestKey.fresh(), DatabaseOffice.CLERK, Optional.empty(), Optional.empty());

        assertThat(statements(() -> assertThat(covers.run(request).transfers()).isGreaterThanOrEqualTo(4000)))
                .isBetween(1L, 30L);
        CoverRunNumber run =
                covers.runs(DatabaseOffice.CLERK, Page.first(1)).get(0).number();
        assertThat(statements(() -> covers.undo(
                        new UndoCoverRunRequest(RequestKey.fresh(), DatabaseOffice.CLERK, run, "Wrong covers"))))
                .isBetween(1L, 30L);
        assertThat(office.accounts.balance(fund).credit()).isEqualTo(DatabaseOffice.cad("9000.00"));
        assertThat(office.accounts.balance(band).balance().isZero()).isTrue();
    }

    private static PayerNumber payer(JpaPayers payers, PayerKind kind) {
        return payers.add(new AddPayerRequest(
                        RequestKey.fresh(), DatabaseOffice.CLERK, kind, PayerDetails.named("Prairie Band")))
                .number();
    }

    /** A cover of the fee for every student. */
    private static void cover(PayerNumber payer, int percent) {
        office.administrator.execute("""
                INSERT INTO fees_cover (payer_id, studnum, fee, percent, first_day, authorization_text, request_key, recorded_at, recorded_by)
                SELECT %d, s.studnum, 'Covered', %d, '2026-09-01', '', UUID(), UTC_TIMESTAMP(3), 'ann' FROM fees_student s
                """.formatted(payer.value(), percent), """
                INSERT INTO fees_audit (recorded_at, recorded_by, operation, subject_kind, subject, result_kind, result, request_key,
                  outcome, reason)
                SELECT recorded_at, recorded_by, 'add-cover', 'student', studnum, 'cover', id, request_key, 'done', ''
                FROM fees_cover WHERE payer_id = %d
                """.formatted(payer.value()));
    }

    private static long statements(Runnable work) {
        long before = questions();
        work.run();
        return questions() - before - 1;
    }

    private static long questions() {
        try (Connection connection = office.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
            result.next();
            return result.getLong(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
