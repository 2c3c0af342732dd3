package org.openadmin.fees.reports.internal.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The positions of the letters in a document.
 *
 * @param faults letters outside the margins, and letters that overlap others
 * @param fonts the names without the prefix, which differs with each print
 * @param sizes the font sizes in points
 */
record PageInk(List<String> faults, Set<String> fonts, Set<Float> sizes) {

    private static final float MARGIN = 45;
    private static final float HEAD = 36;
    private static final float FOOT = 24;
    private static final float TOUCH = 1;

    static PageInk of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Letters letters = new Letters();
            letters.getText(document);
            return new PageInk(letters.faults, letters.fonts, letters.sizes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Letters extends PDFTextStripper {

        private final List<String> faults = new ArrayList<>();
        private final Set<String> fonts = new TreeSet<>();
        private final Set<Float> sizes = new TreeSet<>();
        private final List<TextPosition> page = new ArrayList<>();
        private PDRectangle paper;

        @Override
        protected void startPage(PDPage started) {
            paper = started.getMediaBox();
            page.clear();
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            super.processTextPosition(letter);
            fonts.add(letter.getFont().getName().replaceFirst("^[A-Z]{6}\\+", ""));
            sizes.add(letter.getFontSize());
            if (!letter.getUnicode().isBlank() && stands(letter)) {
                page.add(letter);
            }
        }

        /** Whether the letter may not overlap others. Accents overlap their letters, and Arabic letters are joined. */
        private static boolean stands(TextPosition letter) {
            int first = letter.getUnicode().codePointAt(0);
            return Character.getType(first) != Character.NON_SPACING_MARK
                    && Character.getDirectionality(first) != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        }

        @Override
        protected void endPage(PDPage ended) {
            page.stream()
                    .filter(letter -> letter.getX() < MARGIN
                            || letter.getX() + letter.getWidth() > paper.getWidth() - MARGIN
                            || letter.getY() - letter.getHeight() < HEAD
                            || letter.getY() > paper.getHeight() - FOOT)
                    .forEach(letter -> fault("outside", letter));
            page.sort(Comparator.comparing(TextPosition::getY).thenComparing(TextPosition::getX));
            for (int i = 0; i < page.size(); i++) {
                for (int j = i + 1;
                        j < page.size() && page.get(j).getY() - page.get(i).getY() < height(page.get(j));
                        j++) {
                    if (overlap(page.get(i), page.get(j))) {
                        fault("on another", page.get(j));
                    }
                }
            }
        }

        private static float height(TextPosition letter) {
            return letter.getFontSizeInPt() / 2;
        }

        private static boolean overlap(TextPosition some, TextPosition other) {
            return some.getX() + some.getWidth() - TOUCH > other.getX()
                    && other.getX() + other.getWidth() - TOUCH > some.getX();
        }

        private void fault(String what, TextPosition letter) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%s %s at %.0f, %.0f of page %d",
                    letter.getUnicode(),
                    what,
                    letter.getX(),
                    letter.getY(),
                    getCurrentPageNo()));
        }
    }
}
