package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;

/** What {@link FeeAccounts} promises. */
public abstract class FeeAccountsContract extends OfficeContract {

    private static final ChargeId UNKNOWN = new ChargeId(2_000_000_000);

    @Test
    void theBalanceIsTheSumOfAllRowsAndTheOutstandingThatOfUnsettledCharges() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");
        ChargeId lab = charge(student, "Lab fee", "10.00");
        pay(student, "12.00", lab);

        assertAccount(student, "28.00", "30.00");
        assertThat(office.accounts().balance(student).credit()).isEqualTo(cad("2.00"));
        assertThat(office.accounts().balance(student).due()).isEqualTo(cad("28.00"));
    }

    @Test
    void aBalanceBelowZeroIsCredit() {
        StudentNumber student = student();
        pay(student, "12.00");

        assertAccount(student, "-12.00", "0.00");
        assertThat(office.accounts().balance(student).due()).isEqualTo(cad("0.00"));
    }

    @Test
    void anAccountWithoutRowsIsZero() {
        StudentNumber student = student();

        assertAccount(student, "0.00", "0.00");
        assertThat(office.accounts().outstanding(student)).isEmpty();
    }

    @Test
    void rowsOfEveryKindCountEvenThoseOfOtherPrograms() {
        StudentNumber student = student();
        office.add(JournalRow.charge("Old", "5.00").student(student));
        office.add(JournalRow.of(EntryKind.OTHER, "-1.50").student(student).on(DAY));
        office.add(JournalRow.charge("Settled", "8.00").student(student).settledBy(1));

        assertAccount(student, "11.50", "5.00");
    }

    @Test
    void aStudentNeitherInTheRecordsNorInTheJournalIsUnknown() {
        assertThat(refusal(UnknownStudentException.class, () -> office.accounts()
                                .balance(STRANGER))
                        .students())
                .containsExactly(STRANGER);
        assertThat(refusal(UnknownStudentException.class, () -> office.accounts()
                                .outstanding(STRANGER))
                        .students())
                .containsExactly(STRANGER);
    }

    @Test
    void theAccountOfAStudentWhoIsGoneRemains() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");
        office.remove(student);

        assertAccount(student, "30.00", "30.00");
        assertThat(office.accounts().outstanding(student))
                .extracting(each -> each.student().name())
                .containsExactly("Tremblay, Inès");
    }

    @Test
    void someBalancesAreInNumberOrderAndZeroWithoutRows() {
        StudentNumber first = student();
        StudentNumber second = student();
        charge(first, "Trip", "30.00");

        Map<AccountNumber, AccountBalance> balances =
                office.accounts().balances(List.of(STRANGER, second, first, second));

        assertThat(balances)
                .containsExactly(
                        entry(first, new AccountBalance(first, cad("30.00"), cad("30.00"))),
                        entry(second, new AccountBalance(second, cad("0.00"), cad("0.00"))),
                        entry(STRANGER, new AccountBalance(STRANGER, cad("0.00"), cad("0.00"))));
        assertThat(office.accounts().balances(List.of())).isEmpty();
    }

    @Test
    void allBalancesAreInNumberOrderWithThoseOnlyInTheJournal() {
        StudentNumber student = student();
        StudentNumber gone = student();
        StudentNumber neverBilled = student();
        charge(student, "Trip", "30.00");
        charge(gone, "Trip", "20.00");
        office.remove(gone);

        List<AccountBalance> all = office.accounts().balances();

        assertThat(all)
                .containsSubsequence(
                        new AccountBalance(student, cad("30.00"), cad("30.00")),
                        new AccountBalance(gone, cad("20.00"), cad("20.00")),
                        new AccountBalance(neverBilled, cad("0.00"), cad("0.00")));
        assertThat(all).extracting(AccountBalance::student).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anUnsettledChargeHasEverythingThatWasRecorded() {
        StudentNumber student = student();
        ChargeId id = charge(student, "Lab fee", "24.95", "QST", "GST");

        Charge charge = office.accounts().outstanding(student).get(0);

        assertThat(charge)
                .isEqualTo(new Charge(
                        id,
                        new StudentSnapshot(student, "Tremblay, Inès", "9", "9A"),
                        DAY,
                        DAY,
                        "Lab fee",
                        "",
                        cad("24.95"),
                        List.of(new Tax("GST", cad("1.25")), new Tax("QST", cad("2.49"))),
                        cad("28.69"),
                        charge.batch()));
        assertThat(charge.batch()).isPresent();
    }

    @Test
    void unsettledChargesAreOldestFirst() {
        StudentNumber student = student();
        long later =
                office.add(JournalRow.charge("Later", "3.00").student(student).on(DAY.plusDays(1)));
        long earlier =
                office.add(JournalRow.charge("Earlier", "2.00").student(student).on(DAY));
        long same = office.add(
                JournalRow.charge("Same day", "4.00").student(student).on(DAY));
        long undated = office.add(JournalRow.charge("Undated", "1.00").student(student));

        assertThat(office.accounts().outstanding(student))
                .extracting(charge -> charge.id().value())
                .containsExactly(undated, earlier, same, later);
    }

    @Test
    void anOldChargeHasItsTotalAsSubtotalAndTheStudentOfToday() {
        StudentNumber student = student();
        office.add(JournalRow.charge("Old", "5.00").student(student));

        Charge charge = office.accounts().outstanding(student).get(0);

        assertThat(charge.subtotal()).isEqualTo(cad("5.00"));
        assertThat(charge.date()).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(charge.student().name()).isEqualTo("Tremblay, Inès");
        assertThat(charge.batch()).isEqualTo(Optional.empty());
    }

    @Test
    void theUnsettledChargesOfManyLeaveOutThoseWithoutAny() {
        StudentNumber first = student();
        StudentNumber second = student();
        StudentNumber without = student();
        ChargeId trip = charge(second, "Trip", "30.00");
        ChargeId bus = charge(second, "Bus", "5.00");
        ChargeId lab = charge(first, "Lab fee", "10.00");

        Map<AccountNumber, List<Charge>> outstanding =
                office.accounts().outstanding(List.of(second, without, STRANGER, first));

        assertThat(outstanding.keySet()).containsExactly(first, second);
        assertThat(outstanding.get(first)).extracting(Charge::id).containsExactly(lab);
        assertThat(outstanding.get(second)).extracting(Charge::id).containsExactly(trip, bus);
        assertThat(office.accounts().outstanding(List.of())).isEmpty();
    }

    @Test
    void chargesAreReadByNumberWhateverBecameOfThem() {
        StudentNumber student = student();
        StudentNumber other = student();
        ChargeId bus = charge(other, "Bus", "5.00");
        ChargeId lab = charge(student, "Lab fee", "10.00");
        ChargeId trip = charge(student, "Trip", "30.00");
        List<Charge> before = office.accounts().outstanding(student);
        pay(student, "10.00", lab);
        long money = office.add(JournalRow.of(EntryKind.ON_ACCOUNT, "-1.00").student(student));
        long nobody = office.add(JournalRow.charge("Nobody's", "2.00"));

        assertThat(office.accounts().charges(List.of(trip, lab))).isEqualTo(before);
        assertThat(office.accounts()
                        .charges(List.of(trip, bus, lab, trip, new ChargeId(money), new ChargeId(nobody), UNKNOWN)))
                .extracting(Charge::id)
                .containsExactly(bus, lab, trip);
        assertThat(office.accounts().charges(List.of())).isEmpty();
    }
}
