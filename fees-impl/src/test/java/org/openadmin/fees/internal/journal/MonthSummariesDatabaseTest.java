package org.openadmin.fees.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.schema.LegacyDatabase;

/** The accountant's summary of a month agrees with the journal of that month to the cent. */
class MonthSummariesDatabaseTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static DatabaseOffice office;
    private static JpaMonthSummaries summary;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(60);
        summary = new JpaMonthSummaries(office.transactions, office.settings);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void emptyJournal() {
        office.administrator.execute("DELETE FROM fees_jrl");
    }

    @Test
    void hasALineForEachFeeAndForEachMethod() {
        StudentNumber first = new StudentNumber(100);
        StudentNumber second = new StudentNumber(101);
        office.charge(first, "Lab fee", "24.95", "GST", "PST");
        office.charge(second, "Lab fee", "24.95", "GST", "PST");
        office.charge(second, "Bus", "100.00", "GST");
        pay(first, "27.70", PaymentMethod.CASH);
        pay(second, "50.00", PaymentMethod.CHEQUE);
        pay(second, "10.00", PaymentMethod.CHEQUE);

        MonthSummary month = summary.of(VIEWER, SEPTEMBER);

        assertThat(month.taxNames()).containsExactly("GST", "PST");
        assertThat(month.lines())
                .containsExactly(
                        new Line(
                                EntryKind.CHARGE,
                                "Bus",
                                Optional.empty(),
                                "",
                                1,
                                cad("100.00"),
                                Map.of("GST", cad("5.00")),
                                cad("105.00")),
                        new Line(
                                EntryKind.CHARGE,
                                "Lab fee",
                                Optional.empty(),
                                "",
                                2,
                                cad("49.90"),
                                Map.of("GST", cad("2.50"), "PST", cad("3.00")),
                                cad("55.40")),
                        money(PaymentMethod.CASH, 1, "-27.70"),
                        money(PaymentMethod.CHEQUE, 2, "-60.00"));
        assertThat(month.count()).isEqualTo(6);
        assertThat(month.total()).isEqualTo(cad("72.70"));
    }

    @Test
    void takesTheTaxesOfACancelledChargeBack() {
        office.charge(new StudentNumber(102), "Lab fee", "24.95", "GST", "PST");
        office.administrator.execute(
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, subtotal, tax1, tax1_name,"
                        + " tax2, tax2_name, total, reverses_id) SELECT studnum, '2026-10-01', 'rev', name, -subtotal, -tax1, tax1_name,"
                        + " -tax2, tax2_name, -total, id FROM fees_jrl");

        MonthSummary october = summary.of(VIEWER, SEPTEMBER.plusMonths(1));

        assertThat(october.lines())
                .containsExactly(new Line(
                        EntryKind.REVERSAL,
                        "Lab fee",
                        Optional.empty(),
                        "",
                        1,
                        cad("-24.95"),
                        Map.of("GST", cad("-1.25"), "PST", cad("-1.50")),
                        cad("-27.70")));
        assertThat(october.total())
                .isEqualTo(summary.of(VIEWER, SEPTEMBER).total().negated());
    }

    @Test
    void readsWhatOldProgramsWrote() {
        insert("2026-09-01", "chg", "Trip", "20.00", "'HST'", "2.60", "22.60", "NULL");
        insert("2026-09-30", "CHG", "TRIP ", "10.00", "'gst'", "0.50", "10.50", "NULL");
        insert("2026-09-02", "chg", null, null, "NULL", "1.00", "6.00", "NULL");
        insert("2026-09-03", "pay", "Payment", null, "NULL", null, "-5.00", "NULL");
        insert("2026-09-04", "pay", "Paiement", null, "NULL", null, "-6.00", "NULL");
        insert("2026-09-05", "pay", "Paiement", null, "NULL", null, "-7.00", "'barter'");
        insert("2026-09-06", "adj", "Correction", null, "NULL", null, "0.01", "NULL");
        insert("2026-09-07", null, null, null, "NULL", null, null, "NULL");
        insert(null, "chg", "Undated", null, "NULL", null, "1000.00", "NULL");

        MonthSummary month = summary.of(VIEWER, SEPTEMBER);

        assertThat(month.taxNames()).containsExactly("GST", "PST", "tax 1", "HST");
        assertThat(month.lines())
                .extracting(line -> line.kind() + " " + line.name() + " "
                        + line.method().map(PaymentMethod::keyword).orElse("-") + " " + line.count() + " "
                        + line.subtotal().toPlainString() + " " + new TreeMap<>(line.taxes()) + " "
                        + line.total().toPlainString())
                .containsExactly(
                        "CHARGE  - 1 5.00 {tax 1=1.00 CAD} 6.00",
                        "CHARGE TRIP - 2 30.00 {GST=0.50 CAD, HST=2.60 CAD} 33.10",
                        "PAYMENT Payment other 1 -7.00 {} -7.00",
                        "PAYMENT Payment - 2 -11.00 {} -11.00",
                        "OTHER  - 1 0.00 {} 0.00",
                        "OTHER Correction - 1 0.01 {} 0.01");
        assertThat(month.count()).isEqualTo(8);
        assertThat(month.total()).isEqualTo(cad("21.11"));
    }

    @Test
    void allMonthsOfAnOldJournalAddUpToItsDatedRows() {
        try (DatabaseOffice old = new DatabaseOffice(LegacyDatabase::load, 2)) {
            agree(old, new JpaMonthSummaries(old.transactions, old.settings));
        }
    }

    @RepeatedTest(5)
    void allMonthsOfAnyJournalAddUpToIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String rows = Stream.generate(() -> row(random)).limit(400).collect(Collectors.joining(", "));
        office.administrator.execute(
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, method, subtotal, tax1_name,"
                        + " tax1, tax3_name, tax3, total) VALUES " + rows);

        agree(office, summary);
    }

    @Test
    void isEmptyForAMonthWithoutRowsAndRefusedToOthers() {
        assertThat(summary.of(VIEWER, YearMonth.of(1999, 1)).lines()).isEmpty();
        assertThat(summary.of(VIEWER, YearMonth.of(1999, 1)).total()).isEqualTo(cad("0.00"));
        assertThatThrownBy(() -> summary.of(new Actor("nobody", Set.of()), SEPTEMBER))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> summary.of(VIEWER, YearMonth.of(26, 9))).isInstanceOf(InvalidInputException.class);
    }

    /** The sum of all months is that of the journal, and each line is the sum of its rows. */
    private static void agree(DatabaseOffice office, JpaMonthSummaries summary) {
        YearMonth first = month(office, "MIN");
        Money total = cad("0.00");
        int count = 0;
        for (YearMonth month = first; !month.isAfter(month(office, "MAX")); month = month.plusMonths(1)) {
            MonthSummary each = summary.of(VIEWER, month);
            assertThat(each.lines().stream().map(Line::total).reduce(cad("0.00"), Money::plus))
                    .isEqualTo(each.total());
            assertThat(each.lines()).allSatisfy(line -> assertThat(each.taxNames())
                    .containsAll(line.taxes().keySet()));
            total = total.plus(each.total());
            count += each.count();
        }
        assertThat(count).isPositive();
        assertThat(String.valueOf(count)).isEqualTo(office.ask("SELECT COUNT(*) FROM fees_jrl WHERE trans_date > 0"));
        assertThat(total.amount())
                .isEqualTo(new BigDecimal(office.ask("SELECT SUM(total) FROM fees_jrl WHERE trans_date > 0")));
    }

    private static YearMonth month(DatabaseOffice office, String which) {
        return YearMonth.parse(office.ask(
                "SELECT DATE_FORMAT(" + which + "(trans_date), '%Y-%m') FROM fees_jrl WHERE trans_date > 0"));
    }

    private static String row(Random random) {
        List<String> kinds =
                List.of("'chg'", "'pay'", "'roa'", "'rev'", "'waive'", "'refund'", "'void'", "'x'", "NULL");
        List<String> names = List.of("'Lab'", "'lab'", "'Läb'", "'Lab '", "''", "NULL", "'=1+1'", "'😀'");
        List<String> methods = List.of("'cash'", "'CARD'", "'?'", "NULL");
        List<String> taxes = List.of("'GST'", "'gst'", "'TPS'", "NULL");
        String date = random.nextInt(20) == 0
                ? "NULL"
                : "'" + YearMonth.of(2025, 11).atDay(1).plusDays(random.nextInt(420)) + "'";
        return Stream.of(
                        "100",
                        date,
                        any(kinds, random),
                        any(names, random),
                        any(methods, random),
                        amount(random),
                        any(taxes, random),
                        amount(random),
                        any(taxes, random),
                        amount(random),
                        amount(random))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String amount(Random random) {
        return random.nextInt(10) == 0
                ? "NULL"
                : BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, 2).toPlainString();
    }

    private static void insert(
            String date,
            String kind,
            String name,
            String subtotal,
            String taxName,
            String tax,
            String total,
            String method) {
        office.administrator.execute(
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, subtotal, tax1_name, tax1,"
                        + " total, method) VALUES (100, " + quoted(date) + ", " + quoted(kind) + ", " + quoted(name)
                        + ", " + subtotal
                        + ", " + taxName + ", " + tax + ", " + total + ", " + method + ")");
    }

    private static String quoted(String text) {
        return text == null ? "NULL" : "'" + text + "'";
    }

    private static void pay(StudentNumber student, String amount, PaymentMethod method) {
        office.cashier.receive(new PaymentRequest(
                        RequestKey.fresh(),
                        DatabaseOffice.CASHIER,
                        student,
                        DatabaseOffice.DAY,
                        cad(amount),
                        Set.of(),
                        method,
                        "")
                .confirming(Confirmation.REPEATED_AMOUNT));
    }

    private static Line money(PaymentMethod method, int count, String total) {
        return new Line(
                EntryKind.ON_ACCOUNT, "Payment", Optional.of(method), "", count, cad(total), Map.of(), cad(total));
    }
}
