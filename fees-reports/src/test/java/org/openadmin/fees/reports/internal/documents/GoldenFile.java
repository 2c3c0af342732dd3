package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * An approved document: each text with its position, font and size. Details that differ with each print are left out: the dates
 * and the identifier of the file, and the prefixes of its fonts. For an intended change, run the test with
 * {@code -Dgolden.write=true}, check the documents in {@code target/documents}, and commit the new files.
 */
final class GoldenFile {

    private static final Path APPROVED = Path.of("src", "test", "resources", "golden");

    private GoldenFile() {}

    static void check(byte[] pdf, String name) {
        Path file = APPROVED.resolve(name + ".txt");
        String layout = layout(pdf);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(APPROVED);
                Files.writeString(file, layout);
            }
            assertThat(layout).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String layout(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Texts texts = new Texts();
            texts.getText(document);
            return String.join("\n", texts.lines) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for each text: the distance from the left and the top, the font and its size, and the text. */
    private static final class Texts extends PDFTextStripper {

        private final List<String> lines = new ArrayList<>();

        Texts() {
            setSortByPosition(true);
        }

        @Override
        protected void startPage(PDPage page) {
            lines.add(String.format(
                    Locale.ROOT,
                    "page %d: %.0f x %.0f",
                    getCurrentPageNo(),
                    page.getMediaBox().getWidth(),
                    page.getMediaBox().getHeight()));
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            TextPosition first = positions.get(0);
            lines.add(String.format(
                    Locale.ROOT,
                    "%4d %4d  %s %.1f  %s",
                    Math.round(first.getXDirAdj()),
                    Math.round(first.getYDirAdj()),
                    first.getFont().getName().replaceFirst("^[A-Z]{6}\\+", ""),
                    first.getFontSizeInPt(),
                    text));
        }
    }
}
