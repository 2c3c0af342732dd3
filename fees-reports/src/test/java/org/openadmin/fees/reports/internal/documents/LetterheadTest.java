package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.DocumentSettings.Paper;

class LetterheadTest {

    private static final String ENGLISH =
            "Cheques are payable to the school; cash is taken at the counter from 8:30 to 3:30.\n"
                    + "A bursary is open to every family: ask at the office, in confidence.";
    private static final String FRENCH =
            "Les chèques sont payables à l’école; l’argent comptant est reçu au comptoir de 8 h 30 à 15 h 30.\n"
                    + "Une aide financière est offerte à toutes les familles : parlez-en au secrétariat, en toute confidentialité.";

    private final DocumentSchool school = new DocumentSchool();
    private StudentNumber ines;

    @BeforeEach
    void somebodyOwes() {
        ines = school.student(100, "Tremblay", "Inès");
        school.charge(ines, "Lab fee", "Goggles and coat", "24.95", "GST 1.25", "PST 1.50");
    }

    @Test
    void theNumbersAreOnEveryDocument() {
        school.numbers = List.of("GST 12345 6789 RT0001", "PST 1234567", "Charity 12345 6789 RR0001", "WCB 998877");
        school.paper = Paper.A4;
        school.keep(school.receiptOf(1, ines, "27.70", school.charges.get(ines).get(0)));
        YearMonth month = YearMonth.of(2026, 9);
        school.summaries.put(month, new MonthSummary(month, List.of(), List.of(), 0, money("0.00")));
        Map<String, Consumer<ByteArrayOutputStream>> documents = Map.of(
                "invoice", out -> school.invoices(out),
                "receipt", out -> school.reports().receipt(CLERK, new ReceiptNumber(1), Print.COPY, out),
                "history", out -> school.reports().history(CLERK, ines, out),
                "day-sheet", out -> school.reports().daySheet(CLERK, DAY, out),
                "summary", out -> school.reports().summary(CLERK, month, out));

        documents.forEach((name, document) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.accept(out);

            assertThat(PdfPages.of(out.toByteArray(), "numbers-" + name).page(1))
                    .as(name)
                    .contains(school.numbers);
        });
    }

    @ParameterizedTest
    @CsvSource({"en-CA,LETTER", "en-CA,A4", "fr-CA,LETTER", "fr-CA,A4"})
    void anInvoiceSpeaksToParentsInTheSchoolsLanguage(Locale language, Paper paper, @TempDir Path folder)
            throws IOException {
        school.locale = language;
        school.paper = paper;
        school.numbers = List.of("TPS 12345 6789 RT0001", "TVQ 1234567890 TQ0001");
        if (paper == Paper.A4) {
            school.logo = Optional.of(PdfArchiveTest.logo(folder, "svg"));
        }
        school.messages = Map.of("en", ENGLISH, "fr", FRENCH);
        boolean french = language.getLanguage().equals("fr");

        PdfPages pages = school.invoices("message-" + language + "-" + paper);

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains((french ? FRENCH : ENGLISH).split("\n")[0])
                .doesNotContain((french ? ENGLISH : FRENCH).split("\n")[0])
                .containsSubsequence(french ? "Montant dû" : "Amount due", french ? "secrétariat" : "bursary")
                .containsSubsequence(french ? "secrétariat" : "bursary", french ? "Découper ici" : "Cut here");
    }

    @Test
    void aSchoolWithoutAMessageInItsLanguageSaysNothing() {
        school.locale = Locale.CANADA_FRENCH;
        school.messages = Map.of("en", ENGLISH);

        assertThat(school.invoices("no-message").page(1)).doesNotContain("Cheques");
    }

    /** However full the page is, the longest message is printed in full above the slip. */
    @ParameterizedTest
    @EnumSource(Paper.class)
    void theLongestMessageIsWholeOnInvoicesOfAnyLength(Paper paper) {
        school.paper = paper;
        school.messages = Map.of("en", "W".repeat(250) + "\n" + "i ".repeat(170) + "\n\n\n\n\n\n\n\nend.");
        school.numbers = List.of("Q".repeat(255), "X".repeat(255));
        for (int lines = 1; lines <= 40; lines++) {
            StudentNumber student = school.student(1000 + lines, "Zz" + lines, "Al");
            for (int line = 0; line < lines; line++) {
                school.charge(student, "Fee", line % 3 == 0 ? "More of it" : "", "1.00");
            }
        }

        PdfPages pages = school.invoices("longest-message-" + paper);

        String run = pages.run();
        assertThat(times("W{250}i{170}", run)).isEqualTo(41);
        assertThat(times("end\\.", run)).isEqualTo(41);
        assertThat(times("Cuthere", run)).isEqualTo(41);
        assertThat(run.chars().filter(letter -> letter == 'Q' || letter == 'X')).hasSize(41 * 2 * 255);
    }

    @Test
    void aSignThatNoFontCanDrawLeavesAMarkInTheLetterheadToo() {
        school.messages = Map.of("en", "Have a good year \uD83D\uDE00");

        assertThat(school.invoices("message-sign").page(1)).contains("Have a good year \uFFFD");
    }

    private static long times(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
