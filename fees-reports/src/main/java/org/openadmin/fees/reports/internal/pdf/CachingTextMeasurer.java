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
 * Caches the measurements of a text for each field of a template. Otherwise Jasper would measure a text such as "Amount
 * due" again for each student. The cache lasts for one part of the document, because the next part has new fields.
 */
final class CachingTextMeasurer extends TextMeasurer {

    /**
     * The key consists of what can change from row to row within a field; conditional styles change the style. It is a
     * list and not a record, because Java caches the type of the last record compared, which would keep this bundle in
     * memory after its removal.
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
        // otherwise the result depends on how much room is left on the page
        boolean fits = measured.getTextOffset() == text.length() && measured.getTextHeight() <= textElement.getHeight();
        if (fits) {
            known.put(look, measured);
        }
        return measured;
    }

    /** Jasper creates it by class name. */
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
