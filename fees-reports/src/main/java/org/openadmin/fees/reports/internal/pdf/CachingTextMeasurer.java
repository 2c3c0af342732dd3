package org.openadmin.fees.reports.internal.pdf;

import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRMeasuredText;
import net.sf.jasperreports.engine.fill.JRTextMeasurer;
import net.sf.jasperreports.engine.fill.TextMeasurer;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.util.AbstractTextMeasurerFactory;
import net.sf.jasperreports.engine.util.JRStyledText;

/**
 * Measures a text once for each field of a template that says it, where Jasper would measure "Amount due" for each student again. It is
 * one part long: the fields are new in the next.
 */
final class CachingTextMeasurer extends TextMeasurer {

    /**
     * By what may differ from row to row in one field; the style is another when its conditions say so. A list and not a record of
     * ours: Java keeps the last kind of record that it compared, and with it this bundle after it was removed.
     */
    private final Map<List<Object>, JRMeasuredText> known = new HashMap<>();

    private CachingTextMeasurer(FontUtil fonts, JRCommonText field) {
        super(fonts, field);
    }

    @Override
    public JRMeasuredText measure(
            JRStyledText text, int start, int stretch, boolean indentFirstLine, boolean canOverflow) {
        List<JRStyledText.Run> runs = text.getRuns();
        if (start != 0 || runs.size() != 1) {
            return super.measure(text, start, stretch, indentFirstLine, canOverflow);
        }
        Map<Attribute, Object> attributes = runs.get(0).attributes;
        List<Object> look = Arrays.asList(
                text.getText(),
                textElement.getStyle(),
                attributes.get(TextAttribute.FAMILY),
                attributes.get(TextAttribute.SIZE),
                attributes.get(TextAttribute.WEIGHT));
        JRMeasuredText before = known.get(look);
        if (before != null) {
            return before;
        }
        JRMeasuredText measured = super.measure(text, start, stretch, indentFirstLine, canOverflow);
        // otherwise it depends on how much room the page has left
        boolean fits = measured.getTextOffset() == text.length() && measured.getTextHeight() <= textElement.getHeight();
        if (fits) {
            known.put(look, measured);
        }
        return measured;
    }

    /** Jasper makes it by its name. */
    public static final class Factory extends AbstractTextMeasurerFactory {

        @Override
        public JRTextMeasurer createMeasurer(JasperReportsContext context, JRCommonText field) {
            return createMeasurer(FontUtil.getInstance(context), field);
        }

        @Override
        public JRTextMeasurer createMeasurer(FontUtil fonts, JRCommonText field) {
            return new CachingTextMeasurer(fonts, field);
        }
    }
}
