package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.imports.AlreadyImportedException;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportLine;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportProblem.Reason;
import org.openadmin.fees.api.imports.ImportRefusedException;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.CashRounding;

/** What {@link org.openadmin.fees.api.imports.Imports} promises about files of payments. */
public abstract class PaymentFilesContract extends BankFileContract {

    private static ImportFile payments(String... lines) {
        String text = "account,date,amount,method,reference\n" + String.join("\n", lines) + "\n";
        return new ImportFile(ImportKind.PAYMENTS, "payments.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A line of {@link Kit#DAY} with a reference that no other line has. */
    private static String payment(Object account, String amount, String method) {
        return account + "," + DAY + "," + amount + "," + method + ","
                + UUID.randomUUID().toString().substring(0, 20);
    }

    @Test
    void eachLineIsAPaymentWithItsMethodAndReference() {
        StudentNumber student = student();
        PayerNumber band = office.payers()
                .add(new AddPayerRequest(RequestKey.fresh(), Kit.CLERK, PayerKind.SPONSOR, PayerDetails.named("Band")))
                .number();
        ChargeId lab = charge(student, DAY, "Lab", "20.00");
        ImportFile file =
                payments(student + "," + DAY + ",25.00,cheque,No. 17", payment(band.toString(), "80.00", "CASH"));

        assertThat(office.imports().preview(CASHIER, file).lines())
                .extracting(ImportLine::outcome, each -> each.account().map(StudentSnapshot::number))
                .containsExactly(
                        tuple(Outcome.CERTAIN, Optional.of(student)), tuple(Outcome.CERTAIN, Optional.of(band)));
        PostedImport posted = post(file);

        assertThat(posted)
                .extracting(PostedImport::kind, PostedImport::lines, PostedImport::total, PostedImport::receipts)
                .containsExactly(ImportKind.PAYMENTS, 2, cad("105.00"), 2);
        JournalEntry payment = payment(student);
        assertThat(payment.method()).contains(PaymentMethod.CHEQUE);
        assertThat(payment.reference()).isEqualTo("No. 17");
        assertThat(payment.date()).contains(DAY);
        assertThat(row(student, lab.value()).settledBy()).hasValue(payment.id());
        assertAccount(student, "-5.00", "0.00");
        assertThat(office.accounts().balance(band).credit()).isEqualTo(cad("80.00"));
    }

    @Test
    void aLineIsRecognizedAndEqualOnesAreCounted() {
        StudentNumber student = student();
        String one = payment(student, "5.00", "cheque");
        post(payments(one));

        assertThat(post(payments(one, one, payment(student, "5.00", "cheque"))).lines())
                .isEqualTo(2);
        assertAccount(student, "-15.00", "0.00");
        refusal(AlreadyImportedException.class, () -> post(payments(one, one)));
    }

    @Test
    void allThatIsWrongIsListedAndNothingIsStored() {
        StudentNumber student = student();
        List<ImportProblem> problems = problems(payments(
                payment(STRANGER, "5.00", "cash"),
                payment("X7", "5.00", "cash"),
                payment(student, "5.00", "gold"),
                payment(student, "-5.00", "cash"),
                payment(student, "", "cash"),
                student + ",8 Sept,1e3,cash,x",
                student + "," + TODAY.plusDays(1) + ",5.00,cash,x",
                student + "," + DAY + ",5.00,cash,=1+1",
                payment(student, "5.00", "cash")));

        assertThat(problems)
                .extracting(ImportProblem::line, ImportProblem::column, ImportProblem::reason)
                .containsExactly(
                        tuple(2, "account", Reason.UNKNOWN_ACCOUNT),
                        tuple(3, "account", Reason.NOT_AN_ACCOUNT),
                        tuple(4, "method", Reason.NOT_A_METHOD),
                        tuple(5, "amount", Reason.NEGATIVE),
                        tuple(6, "amount", Reason.NOT_AN_AMOUNT),
                        tuple(7, "date", Reason.NOT_A_DATE),
                        tuple(7, "amount", Reason.NOT_AN_AMOUNT),
                        tuple(8, "date", Reason.FUTURE),
                        tuple(9, "reference", Reason.FORMULA));
        assertThat(rows(student)).isEmpty();
        ImportFile others =
                new ImportFile(ImportKind.PAYMENTS, "x.csv", "account,amount\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(problems(others)).extracting(ImportProblem::column).containsExactly("date", "method", "reference");
    }

    private List<ImportProblem> problems(ImportFile file) {
        List<ImportProblem> problems = office.imports().preview(CASHIER, file).problems();
        assertThat(refusal(ImportRefusedException.class, () -> post(file)).problems())
                .isEqualTo(problems);
        return problems;
    }

    @Test
    void cashWithoutCoinsIsRefused() {
        StudentNumber student = student();
        office.configure(Kit.settings().withCashRounding(CashRounding.to(cad("0.05"))));
        try {
            assertThat(problems(payments(payment(student, "5.02", "cash"), payment(student, "5.02", "cheque"))))
                    .extracting(ImportProblem::line, ImportProblem::reason)
                    .containsExactly(tuple(2, Reason.NOT_IN_CASH));
        } finally {
            office.configure(Kit.settings());
        }
    }

    @Test
    void undoingVoidsExactlyThesePayments() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab", "20.00");
        pay(student, "1.00");
        ImportFile file = payments(payment(student, "19.00", "cheque"));
        PostedImport posted = post(file);
        assertThat(owed(student)).isEmpty();

        assertThat(office.imports()
                        .undo(new UndoImportRequest(RequestKey.fresh(), CASHIER, posted.number(), "wrong file"))
                        .undone())
                .isTrue();

        assertThat(owed(student)).containsExactly(lab);
        assertAccount(student, "19.00", "20.00");
        assertThat(newest(student).kind()).isEqualTo(EntryKind.VOID);
        assertThat(post(file).lines()).isEqualTo(1);
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void theMoneyOfAVoidedPaymentIsNotUnclaimed() {
        StudentNumber student = student();
        PostedImport posted = post(payments(payment(student, "9.00", "cheque")));
        office.corrections()
                .apply(new VoidReceipt(
                        RequestKey.fresh(), CASHIER, payment(student).receipt().orElseThrow(), TODAY, "mistake"));

        assertThat(office.claims().unclaimed(CASHIER))
                .noneMatch(money -> money.number().equals(posted.number()));
    }
}
