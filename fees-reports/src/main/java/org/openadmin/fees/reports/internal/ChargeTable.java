package org.openadmin.fees.reports.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.openadmin.fees.api.Charge;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Tax;

/**
 * The charges of one document as a table: a column for each tax that was charged on one of them, and none for the others.
 * Without any tax there is one column of amounts, as subtotal and total would say the same twice.
 */
final class ChargeTable {

    private static final int MOST_TAXES = 4;

    private final List<Charge> charges;
    private final Wording words;
    private final Money zero;
    private final List<Column> columns = new ArrayList<>();

    /** A column of amounts. */
    private record Column(String head, Function<Charge, Money> amount) {}

    ChargeTable(List<Charge> charges, Currency currency, Wording words) {
        this.charges = charges;
        this.zero = Money.zero(currency);
        this.words = words;
        List<String> taxes = taxNames();
        if (taxes.isEmpty()) {
            columns.add(new Column(words.text("amount"), Charge::total));
            return;
        }
        columns.add(new Column(words.text("subtotal"), Charge::subtotal));
        // old rows may name taxes that changed over the years: whatever is beyond the fourth column shares it
        boolean tooMany = taxes.size() > MOST_TAXES;
        List<String> named = tooMany ? taxes.subList(0, MOST_TAXES - 1) : taxes;
        named.forEach(name -> columns.add(new Column(name, charge -> taxes(charge, Set.of(name)))));
        if (tooMany) {
            Set<String> others = Set.copyOf(taxes.subList(MOST_TAXES - 1, taxes.size()));
            columns.add(new Column(words.text("otherTaxes"), charge -> taxes(charge, others)));
        }
        columns.add(new Column(words.text("total"), Charge::total));
    }

    /** How many columns of amounts there are, and their heads; the rightmost is number 0. */
    Map<String, Object> heads() {
        Map<String, Object> heads = new HashMap<>();
        heads.put("headDate", words.text("date"));
        heads.put("headName", words.text("fee"));
        heads.put("columns", charges.isEmpty() ? 0 : columns.size());
        for (int i = 0; i < columns.size(); i++) {
            heads.put("head" + (columns.size() - 1 - i), columns.get(i).head());
        }
        return heads;
    }

    /** A row for each charge. */
    List<Map<String, Object>> rows() {
        return charges.stream().map(this::row).toList();
    }

    /** The sums of the subtotals and of each tax; none when there is no tax. */
    Sums sums() {
        Sums sums = new Sums(words);
        columns.subList(0, columns.size() - 1).forEach(column -> sums.add(column.head(), sum(column)));
        return sums;
    }

    private Map<String, Object> row(Charge charge) {
        Map<String, Object> row = new HashMap<>();
        row.put("kind", "LINE");
        row.put("date", words.shortDate(charge.date()));
        row.put("name", charge.name());
        if (!charge.description().isEmpty()) {
            row.put("description", charge.description());
        }
        for (int i = 0; i < columns.size(); i++) {
            Money amount = columns.get(i).amount().apply(charge);
            boolean tax = i > 0 && i < columns.size() - 1;
            if (!tax || !amount.isZero()) {
                row.put("cell" + (columns.size() - 1 - i), words.figure(amount));
            }
        }
        return row;
    }

    private Money sum(Column column) {
        return charges.stream().map(column.amount()).reduce(zero, Money::plus);
    }

    private Money taxes(Charge charge, Set<String> names) {
        return charge.taxes().stream()
                .filter(tax -> names.contains(tax.name()))
                .map(Tax::amount)
                .reduce(zero, Money::plus);
    }

    /** From the charges alone, never from the configuration of today: a reprint has the same columns. */
    private List<String> taxNames() {
        Set<String> names = new LinkedHashSet<>();
        charges.stream()
                .sorted(Comparator.comparingInt(
                        (Charge charge) -> -charge.taxes().size()))
                .flatMap(charge -> charge.taxes().stream())
                .filter(tax -> !tax.amount().isZero())
                .forEach(tax -> names.add(tax.name()));
        return List.copyOf(names);
    }
}
