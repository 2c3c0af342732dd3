package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportLine;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportProblem.Reason;
import org.openadmin.fees.api.imports.ImportRefusedException;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.journal.ClosingRequest.Close;

/** What {@link org.openadmin.fees.api.imports.Imports} promises about how files are read. */
public abstract class BankFilesContract extends BankFileContract {

    private List<ImportProblem> problems(String text) {
        ImportFile file = file("wrong.csv", text);
        List<ImportProblem> problems = office.imports().preview(CASHIER, file).problems();
        assertThat(refusal(ImportRefusedException.class, () -> post(file)).problems())
                .isEqualTo(problems);
        return problems;
    }

    @Test
    void allProblemsAreListedWithLineAndColumnAndNothingIsStored() {
        StudentNumber student = student();
        long before = rows(student).size();
        String code = code(student).toString();
        assertThat(problems("Date,Amount,Description\n"
                        + "2026-09-08,1e3," + code + "\n"
                        + "2026-09-08,5.125," + code + "\n"
                        + "2026-09-08,-0," + code + "\n"
                        + "08/09/2026,5.00," + code + "\n"
                        + "2026-02-30,5.00," + code + "\n"
                        + "2026-09-08,5.00,=1+1\n"
                        + "2026-09-08,5.00\n"
                        + "2026-09-08,100000000," + code + "\n"
                        + TODAY.plusDays(1) + ",5.00," + code + "\n"
                        + "2026-09-08,1 000.00," + code + "\n"))
                .extracting(ImportProblem::line, ImportProblem::column, ImportProblem::reason)
                .containsExactly(
                        tuple(2, "Amount", Reason.NOT_AN_AMOUNT),
                        tuple(3, "Amount", Reason.DECIMALS),
                        tuple(4, "Amount", Reason.ZERO),
                        tuple(5, "Date", Reason.NOT_A_DATE),
                        tuple(6, "Date", Reason.NOT_A_DATE),
                        tuple(7, "Description", Reason.FORMULA),
                        tuple(8, "", Reason.CELLS),
                        tuple(9, "Amount", Reason.TOO_LARGE),
                        tuple(10, "Date", Reason.FUTURE),
                        tuple(11, "Amount", Reason.NOT_AN_AMOUNT));
        assertThat(rows(student)).hasSize((int) before);
    }

    @Test
    void anAmountHasTheDecimalSignOfTheConfiguration() {
        assertThat(problems("Date;Amount;Description\n2026-09-08;12,50;x\n"))
                .extracting(ImportProblem::reason)
                .containsExactly(Reason.NOT_AN_AMOUNT);
    }

    @Test
    void aFileThatIsNoTableIsRefused() {
        assertThat(problems("")).extracting(ImportProblem::reason).containsExactly(Reason.EMPTY);
        assertThat(problems("Day,Sum\n1,2\n"))
                .extracting(ImportProblem::column, ImportProblem::reason)
                .containsExactly(
                        tuple("Date", Reason.NO_COLUMN),
                        tuple("Amount", Reason.NO_COLUMN),
                        tuple("Description", Reason.NO_COLUMN));
        assertThat(problems("Date,Amount,Description\n2026-09-08,5.00,\"x\n"))
                .extracting(ImportProblem::reason)
                .contains(Reason.BROKEN);
        assertThat(problems("<OFX><STMTTRN><TRNAMT>5.00<FITID>1"))
                .extracting(ImportProblem::reason)
                .containsExactly(Reason.BROKEN);
        assertThat(
                        problems(
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><OFX>&e;</OFX>"))
                .extracting(ImportProblem::reason)
                .containsExactly(Reason.BROKEN);
        byte[] latin = "Date,Amount,Description\n2026-09-08,5.00,No\u00ebl\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(office.imports()
                        .preview(CASHIER, new ImportFile(ImportKind.BANK, "latin.csv", latin))
                        .problems())
                .extracting(ImportProblem::line, ImportProblem::reason)
                .containsExactly(tuple(2, Reason.ENCODING));
    }

    @Test
    void aTransactionInOfxIsRecognizedByItsId() {
        StudentNumber student = student();
        String id = UUID.randomUUID().toString();
        String transaction = "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260908120000[-6:CST]<TRNAMT>12.50<FITID>%s\n"
                + "<NAME>INTERAC e-Transfer<MEMO>%s &amp; co</STMTTRN>\n";
        String head = "OFXHEADER:100\nDATA:OFXSGML\nCHARSET:1252\n\n<OFX><BANKACCTFROM><ACCTID>001-7</BANKACCTFROM>";
        ImportFile file = file("bank.ofx", head + transaction.formatted(id, code(student)) + "</OFX>\n");
        post(file);

        assertAccount(student, "-12.50", "0.00");
        assertThat(payment(student).reference()).isEqualTo("INTERAC e-Transfer " + code(student) + " & co");
        PostedImport more = post(file(
                "bank2.ofx",
                head
                        + transaction.formatted(id, code(student))
                        + transaction.formatted(id + "b", code(student))
                        + "</OFX>\n"));
        assertThat(more.lines()).isEqualTo(1);
        assertAccount(student, "-25.00", "0.00");
    }

    @Test
    void aCodeWithoutItsHyphenIsASuggestion() {
        StudentNumber student = student();
        ImportFile file = csv(line("81.00", "ref " + code(student).toString().replace("-", "")));

        assertThat(office.imports().preview(CASHIER, file).lines())
                .extracting(ImportLine::outcome)
                .containsExactly(Outcome.SUGGESTED);
        post(file);
        assertThat(office.accounts().balance(student).credit()).isEqualTo(cad("0.00"));
    }

    @Test
    void twoAccountsThatOweTheSameAreNoSuggestion() {
        charge(student(), "Twin", "777.77");
        charge(student(), "Twin", "777.77");

        assertThat(office.imports()
                        .preview(CASHIER, csv(line("777.77", "no code")))
                        .lines())
                .extracting(ImportLine::outcome)
                .containsExactly(Outcome.UNCLAIMED);
    }

    @Test
    void twoCodesOrACodeOfNobodyAreUnclaimed() {
        assertThat(office.imports()
                        .preview(
                                CASHIER,
                                csv(
                                        line("5.00", code(student()) + " and " + code(student())),
                                        line("6.00", code(STRANGER))))
                        .lines())
                .extracting(ImportLine::outcome)
                .containsExactly(Outcome.UNCLAIMED, Outcome.UNCLAIMED);
    }

    @Test
    void moneyPaidOutIsLeftOut() {
        StudentNumber student = student();
        PostedImport posted =
                post(csv(line("-12.00", code(student)), line("", code(student)), line("7.00", code(student))));

        assertThat(posted.lines()).isEqualTo(1);
        assertAccount(student, "-7.00", "0.00");
    }

    @Test
    void aDayInAClosedMonthIsRefusedUnlessItsTransactionIsKnown() {
        StudentNumber student = student();
        String known = line("5.00", "nobody").replace(DAY.toString(), "2026-08-15");
        String late = line("6.00", code(student)).replace(DAY.toString(), "2026-08-31");
        PostedImport posted = post(csv(known));
        office.closings().apply(new Close(RequestKey.fresh(), ADMIN, YearMonth.of(2026, 8)));

        assertThat(office.imports().preview(CASHIER, csv(known, late)).problems())
                .extracting(ImportProblem::line, ImportProblem::column, ImportProblem::reason)
                .containsExactly(tuple(3, "Date", Reason.CLOSED));
        assertThat(post(csv(known, line("7.00", code(student)))).lines()).isEqualTo(1);
        assertThat(claim(unclaimed(posted).line(), student).date()).isEqualTo(LocalDate.of(2026, 9, 1));
    }
}
