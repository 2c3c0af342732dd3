package org.openadmin.fees.ui.internal.components;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts and the style sheet, which are in the bundle beside the classes of this package. */
final class ShippedFile {

    private ShippedFile() {}

    static byte[] bytes(String name) {
        try (InputStream file = ShippedFile.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String string(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
