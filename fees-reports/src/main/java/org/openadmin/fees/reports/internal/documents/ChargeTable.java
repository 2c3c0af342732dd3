package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/**
 * The charges of one document as a table: a column for each tax that was charged on one of them, and none for the others. Without
 * any tax there is a single column of amounts, because subtotal and total would be the same.
 */
final class ChargeTable {

    private final List<Charge> charges;
    private final DocumentTexts words;
    private final Money zero;
    private final AmountColumns<Charge> columns;
    /** Those shown in the table; the sums below it have all. */
    private final AmountColumns<Charge> shown;

    private final Function<Charge, String> remark;

    ChargeTable(List<Charge> charges, Currency currency, DocumentTexts words) {
        this(charges, currency, words, charge -> "");
    }

    /** @param remark follows the description of a charge; may be empty */
    ChargeTable(List<Charge> charges, Currency currency, DocumentTexts words, Function<Charge, String> remark) {
        this(charges, currency, words, remark, false);
    }

    private ChargeTable(
            List<Charge> charges,
            Currency currency,
            DocumentTexts words,
            Function<Charge, String> remark,
            boolean totalsOnly) {
        this.remark = remark;
        this.charges = charges;
        this.zero = Money.zero(currency);
        this.words = words;
        this.columns = columns();
        this.shown = totalsOnly ? totals(words.text("amount")) : columns;
    }

    /**
     * A table with a single column, of the totals; the sums below it have the taxes.
     *
     * @param remark follows the description of a charge; may be empty
     */
    static ChargeTable ofTotals(
            List<Charge> charges, Currency currency, DocumentTexts words, Function<Charge, String> remark) {
        return new ChargeTable(charges, currency, words, remark, true);
    }

    private AmountColumns<Charge> columns() {
        List<String> taxes = taxNames();
        if (taxes.isEmpty()) {
            return totals(words.text("amount"));
        }
        AmountColumns<Charge> all = new AmountColumns<>(words, zero);
        all.add(words.text("subtotal"), Charge::subtotal);
        TaxColumns.of(taxes, words).forEach((head, names) -> all.addSparse(head, charge -> taxes(charge, names)));
        all.add(words.text("total"), Charge::total);
        return all;
    }

    private AmountColumns<Charge> totals(String head) {
        AmountColumns<Charge> totals = new AmountColumns<>(words, zero);
        totals.add(head, Charge::total);
        return totals;
    }

    /** The number of amount columns and their headings. */
    Map<String, Object> heads() {
        Map<String, Object> heads = shown.heads(words.text("date"), words.text("fee"));
        if (charges.isEmpty()) {
            heads.put("columns", 0);
        }
        return heads;
    }

    /**
     * A row for each charge, followed by the closing rows. Each charge has the totals before and after it, which are carried over
     * at a page break.
     */
    List<Map<String, Object>> rows(List<Map<String, Object>> closing) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Money total = zero;
        for (Charge charge : charges) {
            Map<String, Object> line = line(charge);
            line.put("brought", words.amountWithoutCurrency(total));
            total = total.plus(charge.total());
            line.put("carried", words.amountWithoutCurrency(total));
            rows.add(line);
        }
        for (Map<String, Object> row : closing) {
            Map<String, Object> closed = new HashMap<>(row);
            closed.put("brought", words.amountWithoutCurrency(total));
            rows.add(closed);
        }
        return rows;
    }

    /** The line of a charge, without totals. */
    Map<String, Object> line(Charge charge) {
        return shown.line(words.shortDate(charge.date()), words.name(charge), description(charge), charge);
    }

    private String description(Charge charge) {
        return Stream.of(charge.description(), remark.apply(charge))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(DocumentTexts.SEPARATOR));
    }

    /** The sums of the subtotals and of each tax; none when there is no tax. */
    TotalsBlock sums() {
        TotalsBlock sums = new TotalsBlock(words);
        columns.addTo(sums, charges);
        return sums;
    }

    private Money taxes(Charge charge, Set<String> names) {
        return charge.taxes().stream()
                .filter(tax -> names.contains(tax.name()))
                .map(Tax::amount)
                .reduce(zero, Money::plus);
    }

    /** From the charges alone, not from the current configuration, so that a reprint has the same columns. */
    private List<String> taxNames() {
        Set<String> charged = new HashSet<>();
        charges.stream()
                .flatMap(charge -> charge.taxes().stream())
                .filter(tax -> !tax.amount().isZero())
                .forEach(tax -> charged.add(tax.name()));
        // charges with the most taxes first: they list the taxes in order, even those with a zero amount
        Set<String> names = new LinkedHashSet<>();
        charges.stream()
                .sorted(Comparator.comparingInt(
                        (Charge charge) -> -charge.taxes().size()))
                .flatMap(charge -> charge.taxes().stream())
                .map(Tax::name)
                .filter(charged::contains)
                .forEach(names::add);
        return List.copyOf(names);
    }
}
