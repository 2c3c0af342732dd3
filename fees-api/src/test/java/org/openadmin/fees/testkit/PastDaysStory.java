package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.ReturnedPayment;
import org.openadmin.fees.api.journal.ClosingNotAllowedException;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.Settings;

/**
 * Some days of an office: random commands with random dates, today, earlier and, for charges, later. At the end of each day the figures
 * of that moment are noted; later they are compared with those that the office tells of the day. In every other story there are no pennies.
 */
public final class PastDaysStory {

    private static final int DAYS = 12;
    private static final int MOST_COMMANDS = 8;

    private final Office office;
    private final TestClock clock;
    private final List<StudentNumber> students;
    private final Random random;
    private final List<BatchNumber> batches = new ArrayList<>();
    private final Map<LocalDate, Map<AccountNumber, AccountBalance>> noted = new LinkedHashMap<>();
    private final CashRounding cash;
    private Settings settings = Kit.settings();
    private Consumer<LocalDate> evening = today -> {};
    private Consumer<LocalDate> afterwards = today -> {};
    private LocalDate first = Kit.DAY;
    private boolean closings;
    private int fees;

    /** @param students students without any rows */
    public PastDaysStory(Office office, TestClock clock, List<StudentNumber> students, long seed) {
        this.office = office;
        this.clock = clock;
        this.students = students;
        random = new Random(seed);
        cash = seed % 2 == 0 ? CashRounding.none() : CashRounding.to(Kit.cad("0.05"));
    }

    /** Plays in an office with these settings, apart from the rounding of cash. */
    PastDaysStory with(Settings usual) {
        settings = usual;
        return this;
    }

    /** Plays at the turn of a month, and on some evenings closes or reopens the months before. */
    public PastDaysStory withClosings() {
        first = Kit.DAY.plusDays(17);
        closings = true;
        reopen(YearMonth.of(2020, 1));
        return this;
    }

    /** Does something at the end of each day, which changes no account. */
    PastDaysStory eachEvening(Consumer<LocalDate> what) {
        evening = what;
        return this;
    }

    /** Does something after each command, which changes no account. */
    PastDaysStory afterEachCommand(Consumer<LocalDate> what) {
        afterwards = what;
        return this;
    }

    /** Begins on another day than {@link Kit#DAY}. */
    PastDaysStory from(LocalDate day) {
        first = day;
        return this;
    }

    /** The figures of all past days, as told on the last day. */
    public List<PastBalance> play() {
        office.configure(settings.withCashRounding(cash));
        LocalDate today = first;
        for (int number = 0; number < DAYS; number++) {
            today = first.plusDays(number);
            clock.moveTo(today);
            for (int commands = random.nextInt(MOST_COMMANDS); commands > 0; commands--) {
                command(today);
                afterwards.accept(today);
            }
            noted.put(today, notes(today));
            evening.accept(today);
            if (closings) {
                closeOrReopen(YearMonth.from(today).minusMonths(1 + random.nextInt(2)));
            }
        }
        clock.moveTo(today.plusDays(1));
        List<PastBalance> told = new ArrayList<>();
        noted.forEach((day, accounts) -> {
            Map<AccountNumber, PastBalance> past = office.accounts().balances(students, day);
            accounts.forEach((student, account) -> check(day, account, past.get(student)));
            told.addAll(past.values());
            PastCollectionContract.requireTiedOut(office, day);
        });
        return told;
    }

    private void closeOrReopen(YearMonth month) {
        int which = random.nextInt(4);
        if (which < 2) {
            try {
                office.closings().apply(new Close(RequestKey.fresh(), Kit.CLERK, month));
            } catch (ClosingNotAllowedException e) {
                // it is closed already
            }
        } else if (which == 2) {
            reopen(month);
        }
    }

    private void reopen(YearMonth month) {
        try {
            office.closings().apply(new Reopen(RequestKey.fresh(), Kit.ADMIN, month, "A late payment"));
        } catch (ClosingNotAllowedException e) {
            // it is not closed
        }
    }

    private void check(LocalDate day, AccountBalance noted, PastBalance told) {
        List<JournalEntry> rows = rows(noted.student()).stream()
                .filter(row -> !row.date().orElseThrow().isAfter(day))
                .toList();
        long later = rows.stream()
                .filter(row -> row.recordedAt()
                        .orElseThrow()
                        .isAfter(day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC)))
                .count();
        assertThat(told.known()).as("as known on " + day).isEqualTo(noted);
        assertThat(told.laterRows()).as("later rows of " + day).isEqualTo((int) later);
        assertThat(told.account().balance()).as("balance of " + day).isEqualTo(sum(rows));
        assertThat(told.account().credit().isNegative())
                .as("credit of " + day + ": " + told)
                .isFalse();
        if (later == 0) {
            assertThat(told.account()).as("without later rows, of " + day).isEqualTo(noted);
        }
        List<Charge> open =
                office.accounts().outstanding(Set.of(noted.student()), day).getOrDefault(noted.student(), List.of());
        assertThat(open.stream().map(Charge::total).reduce(Kit.cad("0.00"), Money::plus))
                .as("charges of " + day)
                .isEqualTo(told.account().outstanding());
        assertThat(office.accounts().balances(day)).contains(told);
    }

    /** The accounts of this moment, without what is dated after today. */
    private Map<AccountNumber, AccountBalance> notes(LocalDate today) {
        Map<AccountNumber, AccountBalance> accounts = new LinkedHashMap<>();
        for (StudentNumber student : students) {
            AccountBalance now = office.accounts().balance(student);
            List<JournalEntry> ahead = rows(student).stream()
                    .filter(row -> row.date().orElseThrow().isAfter(today))
                    .toList();
            Money open = sum(ahead.stream().filter(JournalEntry::isOutstanding).toList());
            accounts.put(
                    student,
                    new AccountBalance(
                            student,
                            now.balance().minus(sum(ahead)),
                            now.outstanding().minus(open)));
        }
        return accounts;
    }

    private static Money sum(List<JournalEntry> rows) {
        return rows.stream().map(JournalEntry::total).reduce(Kit.cad("0.00"), Money::plus);
    }

    private List<JournalEntry> rows(AccountNumber student) {
        JournalQuery all = JournalQuery.everything().ofStudent(student);
        return office.journal().entries(Kit.VIEWER, all, Page.first(Page.MAX_LIMIT));
    }

    private void command(LocalDate today) {
        StudentNumber student = students.get(random.nextInt(students.size()));
        LocalDate date = random.nextBoolean() ? today : today.minusDays(random.nextInt(6));
        int which = random.nextInt(18);
        try {
            switch (which) {
                case 0, 1, 2, 3 -> charge(random.nextInt(4) == 0 ? today.plusDays(random.nextInt(5)) : date);
                case 4, 5, 6, 7, 8 -> pay(student, date);
                case 9 -> charge(student, charge -> correct(DatedRequests.cancel(charge, date)));
                case 10 -> charge(student, charge -> correct(DatedRequests.waive(charge, date)));
                case 11 -> undo(date);
                case 12, 13 -> withReceipt(student, receipt -> correct(DatedRequests.voiding(receipt, date)));
                case 14, 15 ->
                    withReceipt(
                            student,
                            receipt ->
                                    correct(DatedRequests.returning(receipt, date, amount(random.nextInt(2) * 2_500))));
                case 16 -> undoReturn(student, date);
                default -> refund(student, date);
            }
        } catch (FeesException refused) {
            // such as a charge that was already corrected: nothing was done
        }
    }

    private void charge(LocalDate date) {
        List<StudentNumber> some =
                students.stream().filter(each -> random.nextBoolean()).toList();
        String name = "Fee " + fees++;
        String amount = amount(1 + random.nextInt(3_000));
        if (!some.isEmpty()) {
            AssessmentDraft draft = new AssessmentDraft(
                    Optional.empty(), Kit.fee(name, amount), date, Kit.only(some.toArray(StudentNumber[]::new)));
            batches.add(office.assessment()
                    .post(new AssessmentRequest(
                            RequestKey.fresh(), Kit.CLERK, draft, Set.of(), Set.of(), OptionalInt.empty()))
                    .batch());
        }
    }

    private void pay(StudentNumber student, LocalDate date) {
        List<Charge> chosen = office.accounts().outstanding(student).stream()
                .filter(charge -> random.nextBoolean())
                .toList();
        Money total = chosen.stream().map(Charge::total).reduce(Kit.cad("0.00"), Money::plus);
        Money credit = office.accounts().balance(student).credit();
        boolean fromCredit = !chosen.isEmpty() && credit.compareTo(total) >= 0 && random.nextBoolean();
        long cents = total.amount().movePointRight(2).longValueExact() + random.nextInt(3_001) - 1_000;
        PaymentMethod method = random.nextInt(3) == 0 ? PaymentMethod.CASH : PaymentMethod.CHEQUE;
        long paid = Math.max(1, cents);
        String sum = method == PaymentMethod.CASH ? inCash(paid) : amount(paid);
        office.cashier()
                .receive(DatedRequests.paying(
                        student,
                        date,
                        fromCredit ? "0.00" : sum,
                        method,
                        chosen.stream().map(Charge::id).toArray(ChargeId[]::new)));
    }

    /** What to do with one charge of a student, settled or not. */
    private interface WithCharge {
        void correct(ChargeId charge);
    }

    private void charge(StudentNumber student, WithCharge correction) {
        List<ChargeId> charges = rows(student).stream()
                .filter(row -> row.kind() == EntryKind.CHARGE)
                .map(JournalEntry::id)
                .sorted()
                .map(ChargeId::new)
                .toList();
        if (!charges.isEmpty()) {
            correction.correct(charges.get(random.nextInt(charges.size())));
        }
    }

    private void undo(LocalDate date) {
        if (!batches.isEmpty()) {
            correct(new Undo(
                    RequestKey.fresh(),
                    Kit.CLERK,
                    batches.get(random.nextInt(batches.size())),
                    date,
                    "",
                    Set.of(Confirmation.values())));
        }
    }

    /** What to do with one receipt of a student, voided or not. */
    private interface WithReceipt {
        void correct(ReceiptNumber receipt);
    }

    private void withReceipt(StudentNumber student, WithReceipt correction) {
        List<Receipt> receipts = office.receipts()
                .search(Kit.VIEWER, ReceiptQuery.ofStudent(student), Page.first(Page.MAX_LIMIT))
                .receipts();
        if (!receipts.isEmpty()) {
            correction.correct(receipts.get(random.nextInt(receipts.size())).number());
        }
    }

    private void undoReturn(StudentNumber student, LocalDate date) {
        List<ReturnedPayment> returned = office.returns().returned(Kit.VIEWER, student);
        if (!returned.isEmpty()) {
            correct(DatedRequests.undoing(
                    returned.get(random.nextInt(returned.size())).receipt(), date));
        }
    }

    private void correct(CorrectionRequest request) {
        office.corrections().apply(request);
    }

    /** Where there are no pennies, mostly the whole credit, which is paid back to the cent. */
    private void refund(StudentNumber student, LocalDate date) {
        Money credit = office.accounts().balance(student).credit();
        boolean whole = cash.step().isPresent() && credit.isPositive() && random.nextInt(4) > 0;
        long cents = whole ? credit.amount().movePointRight(2).longValueExact() : 1 + random.nextInt(3_000);
        correct(DatedRequests.refund(student, date, inCash(cents)));
    }

    private String inCash(long cents) {
        return cash.sum(Kit.cad(amount(cents))).toPlainString();
    }

    private static String amount(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
