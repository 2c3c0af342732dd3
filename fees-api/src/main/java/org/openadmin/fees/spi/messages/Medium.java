package org.openadmin.fees.spi.messages;

import java.util.stream.Stream;

/** Where a text is displayed. */
public enum Medium {
    SCREEN,
    CONSOLE,
    DOCUMENT;

    /** The keys of a text: on the console, its console-only key comes before the common one. */
    Stream<String> keys(String common) {
        return this == CONSOLE ? Stream.of(common + ".console", common) : Stream.of(common);
    }
}
