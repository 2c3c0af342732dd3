package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.reports.internal.documents.Specimen.Texts;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.DocumentSettings.Paper;

/** Prints every document of the table and reads it back. The documents are kept in {@code target/specimens} for inspection. */
@Tag("slow")
class SpecimensTest {

    private static final Map<String, String> FINAL = Map.ofEntries(
            Map.entry("invoice", "amountDue"),
            Map.entry("invoices", "amountDue"),
            Map.entry("reminder", "amountOverdue"),
            Map.entry("receipt", "received"),
            Map.entry("voided", "received"),
            Map.entry("receipts", "received"),
            Map.entry("refund", "refunded"),
            Map.entry("returned-payment", "amountDue"),
            Map.entry("deposit-slip", "total"),
            Map.entry("statement", "closing"),
            Map.entry("history", "balance"),
            Map.entry("receivables", "balance"),
            Map.entry("day-sheet", "received"),
            Map.entry("summary", "monthTotal"));
    private static final Set<String> CARRYING =
            Set.of("invoice", "invoices", "reminder", "receipt", "voided", "receipts");
    private static final Set<String> OF_THE_OFFICE =
            Set.of("receivables", "day-sheet", "class-list", "deposit-slip", "summary");

    @TempDir
    static Path folder;

    private static Path logo;

    @BeforeAll
    static void drawALogo() throws IOException {
        logo = PdfArchiveTest.logo(folder, "svg");
    }

    static Stream<Specimen> table() {
        return Specimen.table();
    }

    @ParameterizedTest
    @MethodSource("table")
    void everythingIsThereOnceAndOnItsPage(Specimen specimen) {
        SpecimenSchool school = new SpecimenSchool(specimen, Optional.of(logo));
        byte[] pdf = school.print();
        PdfPages pages = PdfPages.of(pdf, "../specimens/" + specimen);
        DocumentTexts words = school.wording();

        assertThat(List.of(pages.width(), pages.height()))
                .isEqualTo(specimen.paper() == Paper.A4 ? List.of(595f, 842f) : List.of(612f, 792f));
        assertWellSet(specimen, PageInk.of(pdf));
        List<List<String>> documents = documents(pages, words);
        assertThat(documents).hasSize(school.documents());
        assertThat(documents).allSatisfy(document -> assertNamed(specimen, school, document));
        assertLines(school, pages, words);
        assertEndings(specimen, documents);
        if (FINAL.containsKey(specimen.kind())) {
            assertTotal(specimen, school, documents, words);
        }
        if (specimen.texts() == Texts.SCRIPTS) {
            assertThat(PdfArchive.objections(pdf)).isEmpty();
        }
        if (CARRYING.contains(specimen.kind())) {
            documents.forEach(document -> assertCarried(school.lines(), document, words));
        }
    }

    /** One typeface in three sizes. The extra, smaller size is only for amounts far larger than those of any school. */
    private static void assertWellSet(Specimen specimen, PageInk ink) {
        assertThat(ink.faults()).isEmpty();
        assertThat(ink.fonts()).allMatch(font -> font.matches("NotoSans[A-Za-z]*-(Regular|Bold)|DroidSansFallback.*"));
        assertThat(ink.sizes())
                .isSubsetOf(specimen.texts() == Texts.LONGEST ? Set.of(6.5f, 8.5f, 10f, 20f) : Set.of(8.5f, 10f, 20f));
    }

    /** The pages of each document, numbered from one. */
    private static List<List<String>> documents(PdfPages pages, DocumentTexts words) {
        Pattern numbered = Pattern.compile(words.text("page", "(\\d+)", "(\\d+)"));
        List<List<String>> documents = new ArrayList<>();
        int expected = 1;
        int last = 1;
        for (String page : pages.texts()) {
            Matcher number = numbered.matcher(page);
            boolean several = number.find();
            int now = several ? Integer.parseInt(number.group(1)) : 1;
            assertThat(now).isEqualTo(expected);
            if (now == 1) {
                documents.add(new ArrayList<>());
                last = several ? Integer.parseInt(number.group(2)) : 1;
            } else {
                assertThat(number.group(2)).isEqualTo(String.valueOf(last));
            }
            documents.get(documents.size() - 1).add(page);
            expected = now == last ? 1 : now + 1;
        }
        assertThat(expected).as("the last page is there").isEqualTo(1);
        return documents;
    }

    private static void assertNamed(Specimen specimen, SpecimenSchool school, List<String> document) {
        if (OF_THE_OFFICE.contains(specimen.kind()) || specimen.texts() == Texts.SCRIPTS) {
            return;
        }
        int number = IntStream.rangeClosed(1, school.documents())
                .filter(each -> document.get(0).contains(SpecimenTexts.studentMark(each)))
                .findFirst()
                .orElseThrow();
        // in parts, because a long name is printed on several lines
        assertThat(document).allSatisfy(page -> assertThat(page)
                .containsSubsequence(school.studentName(number).split(" |(?<=-)")));
    }

    private static void assertLines(SpecimenSchool school, PdfPages pages, DocumentTexts words) {
        String all = String.join("", pages.texts());
        for (SpecimenSchool.Line line : school.lines()) {
            assertThat(all).containsOnlyOnce(line.mark());
            line.figure().ifPresent(figure -> assertThat(pages.texts())
                    .filteredOn(page -> page.contains(line.mark()))
                    .singleElement()
                    .satisfies(page -> assertThat(page)
                            .containsPattern("(?<![\\d,.])" + Pattern.quote(figure(words, figure)) + "(?!\\d)")));
        }
    }

    /** No page contains only a total. With the longest texts, the remittance slip may have its own page. */
    private static void assertEndings(Specimen specimen, List<List<String>> documents) {
        if (specimen.texts() != Texts.LONGEST && specimen.lines() > 0) {
            assertThat(documents).allSatisfy(document -> assertThat(document.get(document.size() - 1))
                    .containsPattern("\\s[(\\[<]\\d+[)\\]>]|000123"));
        }
    }

    private static void assertTotal(
            Specimen specimen, SpecimenSchool school, List<List<String>> documents, DocumentTexts words) {
        Pattern last = Pattern.compile(
                "(?m)^" + Pattern.quote(words.text(FINAL.get(specimen.kind()))) + " ([–$\\d., ]*\\d\\d(?: \\$)?)$");
        List<MatchResult> found = documents.stream()
                .flatMap(document -> last.matcher(String.join("", document)).results())
                .toList();
        assertThat(found).hasSameSizeAs(documents);
        BigDecimal sum = found.stream().map(SpecimensTest::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(school.total().amount());
    }

    /** Parses an amount from its digits as cents, whatever the separators and currency signs of the language. */
    private static BigDecimal amount(MatchResult found) {
        return new BigDecimal(new BigInteger(found.group(1).replace('–', '-').replaceAll("[^-\\d]", "")), 2);
    }

    private static void assertCarried(List<SpecimenSchool.Line> lines, List<String> document, DocumentTexts words) {
        Money total = Money.zero(DocumentSchool.CAD);
        for (int i = 0; i < document.size() - 1; i++) {
            String page = document.get(i);
            String next = document.get(i + 1);
            total = lines.stream()
                    .filter(line -> page.contains(line.mark()))
                    .flatMap(line -> line.figure().stream())
                    .reduce(total, Money::plus);
            boolean more = lines.stream().anyMatch(line -> next.contains(line.mark()));
            if (more && !total.isZero()) {
                assertThat(page).contains(words.text("carried") + " " + figure(words, total));
                assertThat(next).contains(words.text("brought") + " " + figure(words, total));
            }
        }
        assertThat(document.get(0)).doesNotContain(words.text("brought"));
        assertThat(document.get(document.size() - 1)).doesNotContain(words.text("carried"));
    }

    private static String figure(DocumentTexts words, Money money) {
        return words.amountWithoutCurrency(money).replaceAll("[\\u00a0\\u202f]", " ");
    }
}
