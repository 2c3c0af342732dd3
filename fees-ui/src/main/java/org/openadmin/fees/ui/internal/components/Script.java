package org.openadmin.fees.ui.internal.components;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts of this package, which lie beside its classes. */
final class Script {

    private Script() {}

    static String read(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
