package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.testkit.JournalRow;

class OfficeListsTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final String[] NAMES = {
        "Tremblay, Inès", "Nguyễn, Thị Phượng", "Щёголев, Дмитрий", "王, 小明", "العربي, محمد", "Roy, Al"
    };

    private final DocumentSchool school = new DocumentSchool();

    @Test
    void aDaySheetHasASectionForEachCashierAndAColumnForEachMethod() {
        received(11, 0, "20.00", PaymentMethod.CASH, "", "zoé");
        received(12, 1, "100.00", PaymentMethod.CHEQUE, "000123", "claire");
        received(13, 2, "35.50", PaymentMethod.CASH, "", "claire");
        received(14, 3, "1250.00", PaymentMethod.CARD, "", "claire");
        received(15, 4, "5.00", null, "", "");

        PdfPages pages = daySheet("day-sheet");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains("Day sheet", "September 8, 2026", "$1,410.50", "5 receipts")
                .contains("Prepared by anna, Sep. 8, 2026, 2:05 p.m.")
                .contains("Receipt Student Cash Cheque Card Other Total")
                .containsSubsequence(
                        "claire",
                        "12 Nguyễn, Thị Phượng 100.00 100.00",
                        "000123",
                        "13 Щёголев, Дмитрий 35.50 35.50",
                        "14 王, 小明 1,250.00 1,250.00",
                        "Total for claire 35.50 100.00 1,250.00 0.00 1,385.50",
                        "zoé",
                        "11 Tremblay, Inès 20.00 20.00",
                        "Total for zoé 20.00 0.00 0.00 0.00 20.00",
                        "Cashier not recorded",
                        "15",
                        "5.00 5.00",
                        "Total 0.00 0.00 0.00 5.00 5.00",
                        "Cash (2) 55.50",
                        "Cheque (1) 100.00",
                        "Card (1) 1,250.00",
                        "Other (1) 5.00",
                        "Amount received $1,410.50");
        assertThat(pages.about().getTitle()).isEqualTo("Day sheet – September 8, 2026");
    }

    @Test
    void whatWasVoidedThatDayIsShownAndNotCountedAndLaterVoidsChangeNothing() {
        received(1, 0, "20.00", PaymentMethod.CASH, "", "claire");
        voided(received(2, 1, "30.00", PaymentMethod.CASH, "", "claire"), DAY);
        voided(received(3, 2, "40.00", PaymentMethod.CASH, "", "claire"), DAY.plusDays(3));

        assertThat(daySheet("day-sheet-voided").page(1))
                .contains("Receipt Student Cash")
                .contains("2 Nguyễn, Thị Phượng 0.00", "Voided Sep. 8, 2026: 30.00 not counted")
                .contains("3 Щёголев, Дмитрий 40.00", "Voided Sep. 11, 2026")
                .contains("Cash (2) 60.00", "Amount received $60.00")
                .doesNotContain("Total");
    }

    @Test
    void aDaySheetShowsRefundsAndVoidsOfOtherDaysAndWhatMustBeInTheDrawer() {
        received(1, 0, "100.00", PaymentMethod.CASH, "", "claire");
        received(2, 1, "27.70", PaymentMethod.CHEQUE, "000123", "claire");
        received(3, 1, "5.00", PaymentMethod.CASH, "", "zoé");
        long refund = paidOut(EntryKind.REFUND, "40.00", PaymentMethod.CASH, "claire", OptionalLong.empty());
        long old = school.counter.add(JournalRow.payment(9, "12.00")
                .student(new StudentNumber(103))
                .on(DAY.minusDays(4))
                .by(PaymentMethod.CHEQUE, "000099"));
        paidOut(EntryKind.VOID, "12.00", PaymentMethod.CHEQUE, "zoé", OptionalLong.of(old));

        assertThat(daySheet("day-sheet-out").page(1))
                .contains("Net received $80.70", "3 receipts, 2 amounts paid out")
                .containsSubsequence(
                        "claire",
                        "1 Tremblay, Inès 100.00 100.00",
                        "2 Nguyễn, Thị Phượng 27.70 27.70",
                        "Tremblay, Inès –40.00 –40.00",
                        "Refund " + refund,
                        "Total for claire 60.00 27.70 87.70",
                        "zoé",
                        "3 Nguyễn, Thị Phượng 5.00 5.00",
                        "9 Tremblay, Inès –12.00 –12.00",
                        "Voided payment, received Sep. 4, 2026",
                        "Total for zoé 5.00 –12.00 –7.00",
                        "Cash: in (2) 105.00",
                        "Cash: out (1) –40.00",
                        "Cash: net 65.00",
                        "Cheque: in (1) 27.70",
                        "Cheque: out (1) –12.00",
                        "Cheque: net 15.70",
                        "Net received $80.70");
    }

    private long paidOut(EntryKind kind, String amount, PaymentMethod method, String user, OptionalLong voids) {
        JournalRow row = JournalRow.of(kind, amount)
                .student(new StudentSnapshot(new StudentNumber(100), NAMES[0], "9", "9A"))
                .on(DAY)
                .by(method, "")
                .recorded(user, Optional.empty());
        voids.ifPresent(row::reverses);
        return school.counter.add(row);
    }

    @Test
    void aDayAListAndAMonthWithoutAnythingHaveAPageThatSaysSo() {
        school.summaries.put(SEPTEMBER, new MonthSummary(SEPTEMBER, List.of("GST"), List.of(), 0, money("0")));

        assertThat(daySheet("day-sheet-none").page(1))
                .contains("No receipts", "Nothing was received or paid out on this day.", "Amount received $0.00");
        assertThat(receivables("receivables-none").page(1)).contains("No students", "Balance $0.00");
        assertThat(summary("summary-none").page(1)).contains("No transactions", "Net change $0.00");
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void sixtyReceiptsTakeMorePagesAndTheSumsAreRight(Paper paper) {
        school.paper = paper;
        for (int number = 1; number <= 60; number++) {
            received(
                    number,
                    number % 6,
                    "1.01",
                    PaymentMethod.values()[number % 5],
                    "",
                    number % 2 == 0 ? "anna" : "bo");
        }

        PdfPages pages = daySheet("day-sheet-60-" + paper);

        assertThat(pages.count()).isBetween(2, 5);
        for (int page = 1; page <= pages.count(); page++) {
            assertThat(pages.page(page)).contains("60 receipts", "Page " + page + " of " + pages.count());
        }
        assertThat(String.join("", pages.texts()))
                .contains(
                        "Total for anna 6.06 6.06 6.06 6.06 6.06 30.30", "Total for bo 6.06 6.06 6.06 6.06 6.06 30.30")
                .contains("Transfer (12) 12.12", "Amount received $60.60");
        assertThat(pages.width()).isEqualTo(paper == Paper.A4 ? 595f : 612f);
    }

    @Test
    void theReceivablesHaveAColumnForEachAgeAndAddUp() {
        owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        owes(3, "0", "0", "0", "0", "99.99", "0");
        owes(4, "0", "5.00", "0", "0", "0", "0");

        PdfPages pages = receivables("receivables");

        assertThat(pages.page(1))
                .contains("Aged receivables", "September 8, 2026", "$179.99", "3 students", "Prepared by anna")
                .contains(
                        "1–30 days 31–60 days 61–90 days Over 90 days",
                        "Not yet due overdue overdue overdue overdue Balance")
                .contains("Tremblay, Inès 1.00 9.00 20.00 30.00 40.00 75.00", "Homeroom 9A · less credit of 25.00")
                .contains("王, 小明 99.99 99.99")
                .contains("Total 1.00 14.00 20.00 30.00 139.99 179.99")
                .contains("Outstanding fees 204.99", "Credit on account –25.00", "Balance $179.99");
    }

    @Test
    void studentsWithCreditOnlyAreOneLineAndTheTotalIsThatOfAllAccounts() {
        owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        school.creditOnlyStudents = 12;
        school.creditOnly = money("345.00");

        assertThat(receivables("receivables-credit").page(1))
                .contains("13 students", "Credit only –345.00", "12 students")
                .contains("Total 1.00 9.00 20.00 30.00 40.00 –270.00")
                .contains("Outstanding fees 100.00", "Credit on account –370.00", "Balance –$270.00");
    }

    @Test
    void aSelectionSaysThatItIsOneAndAddsUpToItself() {
        owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        owes(3, "0", "0", "0", "0", "99.99", "0");
        school.creditOnlyStudents = 12;
        school.creditOnly = money("345.00");
        StudentNumber one = school.receivables.get(1).student().number();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().receivables(CLERK, DAY, Set.of(one), out);

        assertThat(PdfPages.of(out.toByteArray(), "receivables-selection").page(1))
                .contains("Selection: 1 of 2 students", "Total 0.00 0.00 0.00 0.00 99.99 99.99", "Balance $99.99")
                .doesNotContain("Tremblay", "Credit only");
    }

    @Test
    void receivablesOfAPastDayNameItAndWhatWasRecordedLater() {
        owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        school.known = Optional.of(new KnownThen(2, money("-30.00"), money("130.00"), money("25.00")));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().receivables(CLERK, DAY.minusDays(70), out);

        assertThat(PdfPages.of(out.toByteArray(), "receivables-past").page(1))
                .contains("As of", "June 30, 2026")
                .containsSubsequence(
                        "Total 1.00",
                        "2 entries for June 30, 2026 or an earlier day, –$30.00 in all, were recorded after it. As known on",
                        "outstanding $130.00, credit $25.00.",
                        "Outstanding fees 100.00");
    }

    @Test
    void theLongestNamesAndTheLargestAmountsHaveRoom() {
        StudentNumber number = new StudentNumber(999_999_999);
        StudentSnapshot student = new StudentSnapshot(number, "W".repeat(255), "G".repeat(50), "R".repeat(50));
        Map<Age, Money> ages = new TreeMap<>();
        for (Age age : Age.values()) {
            ages.put(age, money("99999999.99"));
        }
        for (int line = 0; line < 12; line++) {
            school.receivables.add(new Receivable(
                    student, ages, new AccountBalance(number, money("300000000.00"), money("499999999.95"))));
        }

        PdfPages pages = receivables("receivables-longest");

        assertThat(pages.page(1)).contains("99,999,999.99 300,000,000.00", "less credit of 199,999,999.95");
        assertThat(pages.run()).contains("$3,600,000,000.00", "–2,399,999,999.40");
        assertThat(pages.run().chars().filter(c -> c == 'W').count()).isEqualTo(12 * 255);
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void sixtyStudentsWhoOweAreAllThere(Paper paper) {
        school.paper = paper;
        for (int i = 0; i < 60; i++) {
            owes(i % 6, "0", "1.00", "0", "2.00", "0", "0.50");
        }

        PdfPages pages = receivables("receivables-60-" + paper);

        assertThat(pages.count()).isBetween(2, 4);
        assertThat(pages.page(pages.count())).contains("Total 0.00 60.00 0.00 120.00 0.00 150.00", "–30.00", "$150.00");
        assertThat(String.join("", pages.texts()).split("less credit of 0\\.50", -1))
                .hasSize(61);
    }

    @Test
    void theSummaryOfAMonthIsByKindWithAColumnForEachTax() {
        school.summaries.put(SEPTEMBER, september());

        PdfPages pages = summary("summary");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains("Monthly summary", "September 2026", "–$1,200.75", "1,234 transactions")
                .contains("Count Fee or method Subtotal GST PST Total")
                .containsSubsequence(
                        "Charges",
                        "3 Band trip 720.00 36.00 756.00",
                        "Account 4010",
                        "1,000 Lab fee 24.95 1.25 1.50 27.70",
                        "Total 744.95 37.25 1.50 783.70",
                        "Payments",
                        "200 Cash 1,500.00 1,500.00",
                        "20 Method not recorded 500.00 500.00",
                        "Total 2,000.00 0.00 0.00 2,000.00",
                        "Waivers",
                        "1 Band trip –14.71 –0.74 –15.45",
                        "Refunds",
                        "10 Cheque 31.00 31.00")
                .containsSubsequence(
                        "Charges 783.70",
                        "Payments –2,000.00",
                        "Waivers –15.45",
                        "Refunds 31.00",
                        "Net change –$1,200.75")
                .doesNotContain("HST");
    }

    @Test
    void aMonthWithoutTaxesHasOneColumn() {
        MonthSummary.Line cash = line(EntryKind.PAYMENT, "Payment", PaymentMethod.CASH, "", 2, "-5.00");
        school.summaries.put(SEPTEMBER, new MonthSummary(SEPTEMBER, List.of("GST"), List.of(cash), 2, money("-5.00")));

        assertThat(summary("summary-untaxed").page(1))
                .contains("Count Fee or method Total", "2 Cash 5.00")
                .doesNotContain("GST", "Subtotal");
    }

    @Test
    void aLongMonthWithManyTaxesHasRoom() {
        List<MonthSummary.Line> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lines.add(line(
                    EntryKind.CHARGE,
                    "Wohlfahrt " + "w".repeat(245),
                    null,
                    "4".repeat(40),
                    99999,
                    "99999994.99",
                    "A 1.00",
                    "B 1.00",
                    "C 1.00",
                    "D 1.00",
                    "E 1.00"));
        }
        school.summaries.put(
                SEPTEMBER,
                new MonthSummary(SEPTEMBER, List.of("A", "B", "C", "D", "E"), lines, 5999940, money("5999999999.40")));

        PdfPages pages = summary("summary-longest");

        assertThat(pages.page(1)).contains("Subtotal A B C Other taxes Total", "99,999,994.99 1.00 1.00 1.00 2.00");
        assertThat(pages.run()).contains("$5,999,999,999.40");
        assertThat(pages.run().split("Wohlfahrt", -1)).hasSize(61);
    }

    @Test
    void aFrenchSchoolHasFrenchLists() {
        school.locale = Locale.CANADA_FRENCH;
        voided(received(1, 0, "1250.00", PaymentMethod.CHEQUE, "000123", "claire"), DAY);
        received(2, 0, "10.00", PaymentMethod.CASH, "", "claire");
        owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        school.summaries.put(SEPTEMBER, september());

        assertThat(daySheet("day-sheet-french").page(1))
                .contains("Rapport de caisse", "8 septembre 2026", "1 reçu", "Préparé par anna")
                .contains("Reçu Élève comptant Chèque Total", "non compté", "Montant encaissé 10,00 $");
        assertThat(receivables("receivables-french").run())
                .contains("1élève", "61à90jours", "Plusde90", "Solde75,00$", "Groupe-repère9A");
        assertThat(summary("summary-french").page(1))
                .contains("Sommaire mensuel", "septembre 2026", "1 234 opérations", "Dispenses –15,45")
                .contains("Variation nette –1 200,75 $", "Compte 4010");
    }

    @Test
    void withoutARoleThereIsNoList() {
        Actor eve = new Actor("eve", Set.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().daySheet(eve, DAY, out)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> school.reports().receivables(eve, DAY, out)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> school.reports().summary(eve, SEPTEMBER, out)).isInstanceOf(NotAllowedException.class);
        assertThat(out.size()).isZero();
    }

    private static MonthSummary september() {
        return new MonthSummary(
                SEPTEMBER,
                List.of("HST", "GST", "PST"),
                List.of(
                        line(EntryKind.CHARGE, "Band trip", null, "4010", 3, "720.00", "GST 36.00"),
                        line(EntryKind.CHARGE, "Lab fee", null, "", 1000, "24.95", "GST 1.25", "PST 1.50"),
                        line(EntryKind.PAYMENT, "Payment", PaymentMethod.CASH, "1000", 200, "-1500.00"),
                        line(EntryKind.PAYMENT, "Payment", null, "", 20, "-500.00"),
                        line(EntryKind.WAIVER, "Band trip", null, "4010", 1, "-14.71", "GST -0.74"),
                        line(EntryKind.REFUND, "Refund", PaymentMethod.CHEQUE, "", 10, "31.00")),
                1234,
                money("-1200.75"));
    }

    /** @param method null for none */
    private static MonthSummary.Line line(
            EntryKind kind,
            String name,
            PaymentMethod method,
            String account,
            int count,
            String amount,
            String... taxes) {
        Map<String, Money> taxed = new TreeMap<>();
        Arrays.stream(taxes).forEach(tax -> taxed.put(tax.split(" ")[0], money(tax.split(" ")[1])));
        Money total = taxed.values().stream().reduce(money(amount), Money::plus);
        return new MonthSummary.Line(
                kind, name, Optional.ofNullable(method), account, count, money(amount), taxed, total);
    }

    private void owes(int name, String notDue, String to30, String to60, String to90, String over, String credit) {
        StudentNumber number = new StudentNumber(100 + name);
        Map<Age, Money> ages = Map.of(
                Age.NOT_DUE,
                money(notDue),
                Age.TO_30,
                money(to30),
                Age.TO_60,
                money(to60),
                Age.TO_90,
                money(to90),
                Age.OVER_90,
                money(over));
        Money outstanding = ages.values().stream().reduce(money("0"), Money::plus);
        school.receivables.add(new Receivable(
                new StudentSnapshot(number, NAMES[name], "9", "9A"),
                ages,
                new AccountBalance(number, outstanding.minus(money(credit)), outstanding)));
    }

    /** @param method null for none */
    private Receipt received(
            int number, int name, String amount, PaymentMethod method, String reference, String cashier) {
        Receipt receipt = new Receipt(
                new ReceiptNumber(number),
                new StudentSnapshot(new StudentNumber(100 + name), NAMES[name], "9", "9A"),
                DAY,
                money(amount),
                List.of(),
                Optional.ofNullable(method),
                reference,
                cashier,
                Optional.empty(),
                Optional.empty());
        school.keep(receipt);
        return receipt;
    }

    private void voided(Receipt r, LocalDate date) {
        school.keep(EveryDocument.voided(r, date));
    }

    private PdfPages daySheet(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().daySheet(CLERK, DAY, out);
        return PdfPages.of(out.toByteArray(), file);
    }

    private PdfPages receivables(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().receivables(CLERK, DAY, out);
        return PdfPages.of(out.toByteArray(), file);
    }

    private PdfPages summary(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().summary(CLERK, SEPTEMBER, out);
        return PdfPages.of(out.toByteArray(), file);
    }
}
