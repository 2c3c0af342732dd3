package org.openadmin.fees.reports.internal.letterhead;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A PNG or JPEG logo: decoded with a limit on memory, scaled down, and re-encoded without metadata. */
final class BitmapLogo {

    private static final long MAX_PIXELS = 50_000_000;

    private BitmapLogo() {}

    /** @param format PNG or JPEG, as detected from the content */
    static BufferedImage of(Path file, byte[] content, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MAX_PIXELS) {
                throw Logo.refused(
                        file,
                        "is " + width + " × " + height + " pixels, more than " + MAX_PIXELS / 1_000_000 + " million",
                        null);
            }
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            ImageReadParam some = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(width, height) / (4 * Logo.SIDE));
            some.setSourceSubsampling(every, every, 0, 0);
            BufferedImage picture = reader.read(0, some);
            // the JPEG reader fills in missing data
            if (warnings.stream().anyMatch(warning -> warning.contains("premature end"))) {
                throw Logo.refused(file, "is cut off", null);
            }
            return scaledDown(picture);
        } finally {
            reader.dispose();
        }
    }

    /**
     * Scales down in steps of one half, so that every pixel contributes; a single large step would use only a few of
     * them.
     */
    private static BufferedImage scaledDown(BufferedImage picture) {
        int longer = Math.max(picture.getWidth(), picture.getHeight());
        int target = Math.min(longer, Logo.SIDE);
        BufferedImage scaled = picture;
        while (longer / 2 >= target && longer > target) {
            scaled = drawn(scaled, half(scaled.getWidth()), half(scaled.getHeight()));
            longer = Math.max(scaled.getWidth(), scaled.getHeight());
        }
        return drawn(scaled, part(scaled.getWidth(), target, longer), part(scaled.getHeight(), target, longer));
    }

    private static int half(int length) {
        return Math.max(1, length / 2);
    }

    private static int part(int length, int target, int longer) {
        return Math.max(1, Math.round((float) length * target / longer));
    }

    /** Draws the picture in sRGB, which every screen and PDF/A support, whatever its original colours. */
    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        boolean seeThrough = picture.getColorModel().hasAlpha();
        BufferedImage drawn =
                new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = drawn.createGraphics();
        boolean halved = picture.getWidth() >= 2 * width;
        drawing.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                halved ? RenderingHints.VALUE_INTERPOLATION_BILINEAR : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        drawing.drawImage(picture, 0, 0, width, height, null);
        drawing.dispose();
        return drawn;
    }

    static byte[] png(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        return written(picture, writer, writer.getDefaultWriteParam());
    }

    static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam fine = writer.getDefaultWriteParam();
        fine.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        fine.setCompressionQuality(0.95f);
        return written(picture, writer, fine);
    }

    private static byte[] written(BufferedImage picture, ImageWriter writer, ImageWriteParam how) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
