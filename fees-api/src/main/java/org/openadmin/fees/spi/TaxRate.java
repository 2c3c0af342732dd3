package org.openadmin.fees.spi;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A configured tax.
 *
 * @param name the short name, such as {@code GST}, 1 to 16 characters
 * @param percent the rate in percent, such as {@code 5} or {@code 9.975}: 0 to 100, at most 4 decimals
 */
public record TaxRate(String name, BigDecimal percent) {

    public TaxRate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(percent, "percent");
    }
}
