package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.testkit.SchoolDesk.Figures;
import org.openadmin.fees.testkit.SchoolDesk.Owed;
import org.openadmin.fees.testkit.SchoolDesk.Row;
import org.openadmin.fees.testkit.SchoolDesk.Sent;
import org.openadmin.fees.testkit.SchoolDesk.Sums;

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
    private static final CashRounding NICKELS = CashRounding.to(cad("0.05"));
    private static final int DAYS_BETWEEN = 4;
    private static final int LEAST_VISITS = 7;
    private static final int STUDENTS_FOR_A_VISIT = 60;

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

    private final SchoolDesk desk;
    private final TestClock clock;
    private final Random random;
    private final int visits;
    private final SchoolYearBank bank;
    private final List<StudentNumber> students;
    private final List<Cheque> cheques = new ArrayList<>();
    private final Map<Event, Integer> events = new EnumMap<>(Event.class);
    private final Map<LocalDate, Figures> printed = new LinkedHashMap<>();
    private final Map<YearMonth, Sent> sent = new LinkedHashMap<>();

    private record Cheque(ReceiptNumber receipt, LocalDate date) {}

    /** @param students how many there are; the office must have neither students nor rows */
    public SchoolYear(SchoolDesk desk, TestClock clock, int students, long seed) {
        this.desk = desk;
        this.clock = clock;
        this.students = IntStream.rangeClosed(1, students)
                .mapToObj(number -> new StudentNumber(1_000 + number))
                .toList();
        random = new Random(seed);
        bank = new SchoolYearBank(desk, FIRST);
        visits = Math.max(LEAST_VISITS, students / STUDENTS_FOR_A_VISIT);
    }

    /** The figures of the end of each month, what the accountant was sent, and all rows. */
    public List<Object> play() {
        desk.configure(settings());
        for (StudentNumber student : students) {
            int grade = 9 + student.value() % 4;
            desk.enrol(Kit.student(student.value(), "Roy", "Ann", "" + grade, grade + "A"));
        }
        for (int number = 0; number < MONTHS; number++) {
            month(FIRST.plusMonths(number));
        }
        YearMonth last = FIRST.plusMonths(MONTHS - 1);
        clock.moveTo(last.atEndOfMonth().plusDays(2));
        close(last);
        post(last.atEndOfMonth(), List.copyOf(printed.keySet()));
        printed.forEach(this::requireAsPrinted);
        sent.forEach((month, summary) ->
                assertThat(desk.month(month)).as("what was sent of " + month).isEqualTo(summary));
        assertThat(events).containsOnlyKeys(Event.values());
        List<Object> year = new ArrayList<>(printed.values());
        year.addAll(sent.values());
        bank.rowsUpTo(last.atEndOfMonth()).stream()
                .sorted(Comparator.comparing(Row::date).thenComparing(Row::toString))
                .forEach(year::add);
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
                .withCashRounding(NICKELS);
    }

    private void month(YearMonth month) {
        if (month.isAfter(FIRST)) {
            clock.moveTo(month.atDay(2));
            late(month.minusMonths(1).atEndOfMonth());
            close(month.minusMonths(1));
            LocalDate end = month.minusMonths(1).atEndOfMonth();
            post(end, List.of(end));
        }
        clock.moveTo(month.atDay(DAYS_BETWEEN));
        desk.assess(month.atDay(DAYS_BETWEEN), "Lunch " + month, "46.37", "9 10 11 12");
        desk.assess(month.atDay(DAYS_BETWEEN), "Lab " + month, "18.99", month.getMonthValue() % 2 == 0 ? "9" : "11 12");
        for (int day = DAYS_BETWEEN; day < month.lengthOfMonth(); day += DAYS_BETWEEN) {
            LocalDate today = month.atDay(day);
            clock.moveTo(today);
            for (int visit = 0; visit < visits; visit++) {
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
        printed.put(month.atEndOfMonth(), desk.today(month.atEndOfMonth()));
    }

    /** A student at the counter, or somebody's correction. */
    private void visit(LocalDate today) {
        StudentNumber student = students.get(random.nextInt(students.size()));
        switch (random.nextInt(12)) {
            case 0 -> happened(Event.CANCELLATION, charge(student).filter(each -> desk.cancel(each, today)));
            case 1 -> happened(Event.WAIVER, charge(student).filter(each -> desk.waive(each, today)));
            case 2 -> {
                ReceiptNumber receipt = pay(student, today, Event.PAYMENT);
                happened(Event.VOID, Optional.of(receipt).filter(each -> desk.voidReceipt(each, today)));
            }
            case 3 -> returnCheque(today);
            case 4 ->
                happened(
                        Event.REFUND,
                        Optional.of(desk.credit(student))
                                .filter(Money::isPositive)
                                .filter(credit -> desk.refund(student, today, NICKELS.sum(credit))));
            default -> pay(student, today, Event.PAYMENT);
        }
    }

    private Optional<ChargeId> charge(StudentNumber student) {
        return desk.owed(student).stream().map(Owed::charge).findFirst();
    }

    /** @param done empty if there was nothing to do or the office refused it, such as money that has been paid back since */
    private void happened(Event event, Optional<?> done) {
        done.ifPresent(any -> events.merge(event, 1, Integer::sum));
    }

    /** Pays some of what is due, often with more on account; a student without charges pays in advance. */
    private ReceiptNumber pay(StudentNumber student, LocalDate date, Event event) {
        PaymentMethod method = List.of(PaymentMethod.CASH, PaymentMethod.CASH, PaymentMethod.CHEQUE, PaymentMethod.CARD)
                .get(random.nextInt(4));
        List<Owed> paid =
                desk.owed(student).stream().limit(1 + random.nextInt(3)).toList();
        Money total = paid.stream().map(Owed::total).reduce(cad("0.00"), Money::plus);
        Money more = paid.isEmpty() || random.nextInt(3) == 0 ? cad(5 + random.nextInt(40) + ".00") : cad("0.00");
        Money sum = total.plus(more);
        ReceiptNumber receipt = desk.pay(
                student,
                date,
                method == PaymentMethod.CASH ? NICKELS.sum(sum) : sum,
                paid.stream().map(Owed::charge).collect(Collectors.toSet()),
                method,
                method == PaymentMethod.CHEQUE ? "" + random.nextInt(900) : "");
        if (method == PaymentMethod.CHEQUE) {
            cheques.add(new Cheque(receipt, date));
        }
        happened(event, Optional.of(receipt));
        return receipt;
    }

    /** The bank returns a cheque of an earlier day, which is in a deposit. */
    private void returnCheque(LocalDate today) {
        cheques.stream()
                .filter(cheque -> cheque.date().isBefore(today))
                .reduce((first, latest) -> latest)
                .ifPresent(cheque -> {
                    cheques.remove(cheque);
                    happened(
                            Event.RETURNED_CHEQUE,
                            Optional.of(cheque.receipt()).filter(each -> desk.returnPayment(each, today, "25.00")));
                });
    }

    /** Money that was received on the last day of a month is recorded in the next. */
    private void late(LocalDate date) {
        for (int number = 0; number < date.getMonthValue() % 3; number++) {
            pay(students.get(random.nextInt(students.size())), date, Event.LATE_PAYMENT);
        }
    }

    private void close(YearMonth month) {
        Sent summary = desk.month(month);
        bank.requireSummed(month, summary);
        desk.close(month);
        sent.put(month, summary);
    }

    /** All that is not posted yet goes to the books, also what was recorded late. */
    private void post(LocalDate until, List<LocalDate> days) {
        desk.post(until);
        PostedBooks.assertTieOut(desk.posted(), days, desk::accounts);
    }

    /** A receipt of a closed month was forgotten. */
    private void reopen(LocalDate today) {
        clock.moveTo(today);
        desk.reopen(REOPENED, "A receipt was forgotten");
        pay(students.get(0), REOPENED.atDay(15), Event.LATE_PAYMENT);
        close(REOPENED);
    }

    /** The figures as of the end of a month, without what was recorded later, are those that were printed on that day. */
    private void requireAsPrinted(LocalDate day, Figures then) {
        Figures now = desk.asOf(day);
        assertThat(now.known()).as("known on " + day).isEqualTo(new Sums(then.outstanding(), then.credit()));
        assertThat(now.balance().minus(now.later())).as("balance of " + day).isEqualTo(then.balance());
        bank.requireBalance(day, now);
    }
}
