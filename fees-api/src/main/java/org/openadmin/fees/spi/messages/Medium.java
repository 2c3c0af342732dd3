package org.openadmin.fees.spi.messages;

import java.util.stream.Stream;

/** Where a text is read. */
public enum Medium {
    SCREEN,
    CONSOLE,
    DOCUMENT;

    /** The keys of a text: before the common one, the one that is for the console only. */
    Stream<String> keys(String common) {
        return this == CONSOLE ? Stream.of(common + ".console", common) : Stream.of(common);
    }
}
