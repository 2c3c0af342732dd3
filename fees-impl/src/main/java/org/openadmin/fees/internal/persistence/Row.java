package org.openadmin.fees.internal.persistence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/** A row that a query found; its columns have the names that the query gives them. */
public final class Row {

    private final Map<String, Integer> columns;
    private final Object[] values;

    Row(Map<String, Integer> columns, Object[] values) {
        if (columns.size() != values.length) {
            throw new IllegalStateException(values.length + " values for the columns " + columns.keySet());
        }
        this.columns = columns;
        this.values = values;
    }

    public Object value(String column) {
        Integer place = columns.get(column);
        if (place == null) {
            throw new IllegalArgumentException("No column " + column + " among " + columns.keySet());
        }
        return values[place];
    }

    public boolean isNull(String column) {
        return value(column) == null;
    }

    public int integer(String column) {
        return ((Number) value(column)).intValue();
    }

    public long number(String column) {
        return ((Number) value(column)).longValue();
    }

    /** A condition that the query selects: a number, or, from a view of the site's own, a truth value or a text such as 1. */
    public boolean flag(String column) {
        Object value = value(column);
        return value instanceof Boolean flag
                ? flag
                : value instanceof Number number
                        ? number.intValue() != 0
                        : text(column).strip().matches("0*[1-9]\\d*");
    }

    /** Empty when the column is. A site's own view may select bytes, such as those of a BLOB. */
    public String text(String column) {
        Object value = value(column);
        return value == null
                ? ""
                : value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
    }

    /** Zero when the column is empty. */
    public BigDecimal decimal(String column) {
        Object value = value(column);
        return value == null
                ? BigDecimal.ZERO
                : value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    /** Zero when the column is empty. */
    public Money money(String column, Currency currency) {
        return isNull(column) ? Money.zero(currency) : Money.of(decimal(column), currency);
    }

    /** A date that the query selects as text, see {@link SqlDates}. */
    public Optional<LocalDate> day(String column) {
        return SqlDates.day(value(column));
    }
}
