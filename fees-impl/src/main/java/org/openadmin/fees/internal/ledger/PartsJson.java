package org.openadmin.fees.internal.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.spi.TaxRate;

/** The charges that each student gets, as a table with a row for each of them. */
public final class PartsJson {

    private PartsJson() {}

    /**
     * The parts in which each student is charged; one row of NULLs for one charge.
     *
     * @param slots the tax of each column of the journal, empty where the fee does not have one
     */
    public static Sql table(List<SplitPart> parts, List<Optional<TaxRate>> slots) {
        return parts.isEmpty() ? pieces(1) : table(parts.stream().map(part -> row(part, slots)));
    }

    /** So many equal charges: rows of NULLs. */
    public static Sql pieces(int quantity) {
        return table(Stream.generate(() -> "[]").limit(quantity));
    }

    private static Sql table(Stream<String> rows) {
        return Sql.of("""
                JSON_TABLE(:each_part, '$[*]' COLUMNS (number INT PATH '$[0]', due DATE PATH '$[1]',
                  subtotal DECIMAL(10,2) PATH '$[2]', total DECIMAL(10,2) PATH '$[3]', tax1 DECIMAL(10,2) PATH '$[4]',
                  tax2 DECIMAL(10,2) PATH '$[5]', tax3 DECIMAL(10,2) PATH '$[6]', tax4 DECIMAL(10,2) PATH '$[7]'))
                """).with("each_part", rows.collect(Collectors.joining(",", "[", "]")));
    }

    private static String row(SplitPart part, List<Optional<TaxRate>> slots) {
        return Stream.concat(
                        Stream.of(
                                String.valueOf(
                                        part.part().map(ChargePart::number).orElseThrow()),
                                '"' + part.due().toString() + '"',
                                part.subtotal().toPlainString(),
                                part.total().toPlainString()),
                        slots.stream().map(slot -> amount(part, slot)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String amount(SplitPart part, Optional<TaxRate> slot) {
        return slot.flatMap(rate -> part.taxes().stream()
                        .filter(tax -> tax.name().equals(rate.name()))
                        .findFirst())
                .map(Tax::amount)
                .map(amount -> amount.toPlainString())
                .orElse("null");
    }
}
