package org.openadmin.fees.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A configured tax.
 *
 * @param name the short name, such as {@code GST}, 1 to 16 characters; charges are recorded under it
 * @param percent the rate in percent until the first change, such as {@code 5} or {@code 9.975}: 0 to 100, at most 4 decimals
 * @param changes later rates, by the first day on which they apply; empty if the rate has not changed
 * @param names its names in some languages, by the code of the language, such as {@code TPS} for {@code fr}; may be empty
 */
public record TaxRate(
        String name, BigDecimal percent, SortedMap<LocalDate, BigDecimal> changes, Map<String, String> names) {

    public TaxRate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(percent, "percent");
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        names = Map.copyOf(names);
    }

    /** A tax whose rate does not change. */
    public TaxRate(String name, BigDecimal percent) {
        this(name, percent, Collections.emptySortedMap(), Map.of());
    }

    /** The same tax with another rate from this day on. */
    public TaxRate changing(LocalDate first, BigDecimal rate) {
        TreeMap<LocalDate, BigDecimal> more = new TreeMap<>(changes);
        more.put(first, rate);
        return new TaxRate(name, percent, more, names);
    }

    /** Whether the rate depends on the day. */
    public boolean isChanging() {
        return !changes.isEmpty();
    }

    /** The tax as charges of this date have it, with one rate. */
    public TaxRate on(LocalDate date) {
        SortedMap<LocalDate, BigDecimal> begun = changes.headMap(date.plusDays(1));
        return new TaxRate(
                name, begun.isEmpty() ? percent : begun.get(begun.lastKey()), Collections.emptySortedMap(), names);
    }

    /** Whether the tax has this name in any language, ignoring case. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other) || names.values().stream().anyMatch(other::equalsIgnoreCase);
    }
}
