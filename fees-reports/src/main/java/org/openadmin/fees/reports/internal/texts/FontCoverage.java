package org.openadmin.fees.reports.internal.texts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/**
 * Determines which characters the module's fonts contain. A missing character would disappear from the page without
 * notice, so it is printed as {@code \uFFFD}, which shows the reader that something is missing.
 */
public final class FontCoverage {

    private static final String FONTS = "/org/openadmin/fees/reports/fonts/";
    private static final int DRAWN_BY_EACH_FONT = 0x250;
    private static final int UNKNOWN = 0xFFFD;

    private final List<Font> fonts;

    public FontCoverage() {
        fonts = Stream.of("NotoSans-Regular", "NotoSansArabic-Regular", "DroidSansFallbackFull")
                .map(FontCoverage::font)
                .toList();
    }

    public String drawable(String text) {
        if (isUsual(text) || text.codePoints().allMatch(this::isDrawable)) {
            return text;
        }
        return text.codePoints()
                .map(character -> isDrawable(character) ? character : UNKNOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A quick check that covers nearly every text, because it runs for each field of each row. */
    private static boolean isUsual(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= DRAWN_BY_EACH_FONT) {
                return false;
            }
        }
        return true;
    }

    private boolean isDrawable(int character) {
        return character < DRAWN_BY_EACH_FONT
                || Character.getType(character) == Character.FORMAT
                || fonts.stream().anyMatch(font -> font.canDisplay(character));
    }

    private static Font font(String name) {
        try (InputStream in = FontCoverage.class.getResourceAsStream(FONTS + name + ".ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException | IOException e) {
            throw new DocumentException(Problem.FAILED, "the font " + name + " cannot be read", e);
        }
    }
}
