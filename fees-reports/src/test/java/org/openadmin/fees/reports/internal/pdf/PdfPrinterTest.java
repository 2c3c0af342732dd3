package org.openadmin.fees.reports.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.testkit.Kit;

class PdfPrinterTest {

    private static final int ROWS = 1_000;

    private final Settings settings = Kit.settings();
    private final DocumentTexts words = new DocumentTexts(settings, ZoneOffset.UTC);

    @Test
    void aDocumentWithinTheLimitsIsMade() {
        try (PdfOutput pdf = print(new PdfPrinter())) {
            assertThat(pdf.pages()).isBetween(10, PdfPrinter.MAX_PAGES);
        }
    }

    @Test
    void aDocumentOfTooManyPagesIsGivenUp() {
        assertGivenUp(new PdfPrinter(5, Duration.ofMinutes(5)), "more than 5 pages");
    }

    @Test
    void aDocumentThatTakesTooLongIsGivenUp() {
        assertGivenUp(new PdfPrinter(PdfPrinter.MAX_PAGES, Duration.ofMillis(1)), "more than 0 seconds");
    }

    private void assertGivenUp(PdfPrinter printer, String detail) {
        assertThatThrownBy(() -> print(printer)).isInstanceOfSatisfying(DocumentException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.TOO_LONG);
            assertThat(refusal.detail()).isEqualTo(detail);
        });
    }

    private PdfOutput print(PdfPrinter printer) {
        Map<String, Object> document = new HashMap<>(Map.of("document", 1, "columns", 1));
        List<Map<String, Object>> lines = IntStream.range(0, ROWS)
                .mapToObj(number -> Map.<String, Object>of("kind", "LINE", "name", "Row " + number))
                .toList();
        Iterator<DocumentRow> rows = KeepTogether.rows(document, lines).iterator();
        DocumentMetadata about = new DocumentMetadata("List", "List", ZonedDateTime.now(ZoneOffset.UTC));
        return printer.print("list", settings, about, words, rows);
    }
}
