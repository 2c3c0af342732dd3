package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.NotUnclaimedException;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.SendBackRequest;
import org.openadmin.fees.api.imports.UnclaimedMoney;
import org.openadmin.fees.api.imports.UnclaimedSum;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptQuery;

/** What {@link org.openadmin.fees.api.imports.Claims} promises. */
public abstract class ClaimsContract extends BankFileContract {

    @Test
    void unclaimedMoneyIsAssignedOnce() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab", "8.00");
        PostedImport posted = post(csv(line("9.00", "thanks")));
        BankLineNumber line = unclaimed(posted).line();
        ClaimRequest request = new ClaimRequest(RequestKey.fresh(), CASHIER, line, student);

        Receipt receipt = office.claims().claim(request);

        assertThat(receipt.received()).isEqualTo(cad("9.00"));
        assertThat(receipt.date()).isEqualTo(DAY);
        assertThat(receipt.settled()).extracting(charge -> charge.id()).containsExactly(lab);
        assertThat(office.claims().claim(request)).isEqualTo(receipt);
        assertAccount(student, "-1.00", "0.00");
        assertThat(office.claims().unclaimed(CASHIER))
                .noneMatch(money -> money.line().equals(line));
        assertThat(refusal(NotUnclaimedException.class, () -> claim(line, student))
                        .line())
                .isEqualTo(line);
        refusal(RequestKeyReusedException.class, () -> office.claims()
                .claim(new ClaimRequest(request.key(), CASHIER, line, student())));
        refusal(NotUnclaimedException.class, () -> claim(NO_LINE, student));
        refusal(
                UnknownStudentException.class,
                () -> claim(unclaimed(post(csv(line("1.00", "x")))).line(), STRANGER));
    }

    @Test
    void unclaimedMoneyIsSentBackForAReason() {
        BankLineNumber line = unclaimed(post(csv(line("9.00", "wrong school")))).line();
        SendBackRequest request = new SendBackRequest(RequestKey.fresh(), CASHIER, line, "another school");

        office.claims().sendBack(request);
        office.claims().sendBack(request);

        assertThat(office.claims().unclaimed(CASHIER))
                .noneMatch(money -> money.line().equals(line));
        refusal(NotUnclaimedException.class, () -> claim(line, student()));
    }

    private void voided(Receipt receipt) {
        office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), TODAY, "another family"));
    }

    private List<BankLineNumber> openLines() {
        return office.claims().unclaimed(CASHIER).stream()
                .map(UnclaimedMoney::line)
                .toList();
    }

    @Test
    void theMoneyOfAVoidedReceiptIsUnclaimedAgain() {
        StudentNumber wrong = student();
        StudentNumber right = student();
        PostedImport posted = post(csv(line("9.00", code(wrong))));
        assertThat(posted.unclaimed()).isZero();

        voided(receipt(wrong));

        UnclaimedMoney money = unclaimed(posted);
        assertThat(money.amount()).isEqualTo(cad("9.00"));
        assertThat(money.day()).isEqualTo(DAY);
        assertThat(office.imports().list(CASHIER).get(0).unclaimed()).isEqualTo(1);
        assertAccount(wrong, "0.00", "0.00");

        Receipt claimed = claim(money.line(), right);
        assertAccount(right, "-9.00", "0.00");
        assertThat(openLines()).doesNotContain(money.line());

        voided(claimed);
        assertThat(openLines()).contains(money.line());
        voided(claim(money.line(), right));
        office.claims().sendBack(new SendBackRequest(RequestKey.fresh(), CASHIER, money.line(), "another school"));
        assertThat(openLines()).doesNotContain(money.line());
        assertAccount(right, "0.00", "0.00");
        refusal(NotUnclaimedException.class, () -> claim(money.line(), right));
    }

    @Test
    void aPaymentThatTheBankReturnedIsNotUnclaimed() {
        StudentNumber student = student();
        PostedImport posted = post(csv(line("9.00", code(student))));
        office.corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(),
                        ADMIN,
                        receipt(student).number(),
                        cad("0.00"),
                        Optional.empty(),
                        TODAY,
                        "recalled",
                        Set.of()));

        assertThat(office.claims().unclaimed(CASHIER))
                .noneMatch(money -> money.number().equals(posted.number()));
    }

    @Test
    void theMoneyOfAnUndoneImportIsNotUnclaimed() {
        PostedImport posted = post(csv(line("9.00", code(student())), line("2.00", "nobody")));
        office.imports().undo(new UndoImportRequest(RequestKey.fresh(), CASHIER, posted.number(), "wrong file"));

        assertThat(office.claims().unclaimed(CASHIER))
                .noneMatch(money -> money.number().equals(posted.number()));
    }

    @Test
    void theSumIsThatOfTheList() {
        post(csv(line("9.00", "x"), line("2.50", "y")));
        List<UnclaimedMoney> all = office.claims().unclaimed(CASHIER);
        UnclaimedSum sum = office.claims().sum(CASHIER);

        assertThat(sum.count()).isEqualTo(all.size());
        assertThat(sum.total())
                .isEqualTo(all.stream()
                        .map(UnclaimedMoney::amount)
                        .reduce(Money::plus)
                        .orElseThrow());
        assertThat(sum.age()).isEqualTo(all.get(0).age());
    }

    private Receipt receipt(StudentNumber student) {
        return office.receipts()
                .search(CASHIER, ReceiptQuery.ofStudent(student), Page.first(1))
                .receipts()
                .get(0);
    }
}
