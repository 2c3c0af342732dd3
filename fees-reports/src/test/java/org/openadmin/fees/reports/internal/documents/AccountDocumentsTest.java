package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.spi.DocumentSettings.Paper;

class AccountDocumentsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

    private final DocumentSchool school = new DocumentSchool();
    private final JournalWriter journal = school.journal;
    private final StudentNumber ines = school.student(100, "Tremblay", "Inès");

    /** A year with every kind of entry. */
    private void eventfulYear() {
        long books = journal.charge(ines, FIRST.minusDays(90), "Book deposit", "", "100.00");
        long bounced = journal.pay(ines, FIRST.minusDays(80), 12, "100.00", books);
        long lab = journal.charge(ines, FIRST, "Lab fee", "Goggles and coat", "24.95", "GST 1.25", "PST 1.50");
        long band = journal.charge(ines, FIRST, "Band trip", "", "240.00", "GST 12.00");
        journal.takeBack(FIRST.plusDays(1), bounced, "The bank did not honour it");
        journal.pay(ines, FIRST.plusDays(4), 31, "127.70", books, lab);
        journal.lift(EntryKind.WAIVER, FIRST.plusDays(5), band, "Bursary of the school board");
        long locker = journal.charge(ines, FIRST.plusDays(6), "Locker", "", "10.00");
        journal.lift(EntryKind.REVERSAL, FIRST.plusDays(7), locker, "Has none");
        journal.pay(ines, FIRST.plusDays(8), 40, "50.00");
        journal.refund(ines, FIRST.plusDays(9), "30.00", "Asked for by the family");
        journal.charge(ines, FIRST.plusDays(10), "Yearbook", "", "45.00");
    }

    @Test
    void aStatementCarriesTheOpeningBalanceToTheClosingOne() {
        eventfulYear();

        PdfPages pages = statement(FIRST, LAST, "statement");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .containsSubsequence("École Prairie View School", "Account statement")
                .containsSubsequence("Marie Tremblay", "12 Main Street", "Moose Jaw SK S6H 0K1")
                .contains("From September 1, 2026", "To September 30, 2026", "Student number 100")
                .contains("Tremblay, Inès", "No. 100 · Grade 9 · Homeroom 9A")
                .contains("Date Transaction Charges Payments Balance")
                .containsSubsequence(
                        "Opening balance 0.00",
                        "Sep. 1, 2026 Lab fee 27.70 27.70",
                        "Goggles and coat",
                        "Sep. 1, 2026 Band trip 252.00 279.70",
                        "Sep. 2, 2026 Voided payment, receipt 12 –100.00 379.70",
                        "The bank did not honour it",
                        "Sep. 5, 2026 Payment, receipt 31 127.70 252.00",
                        "Cheque 000123",
                        "Sep. 6, 2026 Adjustment: Band trip –252.00 0.00",
                        "Sep. 7, 2026 Locker 10.00 10.00",
                        "Sep. 8, 2026 Reversed: Locker –10.00 0.00",
                        "Sep. 9, 2026 Payment on account, receipt 40 50.00 –50.00",
                        "Sep. 10, 2026 Refund –30.00 –20.00",
                        "Asked for by the family",
                        "Sep. 11, 2026 Yearbook 45.00 25.00")
                .contains("Opening balance 0.00", "Charges 72.70", "Payments –47.70", "Closing balance $25.00")
                .doesNotContain("Book deposit", "Page", "Outstanding", "Paid", "Waived", "Bursary");
        assertThat(pages.about().getTitle()).isEqualTo("Account statement – Tremblay, Inès");
    }

    @Test
    void whatWasCorrectedBeforeThePeriodIsStillCalledByItsName() {
        long lab = journal.charge(ines, FIRST.minusDays(9), "Lab fee", "", "20.00");
        journal.lift(EntryKind.WAIVER, FIRST, lab, "Hardship");

        assertThat(statement(FIRST, LAST, "statement-earlier").page(1))
                .contains("Opening balance 20.00", "Sep. 1, 2026 Adjustment: Lab fee –20.00 0.00")
                .contains("Closing balance $0.00");
        assertThat(school.office.queries(Statements.class)).isEqualTo(2);
    }

    @Test
    void creditIsCalledCredit() {
        journal.pay(ines, FIRST, 1, "50.00");

        assertThat(statement(FIRST, LAST, "statement-credit").page(1))
                .containsSubsequence("Credit on account", "$50.00", "Closing balance –$50.00");
    }

    @Test
    void theFamilyStatementHasASectionForEachChildAndOneTotal() {
        eventfulYear();
        StudentNumber marc = school.student(101, "Tremblay", "Marc");
        school.student(102, "Tremblay", "Zoé");
        journal.charge(marc, FIRST, "Choir", "", "8.00");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        school.reports().familyStatement(new StatementRequest(CLERK, ines, FIRST, LAST), out);

        PdfPages pages = PdfPages.of(out.toByteArray(), "family-statement");
        assertThat(pages.count()).isEqualTo(2);
        assertThat(String.join("\n", pages.texts()))
                .contains("Family statement", "Marie Tremblay", "Tremblay, Inès; Tremblay, Marc; Tremblay, Zoé")
                .containsSubsequence(
                        "Tremblay, Inès (100)",
                        "Yearbook 45.00 25.00",
                        "Closing balance 25.00",
                        "Tremblay, Marc (101)",
                        "Choir 8.00 8.00",
                        "Closing balance 8.00",
                        "Tremblay, Zoé (102)",
                        "No transactions in this period.",
                        "Closing balance 0.00")
                .contains("Charges 80.70", "Payments –47.70", "Closing balance $33.00");
        assertThat(pages.about().getTitle()).isEqualTo("Family statement – Tremblay, Inès");
    }

    @Test
    void theHistoryShowsWhatSettledWhat() {
        eventfulYear();

        PdfPages pages = history(ines, "history");

        assertThat(pages.page(1)).containsSubsequence("Historical bill of", "transactions", "Marie Tremblay", "$25.00");
        assertThat(String.join("", pages.texts()))
                .contains("Date September 8, 2026", "Date Transaction Charges Payments Balance")
                .containsSubsequence(
                        "Jun. 3, 2026 Book deposit 100.00 100.00",
                        "Paid Sep. 5, 2026, receipt 31",
                        "Jun. 13, 2026 Payment, receipt 12 100.00 0.00",
                        "Voided Sep. 2, 2026",
                        "Sep. 1, 2026 Lab fee 27.70 27.70",
                        "24.95 + GST 1.25 + PST 1.50",
                        "Paid Sep. 5, 2026, receipt 31",
                        "Sep. 1, 2026 Band trip 252.00 279.70",
                        "240.00 + GST 12.00",
                        "Adjusted Sep. 6, 2026",
                        "Voided payment, receipt 12 –100.00 379.70",
                        "Payment, receipt 31 127.70 252.00",
                        "Pays for Book deposit; Lab fee",
                        "Locker 10.00 10.00",
                        "Reversed Sep. 8, 2026",
                        "Yearbook 45.00 25.00",
                        "Outstanding")
                .doesNotContain("Waived", "Bursary")
                .contains("Outstanding fees of $45.00, less credit on account of $20.00.")
                .contains("Charges 172.70", "Payments –147.70", "Balance $25.00");
    }

    @Test
    void anAccountWithoutAnythingHasAPageThatSaysSo() {
        assertThat(statement(FIRST, LAST, "statement-none").page(1))
                .contains("Opening balance 0.00", "No transactions in this period.")
                .contains("Closing balance $0.00");
        assertThat(history(ines, "history-none").page(1))
                .contains("No transactions on this account yet.", "Balance $0.00");
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void twelveLinesTakeAPageAndSixtyAsManyAsTheyNeed(Paper paper) {
        school.paper = paper;
        for (int line = 1; line <= 60; line++) {
            journal.charge(ines, line <= 12 ? FIRST : FIRST.plusDays(1), "Fee no" + line + ".", "", "1.01", "GST 0.05");
        }

        assertThat(statement(FIRST, FIRST, "statement-12-" + paper).count()).isEqualTo(1);
        for (PdfPages pages :
                new PdfPages[] {statement(FIRST, LAST, "statement-60-" + paper), history(ines, "history-60-" + paper)
                }) {
            assertThat(pages.count()).isBetween(2, 5);
            for (int page = 1; page <= pages.count(); page++) {
                assertThat(pages.page(page))
                        .contains("Tremblay, Inès", "Page " + page + " of " + pages.count())
                        .contains("Date Transaction Charges Payments Balance");
            }
            for (int line = 1; line <= 60; line++) {
                assertThat(pages.run()).containsOnlyOnce("Feeno" + line + ".1.06");
            }
            assertThat(pages.page(pages.count())).contains("Charges 63.60", "alance $63.60");
        }
        assertThat(statement(FIRST, LAST, "statement-size").width()).isEqualTo(paper == Paper.A4 ? 595f : 612f);
    }

    @Test
    void theLongestNamesAndTheLargestAmountsHaveRoom() {
        String name = "Wohlfahrtsveranstaltung ".repeat(11).strip().substring(0, 255);
        StudentNumber long1 = school.student(200, "W".repeat(100), "M".repeat(100), "G".repeat(100), "A".repeat(60));
        for (int line = 0; line < 60; line++) {
            journal.charge(long1, FIRST, name, "W".repeat(255), "99999969.99", "GST 10.00", "PST 10.00", "HST 10.00");
        }
        journal.pay(long1, FIRST, Integer.MAX_VALUE, "99999999.99");

        PdfPages statement = statement(long1, "statement-longest");
        PdfPages history = history(long1, "history-longest");

        for (PdfPages pages : new PdfPages[] {statement, history}) {
            assertThat(pages.run())
                    .contains("W".repeat(40), "G".repeat(30), "receipt2147483647")
                    .contains("$5,899,999,999.41", "5,999,999,999.40", "–99,999,999.99");
            assertThat(pages.run().split("Wohlfahrtsveranstaltung", -1)).hasSizeGreaterThan(600);
        }
        assertThat(statement.page(statement.count())).contains("99,999,999.99 5,899,999,999.41");
        assertThat(history.run()).contains("99,999,969.99+GST10.00+PST10.00+HST10.00");
    }

    @Test
    void aFrenchSchoolSaysItInFrench() {
        school.locale = Locale.CANADA_FRENCH;
        eventfulYear();

        assertThat(statement(FIRST, LAST, "statement-french").page(1))
                .contains("Relevé de compte", "Du 1er septembre 2026", "Au 30 septembre 2026")
                .contains("Date Opération Frais Paiements Solde")
                .contains("Paiement annulé, reçu 12 –100,00 379,70", "Paiement, reçu 31 127,70 252,00")
                .contains("Ajustement : Band trip –252,00 0,00", "Frais annulés : Locker", "Remboursement")
                .contains("Solde d’ouverture 0,00", "Solde de clôture 25,00 $");
        assertThat(String.join("", history(ines, "history-french").texts()))
                .contains("Payés le 5 sept. 2026, reçu 31", "Ajustés le 6 sept. 2026", "Impayés")
                .contains("Paie Book deposit; Lab fee")
                .contains("Frais impayés de 45,00 $, moins un crédit au compte de 20,00 $.");
    }

    @Test
    void namesInEveryScriptCanBeRead() {
        String[] names = {
            "Łukasz Żółć",
            "Nguyễn Thị Phượng",
            "Щёголев Дмитрий",
            "王小明",
            "محمد العربي",
            "ᐊᓂᔑᓈᐯ ᑭᔐ",
            "עמית כהן",
            "김민준 박",
            "አበበ በቀለ",
            "გიორგი ქა",
            "Հակոբ Գր",
            "अमित शर्मा",
            "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
            "தமிழ் செல்வி",
            "สมชาย น้ำใจ",
            "ગુજરાતી શ્રી"
        };
        for (int i = 0; i < names.length; i++) {
            StudentNumber student = school.student(i + 1, names[i], "A", names[i], names[i]);
            long charge = journal.charge(student, FIRST, names[i], names[i], "1.00");
            journal.lift(EntryKind.WAIVER, FIRST, charge, names[i]);

            assertThat(history(student, "history-script-" + i).run().split(names[i].replace(" ", ""), -1))
                    .as(names[i])
                    .hasSizeGreaterThan(6);
        }
    }

    @Test
    void oldRowsWithoutDateNameOrReceiptShowWhatTheyHave() {
        school.office.add(journal.row(EntryKind.OTHER, money("5.00"), ines));
        school.office.add(journal.row(EntryKind.PAYMENT, money("-3.00"), ines)
                .named("Payment")
                .about("17 18"));
        school.office.add(
                journal.row(EntryKind.REVERSAL, money("-1.00"), ines).on(FIRST).reverses(99));

        assertThat(history(ines, "history-old").page(1))
                .contains("– Other transaction 5.00 5.00", "– Payment 3.00 2.00", "Reversed charge –1.00 1.00")
                .doesNotContain("17 18");
    }

    @Test
    void aPurgedStudentHasAStatementWithoutAddress() {
        journal.charge(new StudentNumber(7), FIRST, "Lost book", "", "15.00");

        assertThat(history(new StudentNumber(7), "history-purged").page(1))
                .contains("To the parents of", "Gone, Gary", "No. 7 · Grade 8 · Homeroom 8B", "$15.00");
    }

    @Test
    void whoMayNotReadOrAsksForNobodyGetsNoByte() {
        Actor eve = new Actor("eve", Set.of());
        StudentNumber nobody = new StudentNumber(404);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().history(eve, ines, out)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> school.reports().statement(new StatementRequest(eve, ines, FIRST, LAST), out))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> school.reports().history(CLERK, nobody, out))
                .isInstanceOf(UnknownStudentException.class);
        assertThatThrownBy(() -> school.reports().statement(new StatementRequest(CLERK, nobody, DAY, DAY), out))
                .isInstanceOf(UnknownStudentException.class);
        assertThat(out.size()).isZero();
    }

    private PdfPages statement(LocalDate from, LocalDate to, String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().statement(new StatementRequest(CLERK, ines, from, to), out);
        return PdfPages.of(out.toByteArray(), file);
    }

    private PdfPages statement(StudentNumber student, String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().statement(new StatementRequest(CLERK, student, FIRST, LAST), out);
        return PdfPages.of(out.toByteArray(), file);
    }

    private PdfPages history(StudentNumber student, String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().history(CLERK, student, out);
        return PdfPages.of(out.toByteArray(), file);
    }
}
