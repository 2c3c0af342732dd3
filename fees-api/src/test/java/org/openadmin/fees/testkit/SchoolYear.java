package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview.Figures;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

/**
 * A school's year, from September to June: fees each month, a queue at the counter, corrections, a tax that changes in October, cheques
 * that the bank returns, rows recorded late, and a month that is reopened. After each month the figures must tie out, to the bank and in the books, and in June
 * those of each past month must be those that were printed at its end.
 */
public final class SchoolYear {

    private static final YearMonth FIRST = YearMonth.of(2026, 9);
    private static final int MONTHS = 10;
    private static final YearMonth REOPENED = YearMonth.of(2027, 1);
    private static final LocalDate NEW_RATE = LocalDate.of(2026, 10, 1);
    private static final int DAYS_BETWEEN = 4;
    private static final int VISITS = 7;
    private static final Set<Confirmation> ALL = Set.of(Confirmation.values());

    /** What the story is made of; each must happen. */
    private enum Event {
        PAYMENT,
        CANCELLATION,
        WAIVER,
        VOID,
        RETURNED_CHEQUE,
        REFUND,
        LATE_PAYMENT
    }

    private final Office office;
    private final TestClock clock;
    private final Random random;
    private final SchoolYearBank bank;
    private final List<StudentNumber> students;
    private final List<Receipt> cheques = new ArrayList<>();
    private final Map<Event, Integer> events = new EnumMap<>(Event.class);
    private final Map<LocalDate, Figures> printed = new LinkedHashMap<>();
    private final Map<YearMonth, MonthSummary> sent = new LinkedHashMap<>();

    /** @param students how many there are; the office must have neither students nor rows */
    public SchoolYear(Office office, TestClock clock, int students, long seed) {
        this.office = office;
        this.clock = clock;
        this.students = IntStream.rangeClosed(1, students)
                .mapToObj(number -> new StudentNumber(1_000 + number))
                .toList();
        random = new Random(seed);
        bank = new SchoolYearBank(office);
    }

    /** The figures of the end of each month, and what the accountant was sent. */
    public List<Object> play() {
        office.configure(settings());
        for (StudentNumber student : students) {
            int grade = 9 + student.value() % 4;
            office.enrol(Kit.student(student.value(), "Roy", "Ann", "" + grade, grade + "A"));
        }
        for (int number = 0; number < MONTHS; number++) {
            month(FIRST.plusMonths(number));
        }
        YearMonth last = FIRST.plusMonths(MONTHS - 1);
        clock.moveTo(last.atEndOfMonth().plusDays(2));
        close(last);
        post(last.atEndOfMonth());
        new PostedBooks(office).assertTieOut(List.copyOf(printed.keySet()));
        printed.forEach(this::requireAsPrinted);
        sent.forEach((month, summary) -> assertThat(office.months().of(VIEWER, month))
                .as("what was sent of " + month)
                .isEqualTo(summary));
        assertThat(events).containsOnlyKeys(Event.values());
        List<Object> year = new ArrayList<>(printed.values());
        year.addAll(sent.values());
        return year;
    }

    private static Settings settings() {
        Settings usual = Kit.settings();
        return new Settings(
                        usual.school(),
                        usual.currency(),
                        usual.locale(),
                        List.of(new TaxRate("GST", new BigDecimal("5")).changing(NEW_RATE, new BigDecimal("6"))),
                        usual.profiles(),
                        usual.payments(),
                        usual.documents(),
                        PostedBooks.ACCOUNTS)
                .withDueDays(30)
                .withCashRounding(CashRounding.to(cad("0.05")));
    }

    private void month(YearMonth month) {
        if (month.isAfter(FIRST)) {
            clock.moveTo(month.atDay(2));
            late(month.minusMonths(1).atEndOfMonth());
            close(month.minusMonths(1));
            post(month.minusMonths(1).atEndOfMonth());
        }
        clock.moveTo(month.atDay(DAYS_BETWEEN));
        assess(month.atDay(DAYS_BETWEEN), "Lunch " + month, "46.37", "9 10 11 12");
        assess(month.atDay(DAYS_BETWEEN), "Lab " + month, "18.99", month.getMonthValue() % 2 == 0 ? "9" : "11 12");
        for (int day = DAYS_BETWEEN; day < month.lengthOfMonth(); day += DAYS_BETWEEN) {
            LocalDate today = month.atDay(day);
            clock.moveTo(today);
            for (int visit = 0; visit < VISITS; visit++) {
                visit(today);
            }
            bank.depositUpTo(today);
        }
        if (month.equals(REOPENED.plusMonths(1))) {
            reopen(month.atEndOfMonth().minusDays(1));
        }
        clock.moveTo(month.atEndOfMonth());
        while (!bank.depositUpTo(month.atEndOfMonth())) {
            pay(students.get(random.nextInt(students.size())), month.atEndOfMonth(), Event.PAYMENT);
        }
        bank.requireTiedOut(month.atEndOfMonth());
        printed.put(month.atEndOfMonth(), office.overview().figures(VIEWER, month.atEndOfMonth()));
    }

    private void assess(LocalDate date, String name, String amount, String grades) {
        AssessmentDraft draft = new AssessmentDraft(
                Optional.empty(), Kit.fee(name, amount, "GST"), date, Audience.Group.parse(GroupKind.GRADE, grades));
        office.assessment()
                .post(new AssessmentRequest(RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(), OptionalInt.empty()));
    }

    /** A student at the counter, or somebody's correction. */
    private void visit(LocalDate today) {
        StudentNumber student = students.get(random.nextInt(students.size()));
        switch (random.nextInt(12)) {
            case 0 -> correct(Event.CANCELLATION, charge(student).map(each -> DatedRequests.cancel(each.id(), today)));
            case 1 -> correct(Event.WAIVER, charge(student).map(each -> DatedRequests.waive(each.id(), today)));
            case 2 ->
                correct(
                        Event.VOID,
                        pay(student, today, Event.PAYMENT)
                                .map(receipt -> DatedRequests.voiding(receipt.number(), today)));
            case 3 -> returnCheque(today);
            case 4 -> correct(Event.REFUND, refund(student, today));
            default -> pay(student, today, Event.PAYMENT);
        }
    }

    private Optional<Charge> charge(StudentNumber student) {
        return office.accounts().outstanding(student).stream().findFirst();
    }

    private void correct(Event event, Optional<? extends CorrectionRequest> request) {
        request.ifPresent(each -> {
            try {
                office.corrections().apply(each);
                events.merge(event, 1, Integer::sum);
            } catch (FeesException refused) {
                // such as money that has been paid back since: nothing was done
            }
        });
    }

    /** Pays some of what is due, often with more on account; a student without charges pays in advance. */
    private Optional<Receipt> pay(StudentNumber student, LocalDate date, Event event) {
        PaymentMethod method = List.of(PaymentMethod.CASH, PaymentMethod.CASH, PaymentMethod.CHEQUE, PaymentMethod.CARD)
                .get(random.nextInt(4));
        List<Charge> paid = office.accounts().outstanding(student).stream()
                .limit(1 + random.nextInt(3))
                .toList();
        Money total = paid.stream().map(Charge::total).reduce(cad("0.00"), Money::plus);
        Money more = paid.isEmpty() || random.nextInt(3) == 0 ? cad(5 + random.nextInt(40) + ".00") : cad("0.00");
        Money sum = total.plus(more);
        Receipt receipt = office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        date,
                        method == PaymentMethod.CASH
                                ? CashRounding.to(cad("0.05")).sum(sum)
                                : sum,
                        paid.stream().map(Charge::id).collect(Collectors.toSet()),
                        method,
                        method == PaymentMethod.CHEQUE ? "" + random.nextInt(900) : "",
                        ALL));
        if (method == PaymentMethod.CHEQUE) {
            cheques.add(receipt);
        }
        events.merge(event, 1, Integer::sum);
        return Optional.of(receipt);
    }

    /** The bank returns a cheque of an earlier day, which is in a deposit. */
    private void returnCheque(LocalDate today) {
        cheques.stream()
                .filter(receipt -> receipt.date().isBefore(today))
                .reduce((first, latest) -> latest)
                .ifPresent(receipt -> {
                    cheques.remove(receipt);
                    correct(
                            Event.RETURNED_CHEQUE,
                            Optional.of(DatedRequests.returning(receipt.number(), today, "25.00")));
                });
    }

    private Optional<CorrectionRequest> refund(StudentNumber student, LocalDate today) {
        Money credit = office.accounts().balance(student).credit();
        return Optional.of(credit)
                .filter(Money::isPositive)
                .map(each -> DatedRequests.refund(
                        student, today, CashRounding.to(cad("0.05")).sum(each).toPlainString()));
    }

    /** Money that was received on the last day of a month is recorded in the next. */
    private void late(LocalDate date) {
        for (int number = 0; number < date.getMonthValue() % 3; number++) {
            pay(students.get(random.nextInt(students.size())), date, Event.LATE_PAYMENT);
        }
    }

    private void close(YearMonth month) {
        MonthSummary summary = office.months().of(VIEWER, month);
        bank.requireSummed(summary);
        office.closings().apply(new ClosingRequest.Close(RequestKey.fresh(), CLERK, month));
        sent.put(month, summary);
    }

    /** All that is not posted yet goes to the books, also what was recorded late. */
    private void post(LocalDate until) {
        office.postings().post(new PostingRequest(RequestKey.fresh(), ADMIN, until));
        new PostedBooks(office).assertTieOut(List.of(until));
    }

    /** A receipt of a closed month was forgotten. */
    private void reopen(LocalDate today) {
        clock.moveTo(today);
        office.closings()
                .apply(new ClosingRequest.Reopen(RequestKey.fresh(), ADMIN, REOPENED, "A receipt was forgotten"));
        pay(students.get(0), REOPENED.atDay(15), Event.LATE_PAYMENT);
        close(REOPENED);
    }

    /** The figures as of the end of a month, without what was recorded later, are those that were printed on that day. */
    private void requireAsPrinted(LocalDate day, Figures then) {
        Figures now = office.overview().figuresAsOf(VIEWER, day);
        KnownThen known = now.known().orElseThrow();
        assertThat(known.outstanding()).as("outstanding on " + day).isEqualTo(then.outstanding());
        assertThat(known.credit()).as("credit on " + day).isEqualTo(then.credit());
        assertThat(now.balance().minus(known.laterTotal()))
                .as("balance of " + day)
                .isEqualTo(then.balance());
        bank.requireBalance(day, now);
    }
}
