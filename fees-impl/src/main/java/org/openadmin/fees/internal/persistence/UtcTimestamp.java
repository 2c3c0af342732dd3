package org.openadmin.fees.internal.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A time in UTC as stored in the tables, always 24 characters: {@code 2026-09-08T14:03:07.123Z}. */
public final class UtcTimestamp {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private UtcTimestamp() {}

    public static String text(Instant instant) {
        return FORM.format(instant.atOffset(ZoneOffset.UTC));
    }

    public static Instant instant(String text) {
        return Instant.parse(text);
    }
}
