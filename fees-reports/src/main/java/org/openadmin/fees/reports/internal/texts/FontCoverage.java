package org.openadmin.fees.reports.internal.texts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFace;
import net.sf.jasperreports.engine.fonts.FontSetInfo;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/**
 * Determines which characters the module's fonts contain. A missing character would disappear from the page without
 * notice, so it is printed as {@code \uFFFD}, which shows the reader that something is missing.
 */
public final class FontCoverage {

    /** The name of the font set in {@code fonts.xml}. Jasper draws each character with the first font that contains it. */
    private static final String FONT_SET = "Fees Sans";

    private static final int DRAWN_BY_EACH_FONT = 0x250;
    private static final int UNKNOWN = 0xFFFD;

    private final List<FontFace> fonts;

    /** The thread's class loader must be that of the bundle, or Jasper does not find the fonts. */
    public FontCoverage() {
        FontSetInfo set = FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
                .getFontSetInfo(FONT_SET, Locale.ROOT, false);
        if (set == null) {
            throw new DocumentException(Problem.FAILED, "the fonts of the module cannot be found", null);
        }
        fonts = set.getFamilies().stream()
                .map(family -> family.getFontFamily().getNormalFace())
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

    /** The characters that are marked in these texts, each once; nearly always none. */
    public String missing(Stream<String> texts) {
        return texts.filter(text -> !isUsual(text))
                .flatMapToInt(String::codePoints)
                .filter(character -> !isDrawable(character))
                .distinct()
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
                || fonts.stream().anyMatch(font -> font.getFont().canDisplay(character));
    }
}
