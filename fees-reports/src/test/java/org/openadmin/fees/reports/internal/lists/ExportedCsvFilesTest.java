package org.openadmin.fees.reports.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.SEPTEMBER;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.receipt;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.rows;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.sheets;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.written;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.reports.internal.documents.DepositedSchool;
import org.openadmin.fees.spi.csv.CsvCells;

/** The CSV files: exact bytes, safe in a spreadsheet, and unchanged when read back. */
class ExportedCsvFilesTest {

    private static final Actor HEAD = new Actor("head", EnumSet.of(Role.ADMIN));

    private final ExportSchool school = new ExportSchool();

    @Test
    void aMonthIsALineForEachFeeAndMethodAndAClosingOne() {
        school.months.summary = new MonthSummary(
                SEPTEMBER,
                List.of("GST", "PST"),
                List.of(
                        new Line(
                                EntryKind.CHARGE,
                                "Lab fee, \"chemistry\"",
                                Optional.empty(),
                                "4010",
                                2,
                                money("49.90"),
                                Map.of("GST", money("2.50"), "PST", money("3.00")),
                                money("55.40")),
                        new Line(
                                EntryKind.ON_ACCOUNT,
                                "Payment",
                                Optional.of(PaymentMethod.CASH),
                                "",
                                1,
                                money("-20.00"),
                                Map.of(),
                                money("-20.00")),
                        new Line(
                                EntryKind.PAYMENT,
                                "Payment",
                                Optional.empty(),
                                "1000",
                                1,
                                money("-5.00"),
                                Map.of(),
                                money("-5.00"))),
                4,
                money("30.40"));

        String file = written(out -> assertThat(school.exports.summary(CLERK, SEPTEMBER, ListFormat.CSV, out))
                .isEqualTo(school.months.summary));

        assertThat(file).isEqualTo("""
                        month,kind,name,account,count,subtotal,GST,PST,total
                        2026-09,charge,"Lab fee, ""chemistry""\",4010,2,49.90,2.50,3.00,55.40
                        2026-09,on-account,cash,,1,-20.00,0.00,0.00,-20.00
                        2026-09,payment,Payment,1000,1,-5.00,0.00,0.00,-5.00
                        2026-09,total,,,4,24.90,2.50,3.00,30.40
                        """.replace("\n", "\r\n"));
    }

    @Test
    void transactionsCarryTheirAccountAndCloseWithTheSumOfTheMonth() {
        StudentNumber student = school.documents.student(100, "Tremblay", "Inès");
        school.documents.journal.charge(student, DAY.minusMonths(1), "Lab fee", "", "9.00");
        long lab =
                school.documents.journal.charge(student, DAY, "LAB fee ", "Chemistry", "24.95", "GST 1.25", "HST 3.24");
        school.documents.journal.pay(student, DAY, 7, "29.44", lab);
        school.documents.journal.charge(student, DAY.plusDays(1), "Bus", "", "100.00");
        school.months.summary = new MonthSummary(SEPTEMBER, List.of("GST"), List.of(), 3, money("100.00"));

        String file = written(out -> assertThat(school.exports.transactions(CLERK, SEPTEMBER, ListFormat.CSV, out))
                .isEqualTo(new JournalTotals(3, money("129.44"), money("-29.44"), money("0.00"), money("100.00"))));

        assertThat(file).isEqualTo("""
                        date,number,kind,student,student name,grade,homeroom,name,description,account,method,reference,receipt,\
                        settled by,corrects,batch,recorded at,recorded by,subtotal,GST,other taxes,total,due date,reason code
                        2026-09-08,2,charge,100,"Tremblay, Inès",9,9A,LAB fee,Chemistry,4010,,,,3,,,,anna,24.95,1.25,3.24,29.44,2026-09-08,
                        2026-09-08,3,payment,100,"Tremblay, Inès",9,9A,Payment,LAB fee,1010,cheque,000123,7,,,,,anna,-29.44,0.00,0.00,-29.44,,
                        2026-09-09,4,charge,100,"Tremblay, Inès",9,9A,Bus,,4000,,,,,,,,anna,100.00,0.00,0.00,100.00,2026-09-09,
                        "",,total,,,,,,,,,,,,,,,,95.51,1.25,3.24,100.00,,
                        """.replace("\n", "\r\n"));
    }

    @Test
    void theTransactionsOfAMonthHaveTheAccountsAndTheSettlementsOfItsEnd() {
        StudentNumber student = school.documents.student(100, "Tremblay", "Inès");
        long lab = school.documents.journal.charge(student, DAY, "LAB fee", "", "9.00");
        long paid = school.documents.journal.charge(student, DAY, "Bus", "", "5.00");
        long payment = school.documents.journal.pay(student, DAY, 7, "5.00", paid);
        school.documents.journal.pay(student, DAY.plusMonths(1), 8, "9.00", lab);
        school.months.summary = new MonthSummary(
                SEPTEMBER,
                List.of(),
                List.of(
                        line(EntryKind.CHARGE, "Lab Fee", Optional.empty(), "old lab"),
                        line(EntryKind.CHARGE, "Bus", Optional.empty(), "old bus"),
                        line(EntryKind.PAYMENT, "Payment", Optional.of(PaymentMethod.CHEQUE), "old bank")),
                3,
                money("9.00"));

        List<CSVRecord> rows = rows(out -> school.exports.transactions(CLERK, SEPTEMBER, ListFormat.CSV, out));

        assertThat(rows).extracting(row -> row.get("account")).containsExactly("old lab", "old bus", "old bank", "");
        assertThat(rows)
                .as("what was settled in October was outstanding")
                .extracting(row -> row.get("settled by"))
                .containsExactly("", "" + payment, "", "");
    }

    private static MonthSummary.Line line(EntryKind kind, String name, Optional<PaymentMethod> method, String account) {
        return new MonthSummary.Line(kind, name, method, account, 1, money("1.00"), Map.of(), money("1.00"));
    }

    @ParameterizedTest
    @MethodSource("org.openadmin.fees.testkit.HostileCells#texts")
    void whatASpreadsheetWouldRunIsPrecededByAnApostrophe(String evil) {
        school.documents.journal.charge(school.documents.student(100, evil, ""), DAY, evil, evil, "1.00");

        CSVRecord row = rows(out -> school.exports.journal(CLERK, JournalQuery.everything(), ListFormat.CSV, out))
                .get(0);

        assertThat(row.get("student name")).isEqualTo("'" + evil);
        assertThat(row.get("description")).isEqualTo("'" + evil);
        assertThat(row.get("name")).isEqualTo(CsvCells.of(evil.strip()));
        assertThat(row.get("total")).isEqualTo("1.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tremblay, \"Inès\"",
                "O'Connor",
                "two\nlines",
                "two\r\nlines",
                "<b>bold</b>",
                "😀 emoji",
                "عبد الله",
                "a=b",
                "1-2",
                ";semicolon",
                "#100",
                " blank ",
                "\\",
                "''",
                "\""
            })
    void anyOtherTextComesBackAsItWas(String text) {
        StudentNumber student = school.documents.student(100, text, "");
        school.documents.journal.charge(student, DAY, "Fee", text, "1.00");

        CSVRecord row = rows(out -> school.exports.journal(CLERK, JournalQuery.everything(), ListFormat.CSV, out))
                .get(0);

        assertThat(row.get("description")).isEqualTo(text);
        assertThat(row.get("student name")).isEqualTo(text);
        assertThat(row.isConsistent()).isTrue();
    }

    @Test
    void aReceiptSaysHowItWasPaidAndThatItWasVoided() {
        school.documents.keep(receipt(7));

        assertThat(written(out -> school.exports.receipts(CLERK, ReceiptQuery.everything(), ListFormat.CSV, out)))
                .isEqualTo("""
                        receipt,date,student,student name,grade,homeroom,received,settled,from credit,on account,charges,method,\
                        reference,cashier,recorded at,voided,cash rounding
                        7,2026-09-08,100,"Tremblay, Inès",9,9A,12.50,0.00,0.00,12.50,,cheque,'=1,anna,,2026-09-09,0.00
                        """.replace("\n", "\r\n"));
    }

    @Test
    void receivablesOfSomeStudentsAreTheirsAlone() {
        school.overview.receivables = List.of(owing(100, "15.00"), owing(101, "7.00"), owing(102, "3.00"));
        school.overview.creditOnlyStudents = 3;
        school.overview.creditOnly = money("20.50");
        Set<StudentNumber> shown = Set.of(new StudentNumber(102), new StudentNumber(100), new StudentNumber(4711));

        assertThat(rows(out -> school.exports.receivables(CLERK, DAY, shown, ListFormat.CSV, out)))
                .extracting(row -> row.get("student") + " " + row.get("balance"))
                .containsExactly("100 15.00", "102 3.00");
        assertThat(rows(out -> school.exports.receivables(CLERK, DAY, Set.of(), ListFormat.CSV, out)))
                .isEmpty();
        assertThat(sheets(out -> school.exports.receivables(CLERK, DAY, shown, ListFormat.XLSX, out))
                        .sheets()
                        .get(0))
                .hasSize(3);
    }

    private static Receivable owing(int student, String amount) {
        StudentNumber number = new StudentNumber(student);
        Map<Age, Money> ages = Map.of(
                Age.NOT_DUE,
                money("0"),
                Age.TO_30,
                money(amount),
                Age.TO_60,
                money("0"),
                Age.TO_90,
                money("0"),
                Age.OVER_90,
                money("0"));
        return new Receivable(
                new StudentSnapshot(number, "", "", ""),
                ages,
                new AccountBalance(number, money(amount), money(amount)));
    }

    @Test
    void receivablesHaveAColumnForEachAge() {
        school.overview.receivables = List.of(new Receivable(
                new StudentSnapshot(new StudentNumber(100), "", "", ""),
                Map.of(
                        Age.NOT_DUE, money("0.50"),
                        Age.TO_30, money("0.50"),
                        Age.TO_60, money("2.00"),
                        Age.TO_90, money("4.00"),
                        Age.OVER_90, money("8.00")),
                new AccountBalance(new StudentNumber(100), money("14.00"), money("15.00"))));
        school.overview.creditOnlyStudents = 3;
        school.overview.creditOnly = money("20.50");

        assertThat(written(out -> school.exports.receivables(CLERK, DAY, ListFormat.CSV, out)))
                .isEqualTo("""
                        date,student,student name,grade,homeroom,not due,days 1-30,days 31-60,days 61-90,days over 90,outstanding,credit,balance
                        2026-09-08,100,,,,0.50,0.50,2.00,4.00,8.00,15.00,1.00,14.00
                        2026-09-08,,students with credit only: 3,,,0.00,0.00,0.00,0.00,0.00,0.00,20.50,-20.50
                        """.replace("\n", "\r\n"));
    }

    @Test
    void receivablesOfAPastDayEndWithWhatWasRecordedLater() {
        StudentNumber number = new StudentNumber(100);
        AccountBalance then = new AccountBalance(number, money("15.00"), money("15.00"));
        AccountBalance known = new AccountBalance(number, money("22.00"), money("22.00"));
        Receivable owing = owing(100, "15.00");
        school.overview.receivables = List.of(new Receivable(
                owing.student(), owing.outstanding(), then, Optional.of(new PastBalance(then, known, 2))));
        school.overview.creditOnlyStudents = 1;
        school.overview.creditOnly = money("5.00");
        school.overview.known = Optional.of(new KnownThen(3, money("-8.00"), money("22.00"), money("4.00")));
        LocalDate past = DAY.minusDays(70);

        assertThat(written(out -> school.exports.receivables(CLERK, past, ListFormat.CSV, out)))
                .isEqualTo("""
                        date,student,student name,grade,homeroom,not due,days 1-30,days 31-60,days 61-90,days over 90,outstanding,credit,balance,rows recorded later,total recorded later
                        2026-06-30,100,,,,0.00,15.00,0.00,0.00,0.00,15.00,0.00,15.00,2,-7.00
                        2026-06-30,,students with credit only: 1,,,0.00,0.00,0.00,0.00,0.00,0.00,5.00,-5.00,1,-1.00
                        """.replace("\n", "\r\n"));
        assertThat(sheets(out -> school.exports.receivables(CLERK, past, Set.of(number), ListFormat.XLSX, out))
                        .sheets()
                        .get(0))
                .hasSize(2);
    }

    @Test
    void theLogOfARunNamesEachStudentAndTheOutcome() {
        String file = written(out -> school.exports.run(CLERK, new RunNumber(1), ListFormat.CSV, out));

        assertThat(file).isEqualTo("""
                        run,channel,state,invoice date,started at,started by,student,student name,grade,homeroom,outcome,due,recipient,detail,unprintable,kind,stage
                        1,print,done,2026-09-08,2026-09-08T14:05:00Z,anna,2,"Nowhere, Nell",9,9A,no-address,1.00,,,,invoices,
                        1,print,done,2026-09-08,2026-09-08T14:05:00Z,anna,1,"O'Wes, =Olaf",9,9A,invoiced,10.00,,,,invoices,
                        """.replace("\n", "\r\n"));
    }

    @Test
    void theAuditLogIsALineForEachCommandAndForAdministratorsOnly() {
        String file = written(out -> school.exports.audit(HEAD, AuditQuery.everything(), ListFormat.CSV, out));

        assertThat(file).isEqualTo("""
                        time,user,operation,subject,result,outcome,reason,request key,line
                        2026-09-08T14:06:00Z,'=ann,remove-fee,fee 3,,refused,predefined-fee-in-use,,8
                        2026-09-08T14:05:00Z,anna,payment,student 180,receipt 12,done,,3f8c1d5e-0000-4000-8000-000000000001,7
                        """.replace("\n", "\r\n"));
        assertThatThrownBy(
                        () -> written(out -> school.exports.audit(CLERK, AuditQuery.everything(), ListFormat.CSV, out)))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void theChequesOfADepositAreOneLineEach() {
        DepositNumber deposit =
                DepositedSchool.deposit(school.documents.till, "Roy", "=Aubé").number();

        assertThat(written(out -> school.exports.cheques(CLERK, deposit, ListFormat.CSV, out)))
                .isEqualTo("deposit,receipt,date,student,student name,reference,amount\r\n"
                        + "1,2,2026-09-08,1,\"Roy, Roy\",Roy,25.00\r\n"
                        + "1,4,2026-09-08,2,\"'=Aubé, =Aubé\",'=Aubé,25.00\r\n");
    }
}
