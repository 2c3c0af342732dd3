package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.spi.DocumentSettings.Paper;

class InvoicesTest {

    private final DocumentSchool school = new DocumentSchool();

    @Test
    void anInvoiceListsWhatIsOutstandingAndAsksForWhatCreditDoesNotCover() {
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        school.charge(ines, "Lab fee", "Goggles and coat", "24.95", "GST 1.25", "PST 1.50");
        school.charge(ines, "Book deposit", "", "1100.00");
        school.charge(ines, "Band trip", "Two nights", "240.00", "GST 12.00");
        school.credit.put(ines, money("20.00"));

        String page = school.invoices("invoice").page(1);

        assertThat(page)
                .containsSubsequence("École Prairie View School", "450 Athabasca Street East", "Invoice")
                .containsSubsequence("Marie Tremblay", "12 Main Street", "Moose Jaw SK S6H 0K1")
                .contains("Due date October 8, 2026", "Invoice date September 8, 2026", "Student number 100")
                .contains("No. 100 · Grade 9 · Homeroom 9A")
                .contains("Date Fee Subtotal GST PST Total")
                .contains("Sep. 1, 2026 Lab fee 24.95 1.25 1.50 27.70", "Goggles and coat")
                .contains("Sep. 1, 2026 Book deposit 1,100.00 1,100.00")
                .contains("Sep. 1, 2026 Band trip 240.00 12.00 252.00")
                .contains("Subtotal 1,364.95", "GST 13.25", "PST 1.50", "Total 1,379.70")
                .contains("Credit on account –20.00", "Amount due $1,359.70")
                .contains("Cut here and return this part with your payment to École Prairie View School.")
                .contains("Registered charity 12345 6789 RR0001")
                .doesNotContain("Page");
        assertThat(page.split("\\$1,359\\.70", -1)).hasSize(4);
    }

    @Test
    void differentDueDatesAreBesideTheirChargesAndTheNextOneIsThatOfTheInvoice() {
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        school.due(ines, DAY.plusDays(37), "Band trip", "240.00");
        school.due(ines, DAY, "Yearbook", "40.00");

        assertThat(school.invoices("invoice-due").page(1))
                .contains("Due date September 8, 2026")
                .contains("Band trip 240.00", "Due Oct. 15, 2026", "Yearbook 40.00", "Due Sep. 8, 2026")
                .doesNotContain("verdue");
    }

    @Test
    void whatIsOverdueIsNamedWithItsSumAndItsDate() {
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        school.due(ines, DAY.plusDays(37), "Band trip", "240.00");
        school.due(ines, DAY.minusDays(1), "Yearbook", "40.00");
        school.credit.put(ines, money("15.00"));

        assertThat(school.invoices("invoice-overdue").page(1))
                .contains("Due date October 15, 2026")
                .contains("Yearbook 40.00", "Overdue: was due Sep. 7, 2026", "Band trip 240.00", "Due Oct. 15, 2026")
                .contains("Overdue: $25.00, due since September 7, 2026.", "Amount due $265.00");
    }

    @Test
    void ifAllIsOverdueTheInvoiceSaysSinceWhen() {
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        school.due(ines, DAY.minusDays(30), "Yearbook", "40.00");

        String page = school.invoices("invoice-all-overdue").page(1);

        assertThat(page).contains("Overdue since August 9, 2026").doesNotContain("Due date");
    }

    @Test
    void eachStudentHasAPageWithColumnsOfItsOwn() {
        StudentNumber zoe = school.student(1, "Zimmer", "Zoé");
        StudentNumber leblanc = school.student(2, "Leblanc", "Al");
        StudentNumber le = school.student(3, "Le", "Zoe");
        StudentNumber emond = school.student(4, "Émond", "Éric");
        school.charge(zoe, "Lab fee", "", "10.00", "GST 0.50");
        school.charge(leblanc, "Locker", "", "5.00");
        school.charge(le, "Locker", "", "6.00", "PST 0.36");
        school.charge(emond, "Locker", "", "7.00");

        PdfPages pages = school.invoices("names");

        assertThat(pages.count()).isEqualTo(4);
        assertThat(pages.page(1))
                .contains("Émond, Éric", "Locker 7.00", "$7.00")
                .doesNotContain("GST", "PST");
        assertThat(pages.page(2)).contains("Le, Zoe", "Subtotal PST Total", "$6.36");
        assertThat(pages.page(3)).contains("Leblanc, Al", "$5.00");
        assertThat(pages.page(4)).contains("Zimmer, Zoé", "Subtotal GST Total", "$10.50");
    }

    @Test
    void eachPageCarriesItsTotalOverToTheNext() {
        StudentNumber many = school.student(1, "Many", "Mia");
        for (int line = 1; line <= 60; line++) {
            school.charge(many, "Fee " + line, "", "1.01", "GST 0.05");
        }

        PdfPages pages = school.invoices("carried");

        Pattern carried = Pattern.compile("Carried forward ([0-9.]+)");
        Pattern brought = Pattern.compile("Brought forward ([0-9.]+)");
        assertThat(brought.matcher(pages.page(1)).find()).isFalse();
        assertThat(carried.matcher(pages.page(pages.count())).find()).isFalse();
        for (int page = 1; page < pages.count(); page++) {
            Matcher end = carried.matcher(pages.page(page));
            Matcher begin = brought.matcher(pages.page(page + 1));
            assertThat(end.find() && begin.find()).isTrue();
            long lines = linesUpTo(pages, page);
            assertThat(end.group(1))
                    .isEqualTo(begin.group(1))
                    .isEqualTo(money("1.06").times(Math.toIntExact(lines)).toPlainString());
        }
    }

    private static long linesUpTo(PdfPages pages, int last) {
        Pattern line = Pattern.compile("Fee \\d+ 1\\.01");
        return pages.texts().subList(0, last).stream()
                .flatMap(text -> line.matcher(text).results())
                .count();
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void sixtyLinesTakeAsManyPagesAsTheyNeedAndEachPageSaysWhoseItIs(Paper paper) {
        school.paper = paper;
        StudentNumber many = school.student(1, "Many", "Mia");
        for (int line = 1; line <= 60; line++) {
            school.charge(many, "Fee no" + line + ".", "Description of " + line, "1.01", "GST 0.05");
        }
        StudentNumber one = school.student(2, "One", "Ole");
        school.charge(one, "Only fee", "", "2.00");

        PdfPages pages = school.invoices("sixty-" + paper);

        int pagesOfMany = pages.count() - 1;
        assertThat(pagesOfMany).isBetween(3, 5);
        for (int page = 1; page <= pagesOfMany; page++) {
            assertThat(pages.page(page)).contains("Many, Mia", "Page " + page + " of " + pagesOfMany);
        }
        for (int line = 1; line <= 60; line++) {
            assertThat(pages.run()).containsOnlyOnce("Feeno" + line + ".1.01").contains("Descriptionof" + line);
        }
        assertThat(pages.page(pagesOfMany)).contains("Cut here", "$63.60");
        assertThat(pages.page(pagesOfMany - 1) + pages.page(pagesOfMany))
                .containsSubsequence("Subtotal 60.60", "GST 3.00", "Amount due $63.60");
        assertThat(pages.page(1)).doesNotContain("Cut here");
        assertThat(pages.page(pages.count())).contains("Only fee 2.00").doesNotContain("Page", "Many");
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void twelveLinesFitOnOnePageOfEitherPaper(Paper paper) {
        school.paper = paper;
        StudentNumber twelve = school.student(1, "Twelve", "Tom");
        for (int line = 1; line <= 12; line++) {
            school.charge(twelve, "Fee " + line, "", "10.00", "GST 0.50", "PST 0.60");
        }

        PdfPages pages = school.invoices("twelve-" + paper);

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1)).contains("Amount due $133.20");
        assertThat(List.of(pages.width(), pages.height()))
                .isEqualTo(paper == Paper.A4 ? List.of(595f, 842f) : List.of(612f, 792f));
    }

    @Test
    void fourTaxesAndTheLargestAmountsHaveRoom() {
        StudentNumber rich = school.student(1, "Rich", "Rita");
        school.charge(rich, "Wing", "", "99999959.99", "GST 10.00", "PST 10.00", "HST 10.00", "ECO 10.00");
        school.charge(rich, "Tower", "", "0.99", "GST 49999999.00", "PST 50000000.00", "HST 0.00", "ECO 0.00");
        for (int line = 0; line < 60; line++) {
            school.charge(rich, "Building", "", "99999999.99");
        }

        PdfPages pages = school.invoices("largest");

        assertThat(pages.page(1))
                .contains("Subtotal GST PST HST ECO Total")
                .contains("Wing 99,999,959.99 10.00 10.00 10.00 10.00 99,999,999.99")
                .contains("Tower 0.99 49,999,999.00 50,000,000.00 99,999,999.99")
                .contains("$6,199,999,999.38");
    }

    @Test
    void moreThanFourTaxesShareTheFourthColumn() {
        StudentNumber old = school.student(1, "Old", "Olga");
        school.charge(old, "Fee", "", "1.00", "A 0.01", "B 0.02", "C 0.03", "D 0.04");
        school.charge(old, "Older", "", "1.00", "E 0.05", "D 0.04");

        assertThat(school.invoices("five-taxes").page(1))
                .contains("Subtotal A B C Other taxes Total")
                .contains("Fee 1.00 0.01 0.02 0.03 0.04 1.10", "Older 1.00 0.09 1.09", "Amount due $2.19");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theLongestTextsWrapAndAreWhole(int taxes) {
        String[] all = {"GST 0.05", "PST 0.06", "HST 0.13", "ECO 0.01"};
        String name = "Wide words ".repeat(24).substring(0, 254) + "!";
        String description = "Y".repeat(254) + "?";
        StudentNumber long1 = school.student(1, "W".repeat(255), "Q".repeat(255), "X".repeat(255), "Z".repeat(120));
        school.charge(
                long1, name, description, "1.00", List.of(all).subList(0, taxes).toArray(String[]::new));

        PdfPages pages = school.invoices("longest-" + taxes);

        String run = pages.run();
        // last name and first name are on each page and on the slip
        assertThat(count(run, 'W')).isEqualTo((pages.count() + 1) * 255L + 24);
        assertThat(count(run, 'Q')).isEqualTo((pages.count() + 1) * 255L);
        assertThat(count(run, 'X')).isEqualTo(255);
        assertThat(count(run, 'Z')).isEqualTo(120);
        assertThat(count(run, 'Y')).isEqualTo(254);
        assertThat(run).contains("!", "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fee for <5 km & \"x\" y > 2",
                "=SUM(1,2)",
                "<script>alert(1)</script>",
                "<b>bold</b> &amp; &lt;",
                "{0} $F{name} $P{x} ''quoted''"
            })
    void aTextIsShownAndNeverInterpreted(String text) {
        StudentNumber student = school.student(1, "Plain", "Pia", text, text);
        school.charge(student, text, text, "1.00");

        String run = school.invoices("literal").run();

        assertThat(run.split(Pattern.quote(text.replaceAll("\\s+", "")), -1)).hasSize(5);
    }

    @Test
    void namesInEveryScriptCanBeRead() {
        String[] names = {
            "Łukasz Żółć", "Nguyễn Thị Phượng", "Щёголев Дмитрий", "Παπαδόπουλος Γιώργος", "王小明", "محمد العربي"
        };
        for (int i = 0; i < names.length; i++) {
            school.charge(school.student(i + 1, names[i], "A", names[i], names[i]), names[i], names[i], "1.00");
        }

        String run = school.invoices("scripts").run();

        for (String name : names) {
            assertThat(run.split(name.replace(" ", ""), -1)).as(name).hasSizeGreaterThan(6);
        }
    }

    @Test
    void aLetterThatNoFontCanDrawLeavesAMark() {
        school.charge(school.student(1, "Ann \uD83D\uDE00 ᏣᎳ", "A"), "Fee", "", "1.00");

        assertThat(school.invoices("unknown-letters").page(1)).contains("Ann \uFFFD \uFFFD\uFFFD, A");
    }

    @Test
    void frenchSchoolsGetFrenchInvoices() {
        school.locale = Locale.CANADA_FRENCH;
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        school.charge(ines, "Frais de laboratoire", "", "1024.95", "TPS 51.25");
        school.credit.put(ines, money("20.00"));

        assertThat(school.invoices("french").page(1))
                .contains("Facture", "Montant dû", "1 056,20 $")
                .contains("Date d’échéance 8 octobre 2026", "Numéro d’élève 100", "Nº 100 · 9e année")
                .contains("Date Frais Sous-total TPS Total")
                .contains("1er sept. 2026 Frais de laboratoire 1 024,95 51,25 1 076,20", "Crédit au compte –20,00")
                .contains("Découper ici et joindre cette partie au paiement à École Prairie View School.");
    }

    @Test
    void aPurgedStudentIsInvoicedByTheNameOfRecord() {
        school.charge(new StudentNumber(7), "Lost book", "", "15.00");

        assertThat(school.invoices("purged").page(1))
                .contains("To the parents of", "Gone, Gary", "No. 7 · Grade 8 · Homeroom 8B", "$15.00");
    }

    private static long count(String text, char letter) {
        return text.chars().filter(c -> c == letter).count();
    }
}
