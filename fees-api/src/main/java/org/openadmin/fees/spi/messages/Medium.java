package org.openadmin.fees.spi.messages;

import java.util.stream.Stream;

/** Where a text is displayed. */
public enum Medium {
    SCREEN,
    /** A page of a user who may not see confidential facts, such as a waiver. */
    VIEWER_SCREEN,
    CONSOLE,
    /** Paper, which others than the family may see. */
    DOCUMENT;

    /** The keys of a text: the key for the console, or for what is not confidential, comes before the common one. */
    Stream<String> keys(String common) {
        return switch (this) {
            case SCREEN -> Stream.of(common);
            case CONSOLE -> Stream.of(common + ".console", common);
            case VIEWER_SCREEN, DOCUMENT -> Stream.of(common + ".confidential", common);
        };
    }
}
