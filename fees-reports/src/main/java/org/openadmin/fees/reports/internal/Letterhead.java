package org.openadmin.fees.reports.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.openadmin.fees.api.DocumentException;
import org.openadmin.fees.api.DocumentException.Problem;
import org.openadmin.fees.api.School;

/** The school as the head and the foot of each document show it. */
final class Letterhead {

    private Letterhead() {}

    static Map<String, Object> parameters(School school, Locale language, Glyphs glyphs) {
        List<String> lines = new ArrayList<>(school.address());
        lines.addAll(school.contact());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("schoolName", glyphs.drawable(school.name()));
        parameters.put("schoolLines", glyphs.drawable(String.join("\n", lines)));
        parameters.put("schoolNumbers", glyphs.drawable(String.join("\n", school.numbers())));
        parameters.put("schoolFooter", glyphs.drawable(school.footer()));
        String message = school.message(language);
        if (!message.isEmpty()) {
            parameters.put("schoolMessage", glyphs.drawable(message));
        }
        school.logo().ifPresent(file -> parameters.put("logo", logo(file)));
        return parameters;
    }

    private static Renderable logo(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!isPngOrJpeg(bytes)) {
                throw new DocumentException(Problem.LOGO, file + " is neither PNG nor JPEG", null);
            }
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
            if (picture == null) {
                throw new DocumentException(Problem.LOGO, file + " is no picture", null);
            }
            return SimpleDataRenderer.getInstance(bytes);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // what the decoders throw for a picture that is broken or cut off
            throw new DocumentException(Problem.LOGO, file + " cannot be read", e);
        }
    }

    private static boolean isPngOrJpeg(byte[] bytes) {
        boolean png = bytes.length > 4 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        boolean jpeg = bytes.length > 4 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
        return png || jpeg;
    }
}
