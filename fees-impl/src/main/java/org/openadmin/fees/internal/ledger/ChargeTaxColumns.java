package org.openadmin.fees.internal.ledger;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.spi.TaxRate;

/** The four tax columns of a charge, {@code tax1} to {@code tax4_rate}, as parameters of a statement. */
public final class ChargeTaxColumns {

    private ChargeTaxColumns() {}

    /**
     * The statement with these taxes.
     *
     * @param slots the rate of each column, empty where the fee does not have the tax; see {@link Pricing#slots}
     */
    public static Sql with(Sql sql, List<Optional<TaxRate>> slots, Price price) {
        Sql taxed = sql;
        for (int i = 0; i < slots.size(); i++) {
            taxed = with(taxed, "tax" + (i + 1), slots.get(i), price);
        }
        return taxed;
    }

    private static Sql with(Sql sql, String column, Optional<TaxRate> slot, Price price) {
        Optional<Tax> tax = slot.flatMap(rate -> price.taxes().stream()
                .filter(one -> one.name().equals(rate.name()))
                .findFirst());
        return sql.with(column, tax.map(one -> one.amount().amount()).orElse(null))
                .with(column + "_name", tax.map(Tax::name).orElse(null))
                .with(column + "_rate", slot.map(TaxRate::percent).orElse(null));
    }
}
