package org.openadmin.fees.reports.internal.letterhead;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Locale;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/**
 * The school's logo, prepared for printing and cached until its file changes. It is reduced to the resolution of a
 * printer and converted to sRGB, so that a photograph of 40 megapixels neither slows down an invoice run nor makes its
 * file large.
 */
final class Logo {

    /** The longer side in pixels: 600 dots per inch for the 56 points of the letterhead. */
    static final int SIDE = 467;

    private static final long MAX_FILE_BYTES = 20_000_000;

    private Ready ready;

    /** The picture of a file, or why it was refused: neither is tried again until the file changes. */
    private record Ready(Path file, long size, FileTime changed, byte[] picture, DocumentException refusal) {

        boolean isOf(Path path, BasicFileAttributes now) {
            return file.equals(path) && size == now.size() && changed.equals(now.lastModifiedTime());
        }
    }

    private enum Kind {
        PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
        JPEG(0xFF, 0xD8, 0xFF),
        SVG;

        private final byte[] start;

        Kind(int... start) {
            this.start = new byte[start.length];
            for (int i = 0; i < start.length; i++) {
                this.start[i] = (byte) start[i];
            }
        }

        static Kind named(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".png")) {
                return PNG;
            }
            if (name.endsWith(".svg")) {
                return SVG;
            }
            if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
                return JPEG;
            }
            throw refused(file, "ends in neither .png, .jpg, .jpeg nor .svg", null);
        }

        /** Returns the kind of image; SVG if the content does not start with the signature of PNG or JPEG. */
        static Kind of(byte[] content) {
            return Arrays.stream(new Kind[] {PNG, JPEG})
                    .filter(kind -> content.length > kind.start.length
                            && Arrays.equals(kind.start, Arrays.copyOf(content, kind.start.length)))
                    .findFirst()
                    .orElse(SVG);
        }
    }

    /** @throws DocumentException if the file cannot be read or is not a valid image of its kind; contains its name */
    synchronized Renderable of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (ready == null || !ready.isOf(file, now)) {
                ready = prepare(file, now);
            }
        } catch (IOException e) {
            // not remembered: the disk may answer the next time
            throw refused(file, "cannot be read", e);
        }
        if (ready.refusal() != null) {
            throw new DocumentException(Problem.LOGO, ready.refusal().detail(), ready.refusal());
        }
        return SimpleDataRenderer.getInstance(ready.picture());
    }

    private static Ready prepare(Path file, BasicFileAttributes now) throws IOException {
        byte[] content = now.isRegularFile() && now.size() <= MAX_FILE_BYTES ? Files.readAllBytes(file) : new byte[0];
        byte[] picture = null;
        DocumentException refusal = null;
        try {
            picture = picture(file, content, now);
        } catch (DocumentException e) {
            refusal = e;
        } catch (IOException | RuntimeException e) {
            // thrown by the decoders for a broken or incomplete image
            refusal = refused(file, "cannot be read", e);
        }
        return new Ready(file, now.size(), now.lastModifiedTime(), picture, refusal);
    }

    private static byte[] picture(Path file, byte[] content, BasicFileAttributes attributes) throws IOException {
        Kind kind = Kind.named(file);
        if (!attributes.isRegularFile()) {
            throw refused(file, "is no file", null);
        }
        if (attributes.size() > MAX_FILE_BYTES) {
            throw refused(file, "is larger than " + MAX_FILE_BYTES / 1_000_000 + " MB", null);
        }
        if (content.length == 0) {
            throw refused(file, "is empty", null);
        }
        Kind found = Kind.of(content);
        if (found != kind) {
            throw refused(
                    file,
                    found == Kind.SVG ? "is no " + kind + " picture" : "is named as " + kind + " but is " + found,
                    null);
        }
        BufferedImage picture =
                kind == Kind.SVG ? VectorLogo.of(file, content) : BitmapLogo.of(file, content, kind.name());
        return kind == Kind.JPEG ? BitmapLogo.jpeg(picture) : BitmapLogo.png(picture);
    }

    static DocumentException refused(Path file, String why, Throwable cause) {
        return new DocumentException(Problem.LOGO, file + " " + why, cause);
    }
}
