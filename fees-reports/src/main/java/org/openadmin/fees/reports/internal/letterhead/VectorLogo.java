package org.openadmin.fees.reports.internal.letterhead;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import org.openadmin.fees.api.documents.DocumentException;

/** A logo in SVG, drawn as vectors. References to anything outside the file are not followed. */
final class VectorLogo {

    private static final int MAX_PATHS = 20_000;

    private VectorLogo() {}

    static BufferedImage of(Path file, byte[] content) {
        try {
            SVGDocument document = document(content);
            if (document == null) {
                throw Logo.refused(file, "is no SVG that can be read", null);
            }
            ViewBox size = document.viewBox();
            if (!(size.width > 0 && size.height > 0 && size.width + size.height < Integer.MAX_VALUE)) {
                throw Logo.refused(file, "says no size", null);
            }
            BufferedImage picture = drawn(document, size);
            if (isBlank(picture)) {
                throw Logo.refused(file, "shows nothing", null);
            }
            return picture;
        } catch (DocumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // the library has no specific exceptions for unsupported content and for too many paths
            throw Logo.refused(file, "cannot be drawn", e);
        }
    }

    private static SVGDocument document(byte[] content) {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .documentLimits(new DocumentLimits(
                        DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                        DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
                        MAX_PATHS))
                .build();
        return new SVGLoader().load(() -> xml.createXMLEventReader(new ByteArrayInputStream(content)), null, context);
    }

    private static BufferedImage drawn(SVGDocument document, ViewBox size) {
        float scale = Logo.SIDE / Math.max(size.width, size.height);
        int width = Math.max(1, Math.round(size.width * scale));
        int height = Math.max(1, Math.round(size.height * scale));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render(null, drawing, new ViewBox(0, 0, width, height));
        drawing.dispose();
        return picture;
    }

    private static boolean isBlank(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 0);
    }
}
