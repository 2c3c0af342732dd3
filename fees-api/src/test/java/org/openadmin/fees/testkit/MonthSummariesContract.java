package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.Settings;

/** What {@link MonthSummaries} promises. Each test has a month of its own. */
public abstract class MonthSummariesContract extends OfficeContract {

    /** The months of these tests are long ago. */
    private static final Set<Confirmation> RIGHT = Set.of(Confirmation.values());

    private YearMonth month = YearMonth.of(2000, 1);

    @Test
    void aMonthWithoutRowsHasNoLines() {
        assertThat(office.months().of(VIEWER, YearMonth.of(2029, 2)))
                .isEqualTo(new MonthSummary(YearMonth.of(2029, 2), List.of("GST", "QST"), List.of(), 0, cad("0.00")));
    }

    @Test
    void aMonthHasALineForEachKindAndFeeOrMethod() {
        LocalDate day = nextMonth();
        StudentNumber student = student();
        ChargeId trip = charge(student, day, "Trip", "30.00", "GST");
        ChargeId bus = charge(student, day, "Bus", "10.00");
        ChargeId lab = charge(student, day, "Lab fee", "100.00", "GST", "QST");
        Receipt cash = pay(student, day, "31.50", PaymentMethod.CASH, trip);
        Receipt cheque = pay(student, day, "5.00", PaymentMethod.CHEQUE);
        office.corrections().apply(new Cancel(RequestKey.fresh(), CLERK, lab, day, "", RIGHT));
        office.corrections().apply(new Waive(RequestKey.fresh(), CLERK, bus, day, "Bursary", RIGHT));
        office.corrections().apply(new VoidReceipt(RequestKey.fresh(), CASHIER, cheque.number(), day, "", RIGHT));
        pay(student, day, "2.00", PaymentMethod.CARD);
        office.corrections()
                .apply(new Refund(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        cad("2.00"),
                        PaymentMethod.CASH,
                        "",
                        day,
                        "Moved",
                        RIGHT));

        MonthSummary summary = summary();

        assertThat(cash.settled()).hasSize(1);
        assertThat(summary.lines())
                .containsExactly(
                        line(EntryKind.CHARGE, "Bus", null, 1, "10.00", Map.of(), "10.00"),
                        line(
                                EntryKind.CHARGE,
                                "Lab fee",
                                null,
                                1,
                                "100.00",
                                Map.of("GST", cad("5.00"), "QST", cad("9.98")),
                                "114.98"),
                        line(EntryKind.CHARGE, "Trip", null, 1, "30.00", Map.of("GST", cad("1.50")), "31.50"),
                        line(EntryKind.PAYMENT, "Payment", PaymentMethod.CASH, 1, "-31.50", Map.of(), "-31.50"),
                        line(EntryKind.ON_ACCOUNT, "Payment", PaymentMethod.CHEQUE, 1, "-5.00", Map.of(), "-5.00"),
                        line(EntryKind.ON_ACCOUNT, "Payment", PaymentMethod.CARD, 1, "-2.00", Map.of(), "-2.00"),
                        line(
                                EntryKind.REVERSAL,
                                "Lab fee",
                                null,
                                1,
                                "-100.00",
                                Map.of("GST", cad("-5.00"), "QST", cad("-9.98")),
                                "-114.98"),
                        line(EntryKind.WAIVER, "Bus", null, 1, "-10.00", Map.of(), "-10.00"),
                        line(EntryKind.REFUND, "Refund", PaymentMethod.CASH, 1, "2.00", Map.of(), "2.00"),
                        line(EntryKind.VOID, "Voided payment", PaymentMethod.CHEQUE, 1, "5.00", Map.of(), "5.00"));
        assertThat(summary.count()).isEqualTo(10);
        assertThat(summary.total()).isEqualTo(cad("0.00"));
        assertThat(summary.taxNames()).containsExactly("GST", "QST");
    }

    @Test
    void namesThatDifferOnlyInCaseAreOneFee() {
        LocalDate day = nextMonth();
        charge(student(), day, "Trip", "30.00");
        charge(student(), day.plusDays(1), "TRIP", "10.00");

        List<Line> lines = summary().lines();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).name()).isEqualToIgnoringCase("trip");
        assertThat(lines.get(0).count()).isEqualTo(2);
        assertThat(lines.get(0).total()).isEqualTo(cad("40.00"));
    }

    @Test
    void onlyRowsDatedInTheMonthCount() {
        LocalDate day = nextMonth();
        StudentNumber student = student();
        office.add(JournalRow.charge("Before", "1.00").student(student).on(day.minusDays(1)));
        office.add(JournalRow.charge("First", "2.00").student(student).on(day));
        office.add(JournalRow.charge("Last", "4.00")
                .student(student)
                .on(day.plusMonths(1).minusDays(1)));
        office.add(JournalRow.charge("After", "8.00").student(student).on(day.plusMonths(1)));
        office.add(JournalRow.charge("Undated", "16.00").student(student));

        assertThat(summary().total()).isEqualTo(cad("6.00"));
        assertThat(summary().lines()).extracting(Line::name).containsExactly("First", "Last");
    }

    @Test
    void oldRowsAndThoseOfOtherProgramsCount() {
        LocalDate day = nextMonth();
        StudentNumber student = student();
        office.add(JournalRow.charge("Old", "11.30").student(student).on(day).tax(new Tax("HST", cad("1.30"))));
        office.add(JournalRow.charge("Old", "22.60").student(student).on(day).tax(new Tax("hst", cad("2.60"))));
        office.add(JournalRow.payment(1, "5.00").student(student).on(day));
        office.add(JournalRow.of(EntryKind.OTHER, "-1.00").named("Adjusted").on(day));
        office.add(JournalRow.of(EntryKind.CHARGE, "3.00").student(student).on(day));

        MonthSummary summary = summary();

        assertThat(summary.taxNames()).containsExactly("GST", "QST", "HST");
        assertThat(summary.lines())
                .containsExactly(
                        line(EntryKind.CHARGE, "", null, 1, "3.00", Map.of(), "3.00"),
                        line(EntryKind.CHARGE, "Old", null, 2, "30.00", Map.of("HST", cad("3.90")), "33.90"),
                        line(EntryKind.ON_ACCOUNT, "Payment", null, 1, "-5.00", Map.of(), "-5.00"),
                        line(EntryKind.OTHER, "Adjusted", null, 1, "-1.00", Map.of(), "-1.00"));
        assertThat(summary.count()).isEqualTo(5);
        assertThat(summary.total()).isEqualTo(cad("30.90"));
    }

    @Test
    void linesHaveTheConfiguredAccountsAndTheWordsOfTheSchoolsLanguage() {
        LocalDate day = nextMonth();
        StudentNumber student = student();
        charge(student, day, "Trip", "30.00");
        pay(student, day, "1.00", PaymentMethod.CASH);
        Settings french = Kit.settings(Locale.CANADA_FRENCH, Map.of());
        office.configure(new Settings(
                french.school(),
                french.currency(),
                french.locale(),
                french.taxes(),
                french.profiles(),
                french.payments(),
                french.documents(),
                new AccountCodes(Map.of(), Map.of(PaymentMethod.CASH, "1000"), Map.of("trip", "4100"))));

        List<Line> lines = summary().lines();
        office.configure(Kit.settings());

        assertThat(lines)
                .extracting(line -> line.name() + " " + line.account())
                .containsExactly("Trip 4100", "Paiement 1000");
    }

    @Test
    void aMonthOutsideTheLimitsIsRefused() {
        refusal(InvalidInputException.class, () -> office.months().of(VIEWER, YearMonth.of(1899, 12)));
        refusal(InvalidInputException.class, () -> office.months().of(VIEWER, YearMonth.of(3000, 1)));
    }

    @Test
    void anyRoleReads() {
        assertNeeds(Role.VIEW, () -> office.months().of(NOBODY, YearMonth.of(2029, 2)));
    }

    /** The first day of a month that no other test uses. */
    private LocalDate nextMonth() {
        month = month.plusYears(1);
        return month.atDay(1);
    }

    private MonthSummary summary() {
        return office.months().of(VIEWER, month);
    }

    private Receipt pay(
            StudentNumber student, LocalDate day, String amount, PaymentMethod method, ChargeId... charges) {
        return office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(), CASHIER, student, day, cad(amount), Set.of(charges), method, "", RIGHT));
    }

    private static Line line(
            EntryKind kind,
            String name,
            PaymentMethod method,
            int count,
            String subtotal,
            Map<String, Money> taxes,
            String total) {
        return new Line(kind, name, Optional.ofNullable(method), "", count, cad(subtotal), taxes, cad(total));
    }
}
