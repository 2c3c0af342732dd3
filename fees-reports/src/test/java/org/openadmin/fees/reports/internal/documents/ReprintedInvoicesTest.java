package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;

/** Invoices that are drawn again: the same file to the byte, or marked. */
class ReprintedInvoicesTest {

    private static final Instant START = Instant.parse("2026-09-08T14:05:00.123Z");
    private static final int LINES = 60;

    private final DocumentSchool school = new DocumentSchool();

    private static InvoiceRenderer on(String day) {
        return new PdfInvoiceRenderer(Clock.fixed(Instant.parse(day + "T15:00:00Z"), ZoneOffset.UTC));
    }

    /** Draws the invoices in parts of two. */
    private byte[] draw(InvoiceDocument begun, List<Invoice> invoices) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InvoiceDocument document = begun) {
            for (int from = 0; from < invoices.size(); from += 2) {
                document.add(invoices.subList(from, Math.min(from + 2, invoices.size())));
            }
            document.complete();
            document.writeTo(out);
        }
        return out.toByteArray();
    }

    private byte[] run(InvoiceRenderer renderer, Instant start) {
        return draw(renderer.begin(DocumentSchool.DAY, start, school.settings().current()), school.owing());
    }

    private PdfPages again(List<Invoice> invoices, String file) {
        byte[] pdf = draw(
                on("2026-11-30")
                        .beginAgain(DocumentSchool.DAY, school.settings().current()),
                invoices);
        return PdfPages.of(pdf, file);
    }

    private static Invoice changed(Invoice invoice, Set<DocumentChange> changes) {
        return new Invoice(invoice.student(), invoice.hostStudent(), invoice.charges(), invoice.credit(), changes);
    }

    /** Letters of several fonts, bold ones and such that Java sets; a logo; an invoice of several pages. */
    private void variety(Path folder) throws IOException {
        school.logo = Optional.of(PdfArchiveTest.logo(folder, "png"));
        school.charge(school.student(1, "Ångström", "Ann", "김민준", "ᐊᓂᔑᓈᐯ"), "Lab fee", "", "10.00", "GST 0.50");
        school.charge(school.student(2, "தமிழ்", "Zoë"), "देवनागरी", "中文", "7.00");
        StudentNumber many = school.student(3, "Many", "Max");
        for (int i = 0; i < LINES; i++) {
            school.charge(many, "Fee " + i, "", "1.00");
        }
    }

    @Test
    void theSameInvoicesAreTheSameFileOnAnyDay(@TempDir Path folder) throws IOException {
        variety(folder);

        byte[] first = run(on("2026-09-08"), START);

        assertThat(run(on("2027-06-30"), START)).isEqualTo(first);
        assertThat(run(on("2026-09-08"), START.plusMillis(1))).isNotEqualTo(first);
    }

    @Test
    void theFileDoesNotDependOnDocumentsThatAreMadeAtTheSameTime(@TempDir Path folder) throws Exception {
        variety(folder);
        InvoiceRenderer renderer = on("2026-09-08");
        byte[] first = run(renderer, START);

        List<byte[]> files = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant start = i < 2 ? START : START.plus(Duration.ofDays(i));
            Thread thread = new Thread(() -> {
                byte[] file = run(renderer, start);
                synchronized (files) {
                    files.add(file);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(files.stream().filter(file -> Arrays.equals(file, first))).hasSize(2);
    }

    @Test
    void eachPageSaysWhatHasChangedOnItAndNotOnOthers() {
        school.charge(school.student(1, "Abel", "Ann"), "Lab fee", "", "10.00");
        school.charge(school.student(2, "Brown", "Ben"), "Lab fee", "", "10.00");
        StudentNumber many = school.student(3, "Many", "Max");
        for (int i = 0; i < LINES; i++) {
            school.charge(many, "Fee " + i, "", "1.00");
        }
        List<Invoice> owing = school.owing();

        PdfPages pages = again(
                List.of(
                        owing.get(0),
                        changed(owing.get(1), Set.of(DocumentChange.ADDRESS)),
                        changed(owing.get(2), Set.of(DocumentChange.UNKNOWN_STUDENT, DocumentChange.SETTINGS))),
                "reprint-marks");

        String again = "Made again on November 30, 2026. ";
        assertThat(pages.page(1))
                .startsWith(again + "This invoice has not changed since the first print.")
                .contains("Abel, Ann");
        assertThat(pages.page(2))
                .startsWith(again + "Changed since the first print: the guardian or the address.")
                .contains("Brown, Ben");
        assertThat(pages.count()).isGreaterThan(3);
        for (int page = 3; page <= pages.count(); page++) {
            assertThat(pages.page(page).replace("\n", " "))
                    .startsWith(
                            again + "Changed since the first print: the school’s details or the layout; the address,"
                                    + " because the student is no longer in the student records.")
                    .contains("Many, Max");
        }
    }

    @Test
    void theLongestMarkFitsInBothLanguagesAndOnBothPapersAndTheFileIsAnArchive() {
        school.charge(school.student(1, "Abel", "Ann"), "Lab fee", "", "10.00");
        for (Locale locale : List.of(Locale.CANADA, Locale.CANADA_FRENCH)) {
            for (Paper paper : Paper.values()) {
                school.locale = locale;
                school.paper = paper;
                Invoice all = changed(school.owing().get(0), EnumSet.allOf(DocumentChange.class));
                byte[] pdf = draw(
                        on("2026-09-30")
                                .beginAgain(
                                        DocumentSchool.DAY, school.settings().current()),
                        List.of(all));

                assertThat(PdfArchive.objections(pdf)).isEmpty();
                PdfPages pages = PdfPages.of(pdf, "reprint-" + locale + "-" + paper);
                assertThat(pages.page(1))
                        .contains(
                                locale.equals(Locale.CANADA)
                                        ? "Made again on"
                                        : "Facture refaite le 30 septembre 2026");
            }
        }
    }

    @Test
    void theMarkMovesNothingOnThePage() {
        school.charge(school.student(1, "Abel", "Ann"), "Lab fee", "", "10.00");
        String plain =
                PdfPages.of(run(on("2026-09-08"), START), "reprint-plain").page(1);

        assertThat(again(school.owing(), "reprint-marked").page(1)).endsWith(plain);
    }

    @Test
    void whateverAnInvoiceShowsOfTheSettingsIsInTheirFingerprint(@TempDir Path folder) throws IOException {
        InvoiceRenderer renderer = on("2026-09-08");
        List<String> fingerprints = new ArrayList<>();
        Runnable add = () -> fingerprints.add(
                renderer.fingerprint(Kind.INVOICES, school.settings().current()));
        add.run();
        school.footer = "Another footer";
        add.run();
        school.numbers = List.of("GST 12345 6789 RT0001");
        add.run();
        school.messages = Map.of("en", "Thank you");
        add.run();
        school.locale = Locale.CANADA_FRENCH;
        add.run();
        school.paper = Paper.A4;
        add.run();
        Path logo = PdfArchiveTest.logo(folder, "png");
        school.logo = Optional.of(logo);
        add.run();
        Files.write(logo, new byte[] {1, 2, 3});
        add.run();
        school.templates = Optional.of(folder);
        Files.write(folder.resolve("invoice-A4.jasper"), new byte[] {4, 5, 6});
        add.run();
        Files.write(folder.resolve("invoice-A4.jasper"), new byte[] {7, 8, 9});
        add.run();

        assertThat(fingerprints).doesNotHaveDuplicates();
        assertThat(on("2027-01-01").fingerprint(Kind.INVOICES, school.settings().current()))
                .as("another day")
                .isEqualTo(fingerprints.get(fingerprints.size() - 1));
        Clock elsewhere = Clock.fixed(START, ZoneId.of("America/Regina"));
        assertThat(new PdfInvoiceRenderer(elsewhere)
                        .fingerprint(Kind.INVOICES, school.settings().current()))
                .isNotIn(fingerprints);
        Files.write(folder.resolve("receipt-A4.jasper"), new byte[] {1});
        assertThat(renderer.fingerprint(Kind.INVOICES, school.settings().current()))
                .as("other documents")
                .isEqualTo(fingerprints.get(fingerprints.size() - 1));
    }

    @Test
    void whatAnInvoiceShowsOfThePortalsDataIsInItsFingerprint() {
        List<String> fingerprints = new ArrayList<>();
        for (String[] data : new String[][] {
            {"Marie Abel", "12 Main Street", "Moose Jaw"},
            {"Marie Abel", "12 Main Street Moose Jaw"},
            {"Marie Abel", "12 Main Street"},
            {"Marie Abe", "l12 Main Street"}
        }) {
            StudentNumber student = school.student(
                    1,
                    "Abel",
                    "Ann",
                    data[0],
                    List.of(data).subList(1, data.length).toArray(String[]::new));
            school.charges.clear();
            school.charge(student, "Lab fee", "", "10.00");
            fingerprints.add(school.renderer().fingerprint(school.owing().get(0)));
        }

        assertThat(fingerprints).doesNotHaveDuplicates();
    }
}
