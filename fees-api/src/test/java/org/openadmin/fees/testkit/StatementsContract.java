package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.accounts.Statements.AccountHolder;
import org.openadmin.fees.api.accounts.Statements.State;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.Student;

/** What {@link Statements} promises. */
public abstract class StatementsContract extends OfficeContract {

    @Test
    void theHolderIsActiveWithdrawnOrGone() {
        StudentNumber active = student("Active", "Ann", "9", "9A");
        StudentNumber withdrawn = student("Withdrawn", "Will", "9", "9A");
        StudentNumber gone = student("Gone", "Gary", "8", "8B");
        charge(gone, "Trip", "30.00");
        withdraw(withdrawn);
        office.remove(gone);

        assertThat(office.statements().holder(VIEWER, active))
                .isEqualTo(new AccountHolder(new StudentSnapshot(active, "Active, Ann", "9", "9A"), State.ACTIVE));
        assertThat(office.statements().holder(VIEWER, withdrawn).state()).isEqualTo(State.WITHDRAWN);
        assertThat(office.statements().holder(VIEWER, gone))
                .isEqualTo(new AccountHolder(new StudentSnapshot(gone, "Gone, Gary", "8", "8B"), State.NOT_IN_HOST));
    }

    @Test
    void aStudentWhoIsGoneIsShownAsOnTheLatestRowWithAName() {
        StudentNumber gone = new StudentNumber(70_001);
        office.add(JournalRow.charge("Old", "1.00").student(new StudentSnapshot(gone, "Older, Name", "7", "7A")));
        office.add(JournalRow.charge("Old", "1.00").student(new StudentSnapshot(gone, "Later, Name", "8", "8A")));
        office.add(JournalRow.charge("Old", "1.00").student(gone));
        StudentNumber nameless = new StudentNumber(70_002);
        office.add(JournalRow.charge("Old", "1.00").student(nameless));

        assertThat(office.statements().holder(VIEWER, gone).student())
                .isEqualTo(new StudentSnapshot(gone, "Later, Name", "8", "8A"));
        assertThat(office.statements().holder(VIEWER, nameless).student().nameOrNumber())
                .isEqualTo("#70002");
    }

    @Test
    void accountsAreFoundAsStudentsAreWithThoseWhoAreGoneLast() {
        StudentNumber active = student("Searched", "Zoé", "9", "9A");
        StudentNumber withdrawn = student("Searched", "Will", "9", "9A");
        StudentNumber gone = student("Searched", "Adam", "9", "9A");
        StudentNumber other = student("Unsearched", "Ann", "9", "9A");
        charge(gone, "Trip", "30.00");
        withdraw(withdrawn);
        office.remove(gone);

        assertThat(found("searched", 10)).containsExactly(active, withdrawn, gone);
        assertThat(found("SEARCHED, a", 10)).containsExactly(gone);
        assertThat(found("adam searched", 10)).containsExactly(gone);
        assertThat(found("searched", 2)).containsExactly(active, withdrawn);
        assertThat(found(gone.toString(), 10)).containsExactly(gone);
        assertThat(found(other.toString(), 10)).containsExactly(other);
        assertThat(found("%", 10)).isEmpty();
    }

    @Test
    void matchesHaveTheBalanceAndTheTotalOfAll() {
        StudentNumber owing = student("Balanced", "Ann", "9", "9A");
        StudentNumber gone = student("Balanced", "Bo", "9", "9A");
        student("Balanced", "Cy", "9", "9A");
        charge(owing, "Trip", "30.00");
        pay(owing, "10.00");
        charge(gone, "Trip", "20.00");
        office.remove(gone);

        Statements.SearchResult found = office.statements().search(VIEWER, "balanced", 2);

        assertThat(found.matches())
                .extracting(match -> match.balance().due())
                .containsExactly(cad("20.00"), cad("0.00"));
        assertThat(found.total()).isEqualTo(3);
        assertThat(office.statements().search(VIEWER, "balanced bo", 2).matches())
                .extracting(match -> match.balance().due())
                .containsExactly(cad("20.00"));
    }

    @Test
    void accountsAreFoundIgnoringLettersApostrophesAndHyphens() {
        StudentNumber active = student("O’Dwyerłę", "Jean-Guy", "9", "9A");
        StudentNumber gone = student("O'Dwyerłę", "Þóra", "9", "9A");
        charge(gone, "Trip", "30.00");
        office.remove(gone);

        assertThat(found("odwyerle", 10)).containsExactly(active, gone);
        assertThat(found("o dwyer jean guy", 10)).containsExactly(active);
        assertThat(found("thora odw", 10)).containsExactly(gone);
        assertThat(found("000" + gone, 10)).containsExactly(gone);
    }

    @Test
    void aReferenceFindsTheStudentOfThePaymentAfterAStudentNumber() {
        StudentNumber payer = student("Referenced", "Ann", "9", "9A");
        StudentNumber gone = student("Referenced", "Bo", "9", "9A");
        StudentNumber other = student("Unreferenced", "Cy", "9", "9A");
        String cheque = "000" + other;
        long first = office.add(JournalRow.payment(7_001, "5.00").student(payer).by(PaymentMethod.CHEQUE, cheque));
        office.add(JournalRow.of(EntryKind.VOID, "5.00").student(payer).reverses(first));
        office.add(JournalRow.payment(7_002, "5.00").student(gone).by(PaymentMethod.CHEQUE, String.valueOf(other)));
        office.add(JournalRow.payment(7_003, "5.00").student(gone).by(PaymentMethod.OTHER, "ETR-77a"));
        office.add(JournalRow.charge("Old", "5.00").student(other));
        office.remove(gone);

        assertThat(office.statements().search(VIEWER, "0" + other, 10).matches())
                .extracting(match -> match.holder().student().number(), Statements.AccountMatch::by)
                .containsExactly(
                        tuple(other, MatchedBy.number()),
                        tuple(payer, MatchedBy.reference(cheque)),
                        tuple(gone, MatchedBy.reference(String.valueOf(other))));
        assertThat(found("etr-77A", 10)).containsExactly(gone);
        assertThat(found("etr-77", 10)).isEmpty();
    }

    @Test
    void aGuardianFindsTheAccount() {
        StudentNumber child = new StudentNumber(70_010);
        office.enrol(
                new Student(child, "Guarded", "Gus", "", "9", "9A", true, "Mona Łaska", List.of(), "mona@example.org"));

        assertThat(office.statements().search(VIEWER, "laska", 10).matches())
                .extracting(Statements.AccountMatch::by)
                .containsExactly(new MatchedBy(MatchedBy.Kind.GUARDIAN, "Mona Łaska"));
        assertThat(found("mona@", 10)).containsExactly(child);
    }

    @Test
    void aStatementHasTheRowsOfThePeriodAndTheBalancesAroundThem() {
        StudentNumber student = student();
        office.add(JournalRow.charge("Undated", "1.00").student(student));
        office.add(JournalRow.charge("Before", "2.00").student(student).on(DAY.minusDays(1)));
        long last = office.add(
                JournalRow.charge("Last day", "8.00").student(student).on(DAY.plusDays(9)));
        long first = office.add(
                JournalRow.charge("First day", "4.00").student(student).on(DAY));
        long same = office.add(JournalRow.payment(1, "3.00").student(student).on(DAY));
        office.add(JournalRow.charge("After", "16.00").student(student).on(DAY.plusDays(10)));

        AccountStatement statement = statement(student, DAY, DAY.plusDays(9));

        assertThat(statement.student()).isEqualTo(new StudentSnapshot(student, "Tremblay, Inès", "9", "9A"));
        assertThat(statement.from()).isEqualTo(DAY);
        assertThat(statement.to()).isEqualTo(DAY.plusDays(9));
        assertThat(statement.opening()).isEqualTo(cad("3.00"));
        assertThat(statement.transactions()).isEqualTo(3);
        assertThat(balances(lines(period(student, DAY, DAY.plusDays(9)))))
                .containsExactly(first + " 7.00", same + " 4.00", last + " 12.00");
        assertThat(statement.closing()).isEqualTo(cad("12.00"));
    }

    @Test
    void aPeriodWithoutRowsClosesAsItOpened() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");

        AccountStatement statement = statement(student, DAY.plusDays(1), DAY.plusDays(1));

        assertThat(statement.opening()).isEqualTo(cad("30.00"));
        assertThat(statement.transactions()).isZero();
        assertThat(lines(period(student, DAY.plusDays(1), DAY.plusDays(1))))
                .isEqualTo(new AccountLines(cad("30.00"), List.of(), List.of()));
        assertThat(statement.closing()).isEqualTo(cad("30.00"));
    }

    @Test
    void theHistoryHasAllRowsThoseWithoutADateFirst() {
        StudentNumber student = student();
        long dated =
                office.add(JournalRow.charge("Dated", "2.00").student(student).on(DAY));
        long oldest =
                office.add(JournalRow.charge("Oldest", "4.00").student(student).on(LocalDate.of(1900, 1, 1)));
        long undated =
                office.add(JournalRow.charge("Undated", "1.00").student(student).settledBy(dated));

        AccountHistory history = office.statements().history(VIEWER, student);

        assertThat(history.student().name()).isEqualTo("Tremblay, Inès");
        assertThat(history.account()).isEqualTo(new AccountBalance(student, cad("7.00"), cad("6.00")));
        assertThat(history.transactions()).isEqualTo(3);
        assertThat(history.outstanding()).isEqualTo(2);
        assertThat(balances(lines(AccountPeriod.all(student))))
                .containsExactly(undated + " 1.00", oldest + " 5.00", dated + " 7.00");
    }

    @Test
    void theAccountOfAStudentWhoIsGoneIsShown() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        pay(student, "30.00", trip);
        office.remove(student);

        AccountHistory history = office.statements().history(VIEWER, student);

        assertThat(history.student().name()).isEqualTo("Tremblay, Inès");
        assertThat(history.transactions()).isEqualTo(2);
        assertThat(lines(AccountPeriod.all(student)).lines()).hasSize(2);
        assertThat(statement(student, DAY, DAY).closing()).isEqualTo(cad("0.00"));
    }

    @Test
    void aStudentNeitherInTheRecordsNorInTheJournalIsUnknown() {
        assertUnknown(() -> office.statements().holder(VIEWER, STRANGER));
        assertUnknown(() -> statement(STRANGER, DAY, DAY));
        assertUnknown(() -> office.statements().history(VIEWER, STRANGER));
        assertUnknown(() -> lines(AccountPeriod.all(STRANGER)));
        assertUnknown(() -> office.statements().forEach(VIEWER, AccountPeriod.all(STRANGER), account -> {}));
    }

    @Test
    void anyRoleReads() {
        StudentNumber student = student();

        assertNeeds(Role.VIEW, () -> office.statements().search(NOBODY, "", 1));
        assertNeeds(Role.VIEW, () -> office.statements().holder(NOBODY, student));
        assertNeeds(Role.VIEW, () -> office.statements().history(NOBODY, STRANGER));
        assertNeeds(Role.VIEW, () -> office.statements().statement(new StatementRequest(NOBODY, student, DAY, DAY)));
        assertNeeds(Role.VIEW, () -> office.statements()
                .lines(NOBODY, AccountPeriod.all(student), Page.first(Page.MAX_LIMIT)));
        assertNeeds(Role.VIEW, () -> office.statements().forEach(NOBODY, AccountPeriod.all(student), account -> {}));
    }

    @Test
    void eachPageOfAnAccountGoesOnWithTheBalanceOfTheOneBefore() {
        StudentNumber student = student();
        for (int i = 1; i <= 7; i++) {
            office.add(JournalRow.charge("Fee " + i, i + ".00").student(student).on(DAY.minusDays(i % 3)));
        }
        office.add(JournalRow.charge("Undated", "10.00").student(student));
        AccountPeriod all = AccountPeriod.all(student);
        AccountPeriod days = period(student, DAY.minusDays(1), DAY);
        List<String> whole = balances(lines(all));
        assertThat(whole).hasSize(8).last().asString().endsWith(" 38.00");

        for (AccountPeriod period : List.of(all, days)) {
            List<String> paged = new ArrayList<>();
            Money balance = lines(period).opening();
            for (int offset = 0; offset < 9; offset += 3) {
                AccountLines page = office.statements().lines(VIEWER, period, new Page(offset, 3));
                if (!page.lines().isEmpty()) {
                    assertThat(page.opening()).isEqualTo(balance);
                    balance = page.closing();
                }
                paged.addAll(balances(page));
            }
            assertThat(paged).isEqualTo(balances(lines(period)));
        }
        assertThat(lines(days).opening()).isEqualTo(cad("17.00"));
        assertThat(lines(days).closing()).isEqualTo(cad("38.00"));
        assertThat(whole).endsWith(balances(lines(days)).toArray(new String[0]));
        for (int offset : new int[] {8, 1_000}) {
            assertThat(office.statements().lines(VIEWER, all, new Page(offset, 3)))
                    .isEqualTo(new AccountLines(cad("38.00"), List.of(), List.of()));
        }
    }

    @Test
    void aPageHasTheRowsToWhichItsLinesRefer() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "5.00");
        pay(student, "35.00", trip, bus);
        long payment = newest(student).id();
        ChargeId lab = charge(student, "Lab", "8.00");
        office.corrections().apply(CorrectionRequests.cancel(lab));
        long reversal = newest(student).id();

        assertThat(related(student, trip.value())).containsExactly(payment);
        assertThat(related(student, payment)).containsExactly(trip.value(), bus.value());
        assertThat(related(student, lab.value())).containsExactly(reversal);
        assertThat(related(student, reversal)).containsExactly(lab.value());
        assertThat(lines(AccountPeriod.all(student)).related()).isEmpty();
        assertThat(lines(AccountPeriod.all(student)).entries()).hasSize(5);
    }

    @Test
    void aVoidedPaymentAndItsVoidReferToEachOther() {
        StudentNumber student = student();
        Receipt receipt = pay(student, "35.00");
        long payment = newest(student).id();
        office.corrections().apply(CorrectionRequests.voiding(receipt));
        long voided = newest(student).id();

        assertThat(related(student, payment)).containsExactly(voided);
        assertThat(related(student, voided)).containsExactly(payment);
    }

    @Test
    void damagedRowsNeverLeadToTheAccountOfSomebodyElse() {
        StudentNumber student = student();
        StudentNumber other = student("Other", "Olga", "9", "9A");
        long foreign = office.add(JournalRow.charge("Foreign", "3.00").student(other));
        long charge =
                office.add(JournalRow.charge("Damaged", "3.00").student(student).settledBy(foreign));

        assertThat(related(student, charge)).isEmpty();
    }

    @Test
    void aLongAccountIsPassedOnInPartsThatFollowEachOther() {
        StudentNumber student = student();
        for (int i = 0; i < 2_050; i++) {
            office.add(JournalRow.charge("Fee", "1.00").student(student).on(DAY));
        }
        List<Integer> sizes = new ArrayList<>();
        List<String> passed = new ArrayList<>();

        office.statements().forEach(VIEWER, AccountPeriod.all(student), account -> {
            sizes.add(account.lines().size());
            passed.addAll(balances(account));
        });

        assertThat(sizes).hasSizeGreaterThan(1).allSatisfy(size -> assertThat(size)
                .isLessThanOrEqualTo(Page.MAX_LIMIT));
        assertThat(passed)
                .hasSize(2_050)
                .doesNotHaveDuplicates()
                .last()
                .asString()
                .endsWith(" 2050.00");
        assertThat(passed.subList(1_000, 1_010))
                .isEqualTo(
                        balances(office.statements().lines(VIEWER, AccountPeriod.all(student), new Page(1_000, 10))));
    }

    @Test
    void anAccountWithoutRowsIsPassedOnOnce() {
        List<AccountLines> passed = new ArrayList<>();

        office.statements().forEach(VIEWER, AccountPeriod.all(student()), passed::add);

        assertThat(passed).containsExactly(new AccountLines(cad("0.00"), List.of(), List.of()));
    }

    /** The rows that belong to the page with this row alone. */
    private List<Long> related(StudentNumber student, long row) {
        List<Long> ids = lines(AccountPeriod.all(student)).lines().stream()
                .map(line -> line.entry().id())
                .toList();
        return office
                .statements()
                .lines(VIEWER, AccountPeriod.all(student), new Page(ids.indexOf(row), 1))
                .related()
                .stream()
                .map(JournalEntry::id)
                .sorted()
                .toList();
    }

    private AccountLines lines(AccountPeriod period) {
        return office.statements().lines(VIEWER, period, Page.first(Page.MAX_LIMIT));
    }

    private static AccountPeriod period(StudentNumber student, LocalDate from, LocalDate to) {
        return new AccountPeriod(student, Optional.of(from), Optional.of(to));
    }

    private static List<String> balances(AccountLines account) {
        return account.lines().stream()
                .map(line -> line.entry().id() + " " + line.balance().toPlainString())
                .toList();
    }

    private static void assertUnknown(ThrowingCallable call) {
        assertThat(refusal(UnknownStudentException.class, call).students()).containsExactly(STRANGER);
    }

    private List<AccountNumber> found(String query, int limit) {
        return office.statements().search(VIEWER, query, limit).matches().stream()
                .map(match -> match.holder().student().number())
                .toList();
    }

    private AccountStatement statement(StudentNumber student, LocalDate from, LocalDate to) {
        return office.statements().statement(new StatementRequest(VIEWER, student, from, to));
    }

    @Test
    void theReasonOfAWaiverIsForThoseWhoMayWaive() {
        StudentNumber student = student();
        office.corrections().apply(CorrectionRequests.waive(charge(student, "Trip", "30.00")));

        for (Actor reader : List.of(VIEWER, CASHIER, CLERK)) {
            String reason = reader == CLERK ? "Bursary" : "";
            AccountPeriod period = period(student, DAY, CorrectionRequests.LATER);
            List<String> passed = new ArrayList<>();

            office.statements().forEach(reader, period, account -> account.entries()
                    .forEach(entry -> passed.add(entry.description())));

            assertThat(passed).containsExactly("", reason);
            assertThat(office.statements()
                            .lines(reader, AccountPeriod.all(student), new Page(0, 1))
                            .related())
                    .extracting(JournalEntry::description)
                    .containsExactly(reason);
            assertThat(office.statements()
                            .lines(reader, AccountPeriod.all(student), new Page(1, 1))
                            .lines())
                    .extracting(line -> line.entry().description())
                    .containsExactly(reason);
        }
    }
}
