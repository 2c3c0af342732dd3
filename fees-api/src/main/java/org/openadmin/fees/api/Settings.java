package org.openadmin.fees.api;

import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The configuration in force: {@code etc/org.openadmin.fees.cfg}.
 *
 * @param locale the school's language and country, for its documents and the journal's own words
 * @param taxes up to four taxes, in their order
 * @param profiles the named groups, by name
 * @param firstReceipt the number of the first receipt that this module gives, when the journal holds none that is higher
 * @param invoiceDays how many days after its date an invoice is due
 * @param paper the size of the pages
 * @param accounts the accounts of the accounting system, for the export
 */
public record Settings(
        School school,
        Currency currency,
        Locale locale,
        List<TaxRate> taxes,
        Map<String, Audience.Group> profiles,
        long firstReceipt,
        int invoiceDays,
        Paper paper,
        AccountCodes accounts) {

    /** The size of the pages. */
    public enum Paper {
        LETTER,
        A4
    }

    public Settings {
        taxes = List.copyOf(taxes);
        profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    }

    /** The short names of the taxes, in their order. */
    public List<String> taxNames() {
        return taxes.stream().map(TaxRate::name).toList();
    }
}
