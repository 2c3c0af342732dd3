package org.openadmin.fees.internal.jpa;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/**
 * Keeps a moment as UTC in a DATETIME column. It goes as text, because a JDBC timestamp passes through the time zone of the
 * machine and loses the hour that daylight saving skips.
 */
@Converter
public final class UtcInstant implements AttributeConverter<Instant, String> {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]");

    static String text(Instant instant) {
        return WRITTEN.format(instant.atOffset(ZoneOffset.UTC));
    }

    @Override
    public String convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : text(instant);
    }

    @Override
    public Instant convertToEntityAttribute(String column) {
        return column == null ? null : LocalDateTime.parse(column, READ).toInstant(ZoneOffset.UTC);
    }
}
