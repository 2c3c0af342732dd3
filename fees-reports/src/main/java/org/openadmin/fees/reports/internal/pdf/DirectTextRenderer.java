package org.openadmin.fees.reports.internal.pdf;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.fill.JRTemplateElement;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;

/**
 * Draws the texts that need no typesetting: lines from left to right that fit in their box, in characters that the
 * first font contains. Nearly all texts are of this kind, and Jasper, which can lay out any script and font, spends
 * most of an invoice's time on them. The result looks the same.
 */
final class DirectTextRenderer {

    private static final int OPAQUE = 255;

    private final Function<JRPrintText, Optional<BaseFont>> firstFont;
    private final Map<JRTemplateElement, Optional<Look>> looks = new IdentityHashMap<>();

    private record Look(
            BaseFont font, float size, Color colour, HorizontalTextAlignEnum across, VerticalTextAlignEnum down) {}

    /** @param firstFont returns the first font of a text's font set; empty if there is none */
    DirectTextRenderer(Function<JRPrintText, Optional<BaseFont>> firstFont) {
        this.firstFont = firstFont;
    }

    /** Clears the cached styles, which the next part replaces. */
    void clearCache() {
        looks.clear();
    }

    /**
     * @param left the left edge of the text's box on the page
     * @param top the upper edge of the text's box, measured from the bottom of the page
     * @return whether the text was drawn; if not, Jasper must draw it
     */
    boolean write(JRPrintText text, float left, float top, PdfContentByte page) {
        String all = text.getOriginalText();
        if (all == null || all.isEmpty()) {
            return true;
        }
        Optional<Look> look = text instanceof JRTemplatePrintText made
                ? looks.computeIfAbsent(made.getTemplate(), template -> look(text))
                : Optional.empty();
        return look.isPresent() && text.getAnchorName() == null && write(look.get(), text, all, left, top, page);
    }

    private static boolean write(Look look, JRPrintText text, String all, float left, float top, PdfContentByte page) {
        float spacing = text.getLineSpacingFactor() * look.size;
        float free =
                switch (look.down) {
                    case BOTTOM -> text.getHeight() - text.getTextHeight();
                    case MIDDLE -> (text.getHeight() - text.getTextHeight()) / 2;
                    default -> 0;
                };
        float y = top - free - text.getLeadingOffset();
        String[] lines = all.indexOf('\n') < 0 ? new String[] {all} : all.split("\n", -1);
        float[] widths = new float[lines.length];
        for (int i = 0; i < lines.length; i++) {
            if (!isPlain(lines[i], look.font)) {
                return false;
            }
            widths[i] = look.font.getWidthPoint(lines[i], look.size);
            if (widths[i] > text.getWidth()) {
                return false;
            }
        }
        if (text.getLeadingOffset() == 0 || y - lines.length * spacing < top - text.getHeight()) {
            return false;
        }
        page.setColorFill(look.colour);
        page.beginText();
        page.setFontAndSize(look.font, look.size);
        for (int i = 0; i < lines.length; i++) {
            y -= spacing;
            page.setTextMatrix(left + indent(look.across, text.getWidth() - widths[i]), y);
            page.showText(lines[i]);
        }
        page.endText();
        page.resetRGBColorFill();
        return true;
    }

    private static float indent(HorizontalTextAlignEnum across, float free) {
        return switch (across) {
            case RIGHT -> free;
            case CENTER -> free / 2;
            default -> 0;
        };
    }

    /** Lines that are empty, or start or end with a blank, are left to Jasper. */
    private static boolean isPlain(String line, BaseFont font) {
        if (line.isEmpty() || line.charAt(0) == ' ' || line.charAt(line.length() - 1) == ' ') {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            if (!isPlain(line.charAt(i), font)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char character, BaseFont font) {
        return character >= ' ' && character <= '~' || isLeftToRight(character) && font.charExists(character);
    }

    /** Control characters and surrogates do not qualify either. */
    private static boolean isLeftToRight(char character) {
        byte direction = Character.getDirectionality(character);
        boolean known = direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_EUROPEAN_NUMBER
                || direction == Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR
                || direction == Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR
                || direction == Character.DIRECTIONALITY_NONSPACING_MARK
                || direction == Character.DIRECTIONALITY_OTHER_NEUTRALS;
        return known && !Character.isSurrogate(character);
    }

    private Optional<Look> look(JRPrintText text) {
        boolean plain = text.getRotation() == RotationEnum.NONE
                && text.getMode() == ModeEnum.TRANSPARENT
                && text.getRunDirection() == RunDirectionEnum.LTR
                && text.getHorizontalTextAlign() != HorizontalTextAlignEnum.JUSTIFIED
                && text.getHyperlinkType() == HyperlinkTypeEnum.NONE
                && JRCommonText.MARKUP_NONE.equals(text.getMarkup())
                && text.getForecolor().getAlpha() == OPAQUE
                && !text.isItalic()
                && !text.isUnderline()
                && !text.isStrikeThrough()
                && text.getParagraph().getFirstLineIndent() == 0
                && isBare(text.getLineBox());
        return plain
                ? firstFont
                        .apply(text)
                        .map(font -> new Look(
                                font,
                                text.getFontSize(),
                                text.getForecolor(),
                                text.getHorizontalTextAlign(),
                                text.getVerticalTextAlign()))
                : Optional.empty();
    }

    private static boolean isBare(JRLineBox box) {
        return Stream.of(box.getTopPen(), box.getLeftPen(), box.getBottomPen(), box.getRightPen())
                        .allMatch(pen -> pen.getLineWidth() == 0)
                && Stream.of(box.getTopPadding(), box.getLeftPadding(), box.getBottomPadding(), box.getRightPadding())
                        .allMatch(padding -> padding == 0);
    }
}
