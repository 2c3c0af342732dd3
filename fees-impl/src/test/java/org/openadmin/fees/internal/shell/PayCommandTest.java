package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.testkit.Kit;

/** Payments in the shell. */
class PayCommandTest {

    private final ShellSchool school = new ShellSchool();

    @Test
    void aPaymentPrintsItsReceiptNumberFirst() throws Exception {
        var pay = school.pay(
                "100", "--amount", "30.00", "--charges", "1,2", "--method", "cheque", "--date", "2026-09-08");

        pay.execute();

        assertThat(school.console.lines().get(0)).isEqualTo("Receipt 1");
        assertThat(school.console.lines().get(1))
                .contains("Received 30.00 CAD from student 100")
                .contains("paid 25.00 CAD: charge 1, 2")
                .contains("5.00 CAD stays on account");
        PaymentRequest request = school.payments().get(0);
        assertThat(request.charges()).containsExactlyInAnyOrder(new ChargeId(1), new ChargeId(2));
        assertThat(request.method()).isEqualTo(PaymentMethod.CHEQUE);
        assertThat(request.date()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(request.actor().name()).isEqualTo("shell");
    }

    @Test
    void aPaymentOfTomorrowIsRefusedWithAWordOnPostDatedCheques() {
        assertThatThrownBy(school.pay("100", "--amount", "5", "--date", "2026-09-21", "--yes")::execute)
                .hasMessage("2026-09-21 is after today, 2026-09-20. Payments are dated the day they are received."
                        + " Keep a post-dated cheque in the drawer, and record it on its date.");
    }

    @Test
    void anUnusualDateNeedsAYes() throws Exception {
        assertThatThrownBy(school.pay("100", "--amount", "5", "--date", "2025-09-20")::execute)
                .hasMessage("2025-09-20 is 365 days ago. If the date is right, repeat the command with --yes.");
        assertThatThrownBy(school.pay("100", "--amount", "15", "--charges", "all", "--date", "2026-09-07")::execute)
                .hasMessage("2026-09-07 is before 2026-09-08, the date of the charge that it pays."
                        + " If the date is right, repeat the command with --yes.");
        assertThat(school.office.owed(new StudentNumber(100))).hasSize(2);

        school.pay("100", "--amount", "15", "--charges", "all", "--date", "2026-09-07", "--yes")
                .execute();

        assertThat(school.office.owed(new StudentNumber(100))).isEmpty();
    }

    @Test
    void creditThatCoversTheChargesIsShownAndPaysThem() throws Exception {
        school.office.cashier().receive(Kit.paying(new StudentNumber(100), "20.00"));
        school.balance("100", "101").execute();
        assertThat(school.console.text())
                .contains("100", "-5.00", "25.00", "30.00", "credit covers it")
                .endsWith("To pay from credit: fees:pay STUDNUM --from-credit\n");
        school.console.clear();
        school.outstanding("100").execute();
        assertThat(school.console.text())
                .endsWith("Outstanding: 25.00 CAD\n"
                        + "The credit of 30.00 CAD covers it. To pay it from credit: fees:pay 100 --from-credit\n");
        school.console.clear();

        RequestKey key = RequestKey.fresh();
        school.pay("100", "--from-credit", "--key", key.toString()).execute();
        school.pay("100", "--from-credit", "--key", key.toString()).execute();

        assertThat(school.console.lines().get(0)).isEqualTo("Receipt 2");
        assertThat(school.console.lines().get(1)).contains("paid 25.00 CAD: charge 1, 2", "25.00 CAD came from credit");
        assertThat(school.console.lines().get(2)).isEqualTo("Receipt 2");
        assertThat(school.payments().get(1).method()).isEqualTo(PaymentMethod.OTHER);
        assertThat(school.office.owed(new StudentNumber(100))).isEmpty();
        school.console.clear();
        school.balance("100").execute();
        assertThat(school.console.text()).doesNotContain("credit covers it", "--from-credit");
    }

    @Test
    void creditAloneMustBeEnough() throws Exception {
        assertThatThrownBy(school.pay("100", "--from-credit")::execute).hasMessageContaining("15.00 CAD short");
        assertThatThrownBy(school.pay("101", "--from-credit")::execute)
                .hasMessage("Student 101 has nothing outstanding.");
        assertThatThrownBy(school.pay("100", "--from-credit", "--amount", "5")::execute)
                .hasMessage("Use either --amount or --from-credit.");
        school.balance("100").execute();
        assertThat(school.console.text()).doesNotContain("credit covers it");

        school.pay("100", "--from-credit", "--charges", "1").execute();

        assertThat(school.office.owed(new StudentNumber(100))).containsExactly(new ChargeId(2));
    }

    @Test
    void theSameAmountAgainNeedsTheOptionAgain() throws Exception {
        RequestKey key = RequestKey.fresh();
        school.pay("101", "--amount", "50", "--key", key.toString()).execute();

        assertThatThrownBy(school.pay("101", "--amount", "50.00", "--method", "card")::execute)
                .hasMessage("Receipt 1, 50.00 CAD, was given less than a minute ago."
                        + " If this is another payment, repeat the command with --again.");
        assertThatThrownBy(school.pay("101", "--amount", "50", "--yes")::execute)
                .hasMessageContaining("--again");
        school.pay("101", "--amount", "50", "--key", key.toString()).execute();
        assertThat(school.office.accounts().balance(new StudentNumber(101)).credit())
                .isEqualTo(Kit.cad("50.00"));

        school.pay("101", "--amount", "50", "--again").execute();

        assertThat(school.office.accounts().balance(new StudentNumber(101)).credit())
                .isEqualTo(Kit.cad("100.00"));
    }

    @Test
    void cashIsRoundedWhereThereAreNoPennies() throws Exception {
        school.office.configure(Kit.settings().withCashRounding(CashRounding.to(Kit.cad("0.05"))));
        school.office.charge(new StudentNumber(101), "Trip", "26.22");

        assertThatThrownBy(school.pay("101", "--amount", "26.22", "--charges", "all")::execute)
                .hasMessage("The amount \"26.22\" cannot be counted out in cash; the nearest sum is 26.20.");
        assertThatThrownBy(school.pay("101", "--amount", "26.20", "--charges", "all", "--method", "card")::execute)
                .hasMessageContaining("0.02 CAD short");
        school.pay("101", "--amount", "26.20", "--charges", "all", "--method", "cash")
                .execute();

        assertThat(school.console.text())
                .contains("Received 26.20 CAD from student 101")
                .contains("26.22 CAD")
                .contains("; cash rounding -0.02 CAD")
                .doesNotContain("on account");
        assertThat(school.office.accounts().balance(new StudentNumber(101)).balance())
                .isEqualTo(Kit.cad("0.00"));
    }

    @Test
    void allChargesAreThoseThatAreOutstanding() throws Exception {
        school.pay("100", "--charges=all", "--amount=25").execute();

        assertThat(school.payments().get(0).charges()).hasSize(2);
    }

    @Test
    void theSameKeyPrintsTheSameReceiptThoughAllIsSettledByThen() throws Exception {
        String key = RequestKey.fresh().toString();
        school.pay("100", "--charges=all", "--amount=25", "--key", key).execute();

        school.pay("100", "--charges=all", "--amount=25", "--key", key).execute();

        assertThat(school.payments()).hasSize(2);
        assertThat(school.payments().get(1)).isEqualTo(school.payments().get(0));
        assertThat(school.console.lines().subList(2, 4))
                .isEqualTo(school.console.lines().subList(0, 2));
    }

    @Test
    void aPaymentInDoubtNamesTheKeyToSendItAgainWith() {
        school.office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));

        assertThatThrownBy(school.pay("100", "--amount", "25")::execute)
                .hasMessageContaining("may or may not have been saved")
                .hasMessageContaining("--key " + school.payments().get(0).key());
    }

    @Test
    void aPaymentThatDidNotReachTheDatabaseWasNotSavedUnlessItsKeyWasSentBefore() {
        String key = RequestKey.fresh().toString();

        school.office.failNext(new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        assertThatThrownBy(school.pay("100", "--amount", "25")::execute).hasMessageContaining("nothing was saved");
        // before the payment, the command asks whether the key has a receipt
        school.office.failNextQuery(Cashier.class, new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        assertThatThrownBy(school.pay("100", "--amount", "25", "--key", key)::execute)
                .hasMessageContaining("may or may not have been saved")
                .hasMessageContaining("--key " + key);
    }

    @Test
    void allChargesOfAStudentWithoutAnyIsNotMoneyOnAccount() {
        assertThatThrownBy(school.pay("101", "--charges", "all", "--amount", "25")::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining("nothing outstanding");
        assertThat(school.payments()).isEmpty();
    }
}
