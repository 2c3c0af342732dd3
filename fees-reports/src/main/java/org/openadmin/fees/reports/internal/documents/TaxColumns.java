package org.openadmin.fees.reports.internal.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** Assigns taxes to columns, of which there are at most four. */
final class TaxColumns {

    private TaxColumns() {}

    /** The names of the taxes by the heading of their column, in the order of the columns. */
    static Map<String, Set<String>> of(List<String> taxes, DocumentTexts words) {
        // the names of taxes in old rows may have changed over the years; beyond four, the last column is shared
        boolean tooMany = taxes.size() > Tax.MAX_PER_CHARGE;
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        (tooMany ? taxes.subList(0, Tax.MAX_PER_CHARGE - 1) : taxes)
                .forEach(name -> columns.merge(words.taxName(name), Set.of(name), TaxColumns::both));
        if (tooMany) {
            columns.merge(
                    words.text("otherTaxes"),
                    Set.copyOf(taxes.subList(Tax.MAX_PER_CHARGE - 1, taxes.size())),
                    TaxColumns::both);
        }
        return columns;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }
}
