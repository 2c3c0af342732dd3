package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;

/** Invoices of a whole school, drawn part by part. */
class PdfInvoiceRendererTest {

    private final DocumentSchool school = new DocumentSchool();

    private List<List<Invoice>> parts(int students, int size) {
        for (int number = 1; number <= students; number++) {
            school.charge(school.student(number, "Student" + number, "Ann"), "Lab fee", "", "1.00");
        }
        List<Invoice> owing = school.owing();
        List<List<Invoice>> parts = new ArrayList<>();
        for (int from = 0; from < students; from += size) {
            parts.add(owing.subList(from, Math.min(from + size, students)));
        }
        return parts;
    }

    @Test
    void twelveHundredInvoicesInTwelvePartsAreOneDocumentWithOneLogo(@TempDir Path folder) throws IOException {
        school.logo = Optional.of(PdfArchiveTest.logo(folder, "png"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(school.draw(school.renderer(), parts(1200, 100), out)).isEqualTo(1200);

        PdfPages pages = PdfPages.of(out.toByteArray(), "twelve-hundred");
        assertThat(pages.count()).isEqualTo(1200);
        assertThat(pages.texts()).allMatch(page -> page.contains("Amount due $1.00"));
        assertThat(out.size()).as("the logo and each font are in it once").isLessThan(3_000_000);
        assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1).split("/Subtype */Image", -1).length)
                .isLessThanOrEqualTo(3);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aPartIsDrawnWhenItHasBeenAdded() {
        List<List<Invoice>> parts = parts(4, 2);
        List<String> read = new ArrayList<>();
        try (InvoiceDocument document = school.begin(school.renderer())) {
            for (List<Invoice> part : parts) {
                document.add(new AbstractList<>() {
                    @Override
                    public Invoice get(int index) {
                        read.add(part.get(index).student().name());
                        return part.get(index);
                    }

                    @Override
                    public int size() {
                        return part.size();
                    }
                });
                read.add("added");
            }
            assertThat(document.complete()).isEqualTo(4);
        }

        assertThat(read)
                .containsExactly("Student1, Ann", "Student2, Ann", "added", "Student3, Ann", "Student4, Ann", "added");
    }

    @Test
    void ofADocumentThatIsNotCompletedNothingIsLeft() {
        List<List<Invoice>> parts = parts(250, 100);
        try (InvoiceDocument document = school.begin(school.renderer())) {
            document.add(parts.get(0));
            document.add(parts.get(1));

            assertThatThrownBy(() -> document.writeTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(leftovers()).isEmpty();
        assertThat(printing()).isEmpty();
    }

    @Test
    void aDocumentWithoutAnInvoiceCannotBeCompleted() {
        try (InvoiceDocument document = school.begin(school.renderer())) {
            assertThatThrownBy(document::complete).isInstanceOf(IllegalStateException.class);
        }
        assertThat(printing()).isEmpty();
    }

    @Test
    void lettersThatNoFontHasAreFoundWhereverTheyAre() {
        school.charge(
                school.student(1, "Ꮳ Waya", "Ann", "Marie Ꭳ", "12 \uD83C\uDFE0 Street"), "Art \u2E80", "Ꮳ", "1.00");
        school.charge(school.student(2, "Zed", "김민준", "ᐊᓂᔑᓈᐯ", "12 Main Street"), "Lab fee", "", "1.00");

        assertThat(school.owing())
                .extracting(invoice -> school.renderer().unprintable(invoice))
                .containsExactlyInAnyOrder("ᏣᎣ\uD83C\uDFE0\u2E80", "");
    }

    @Test
    void anInvoiceThatCannotBeDrawnEndsTheDocument() {
        List<List<Invoice>> parts = parts(1, 1);
        school.logo = Optional.of(Path.of("target", "no-such-logo.png"));
        try (InvoiceDocument document = school.begin(school.renderer())) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                assertThatThrownBy(() -> document.add(parts.get(0)))
                        .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.problem())
                                .isEqualTo(Problem.LOGO));
            }
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aFullDiskIsReportedAndNothingIsLeft() {
        List<List<Invoice>> parts = parts(150, 100);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> school.draw(school.renderer(), parts, full))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.problem()).isEqualTo(Problem.OUTPUT))
                .hasMessageContaining("No space left on device");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void anInterruptedThreadGetsNoDocument() {
        List<List<Invoice>> parts = parts(2, 1);
        try (InvoiceDocument document = school.begin(school.renderer())) {
            document.add(parts.get(0));
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> document.add(parts.get(1)))
                    .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.STOPPED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(printing()).isEmpty();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aPartThatNobodyWaitsForIsNotLaidOutToItsEnd() {
        List<Invoice> part = parts(200, 200).get(0);
        AtomicInteger read = new AtomicInteger();
        Thread reader = Thread.currentThread();
        List<Invoice> watched = new AbstractList<>() {
            @Override
            public Invoice get(int index) {
                if (read.incrementAndGet() == 5) {
                    reader.interrupt();
                    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                    while (!Thread.currentThread().isInterrupted() && System.nanoTime() < limit) {
                        Thread.onSpinWait();
                    }
                }
                return part.get(index);
            }

            @Override
            public int size() {
                return part.size();
            }
        };
        try (InvoiceDocument document = school.begin(school.renderer())) {
            assertThatThrownBy(() -> document.add(watched)).isInstanceOf(DocumentException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(read).hasValueLessThan(10);
        assertThat(leftovers()).isEmpty();
    }

    private static List<Path> leftovers() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("fees-.*\\.pdf"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The threads that are printing. Each has ended, or is about to end, when its document is closed. */
    private static List<String> printing() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("fees-document"))
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().endsWith("PartQueue")))
                .map(thread -> thread.getKey().getName())
                .toList();
    }
}
