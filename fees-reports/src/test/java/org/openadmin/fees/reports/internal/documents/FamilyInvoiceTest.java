package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.documents.NothingDueException;
import org.openadmin.fees.spi.Invoice;

/** One invoice for all children of a family. */
class FamilyInvoiceTest {

    private final DocumentSchool school = new DocumentSchool();
    private final JournalWriter journal = school.journal;
    private final StudentNumber ines = school.student(100, "Tremblay", "Inès");
    private final StudentNumber marc = school.student(101, "Tremblay", "Marc");
    private final StudentNumber zoe = school.student(102, "Tremblay", "Zoé");

    /** Inès has credit, Marc has more than he owes, Zoé owes nothing. */
    private void threeChildren() {
        journal.charge(ines, DAY.minusDays(40), "Lab fee", "Goggles and coat", "24.95", "GST 1.25", "PST 1.50");
        journal.charge(ines, DAY, "Band trip", "", "240.00", "GST 12.00");
        journal.pay(ines, DAY.minusDays(2), 31, "20.00");
        journal.charge(ines, DAY.plusDays(1), "Tomorrow’s fee", "", "500.00");
        journal.charge(marc, DAY.minusDays(9), "Choir", "", "8.00");
        journal.pay(marc, DAY.minusDays(3), 32, "50.00");
    }

    private static List<String> endsOfPages(PdfPages pages) {
        return IntStream.range(1, pages.count())
                .mapToObj(page ->
                        pages.page(page).lines().filter(line -> !line.isBlank()).toList())
                .map(lines -> lines.get(lines.size() - 3))
                .toList();
    }

    private PdfPages invoice(StudentNumber student, String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().familyInvoice(CLERK, student, out);
        return PdfPages.of(out.toByteArray(), file);
    }

    private static String text(PdfPages pages) {
        return IntStream.rangeClosed(1, pages.count()).mapToObj(pages::page).collect(Collectors.joining("\n"));
    }

    @Test
    void eachChildHasASectionAndTheFamilyOneAmountDue() {
        threeChildren();

        PdfPages pages = invoice(ines, "family-invoice");

        assertThat(pages.count()).isEqualTo(2);
        assertThat(endsOfPages(pages)).noneMatch(line -> line.matches("Tremblay, .*\\(\\d+\\)"));
        assertThat(text(pages))
                .contains("Invoice", "Marie Tremblay", "Tremblay, Inès; Tremblay, Marc; Tremblay, Zoé")
                .contains("Student number 100, 101, 102", "Invoice date September 8, 2026")
                .doesNotContain("Tomorrow")
                .containsSubsequence(
                        "Tremblay, Inès (100)",
                        "Lab fee 24.95 1.25 1.50 27.70",
                        "Band trip 240.00 12.00 252.00",
                        "Credit on account –20.00",
                        "Amount due 259.70",
                        "Tremblay, Marc (101)",
                        "Choir 8.00 8.00",
                        "Credit on account –8.00",
                        "Amount due 0.00",
                        "$42.00 of credit remains on the account.",
                        "Tremblay, Zoé (102)",
                        "Nothing is outstanding.")
                .containsSubsequence(
                        "Subtotal 272.95",
                        "Total 287.70",
                        "Credit on account –28.00",
                        "Amount due $259.70",
                        "Cut here and return this part with your payment",
                        "$259.70");
        assertThat(text(pages)).containsOnlyOnce("Cut here");
        assertThat(pages.about().getTitle()).isEqualTo("Family invoice – Tremblay, Inès");
    }

    @Test
    void theFiguresAreThoseOfTheChildrensOwnInvoices() {
        threeChildren();
        journal.charge(zoe, DAY.minusDays(3), "Yearbook", "", "45.00");
        PdfPages pages = invoice(ines, "family-invoice-three");
        String family = text(pages);
        assertThat(endsOfPages(pages)).noneMatch(line -> line.matches("Tremblay, .*\\(\\d+\\)"));

        assertThat(family).contains("Amount due $304.70");
        for (StudentNumber child : List.of(ines, zoe)) {
            String own = own(child);
            String due = own.lines()
                    .filter(line -> line.startsWith("Amount due $"))
                    .findFirst()
                    .orElseThrow()
                    .replace("$", "");
            assertThat(family).contains(due);
            own.lines()
                    .filter(line -> line.contains("Lab fee") || line.contains("Band trip") || line.contains("Yearbook"))
                    .map(charge -> charge.substring(charge.lastIndexOf(' ')))
                    .forEach(total -> assertThat(family).contains(total + "\n"));
        }
    }

    private String own(StudentNumber child) {
        Invoice invoice = new Invoice(
                school.office.students().find(child).orElseThrow().snapshot(),
                school.office.students().find(child),
                school.office.accounts().outstanding(child).stream()
                        .filter(charge -> !charge.date().isAfter(DAY))
                        .toList(),
                school.office.accounts().balance(child).credit());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.draw(school.renderer(), List.of(List.of(invoice)), out);
        return PdfPages.of(out.toByteArray(), "own-invoice-" + child).page(1);
    }

    @Test
    void aLongInvoiceCarriesTheTotalOver() {
        for (int fee = 1; fee <= 30; fee++) {
            journal.charge(ines, DAY.minusDays(9), "Fee " + fee, "Every description has its own line", "10.00");
            journal.charge(zoe, DAY.minusDays(9), "Charge " + fee, "", "1.00");
        }
        journal.pay(ines, DAY.minusDays(2), 31, "4.00");

        PdfPages pages = invoice(zoe, "family-invoice-long");

        assertThat(pages.count()).isEqualTo(4);
        assertThat(pages.page(2)).contains("Family invoice", "Page 2 of 4");
        for (int page = 1; page < 4; page++) {
            String carried = pages.page(page)
                    .lines()
                    .filter(line -> line.startsWith("Carried"))
                    .findFirst()
                    .orElseThrow();
            String amount = carried.substring(carried.lastIndexOf(' ') + 1);
            assertThat(pages.page(page + 1)).contains("Brought forward " + amount);
        }
        assertThat(pages.page(4)).contains("Amount due $326.00", "Cut here");
        assertThat(text(pages)).contains("Amount due 296.00", "Amount due 30.00");
    }

    @Test
    void isInTheLanguageOfTheSchool() {
        threeChildren();
        school.locale = Locale.CANADA_FRENCH;

        PdfPages pages = invoice(marc, "family-invoice-french");

        assertThat(text(pages))
                .contains("Facture", "Crédit au compte", "Aucuns frais impayés.")
                .contains("Il reste 42,00 $ de crédit au compte.")
                .contains("259,70 $");
        assertThat(pages.about().getTitle()).isEqualTo("Facture de la famille – Tremblay, Marc");
    }

    @Test
    void aFamilyThatOwesNothingGetsNone() {
        journal.charge(marc, DAY.minusDays(9), "Choir", "", "8.00");
        journal.pay(marc, DAY.minusDays(3), 32, "50.00");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().familyInvoice(CLERK, ines, out))
                .isInstanceOfSatisfying(
                        NothingDueException.class, e -> assertThat(e.student()).isEqualTo(ines));
        assertThatThrownBy(() -> school.reports().familyInvoice(CLERK, new StudentNumber(4711), out))
                .isInstanceOf(UnknownStudentException.class);
        assertThatThrownBy(() -> school.reports().familyInvoice(new Actor("guest", Set.of()), ines, out))
                .isInstanceOf(NotAllowedException.class);
        assertThat(out.size()).isZero();
    }
}
