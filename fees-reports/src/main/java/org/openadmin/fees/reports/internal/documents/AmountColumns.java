package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** The amount columns of one table, from left to right, with its lines and sums in the fields that all templates share. */
final class AmountColumns<T> {

    private final DocumentTexts words;
    private final Money zero;
    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(String head, boolean blankWhenZero, Function<T, Money> amount) {}

    AmountColumns(DocumentTexts words, Money zero) {
        this.words = words;
        this.zero = zero;
    }

    /** Adds a column that shows zeros. */
    void add(String head, Function<T, Money> amount) {
        columns.add(new Column<>(head, false, amount));
    }

    /** Adds a column that leaves zeros blank. */
    void addSparse(String head, Function<T, Money> amount) {
        columns.add(new Column<>(head, true, amount));
    }

    /** The number of columns and their headings; the rightmost column is number 0. */
    Map<String, Object> heads(String date, String name) {
        Map<String, Object> heads = new HashMap<>();
        heads.put("headDate", date);
        heads.put("headName", name);
        heads.put("columns", columns.size());
        for (int i = 0; i < columns.size(); i++) {
            heads.put("head" + place(i), columns.get(i).head());
        }
        return heads;
    }

    /** @param description a second line; may be empty */
    Map<String, Object> line(String date, String name, String description, T item) {
        Map<String, Object> line = new HashMap<>();
        line.put("kind", "LINE");
        line.put("date", date);
        line.put("name", name);
        if (!description.isEmpty()) {
            line.put("description", description);
        }
        for (int i = 0; i < columns.size(); i++) {
            Money amount = columns.get(i).amount().apply(item);
            if (!columns.get(i).blankWhenZero() || !amount.isZero()) {
                line.put("cell" + place(i), words.amountWithoutCurrency(amount));
            }
        }
        return line;
    }

    /** A line with the sum of each column. */
    Map<String, Object> total(String name, Collection<T> items) {
        Map<String, Object> total = new HashMap<>();
        total.put("kind", "LINE");
        total.put("strong", true);
        total.put("name", name);
        for (int i = 0; i < columns.size(); i++) {
            total.put("cell" + place(i), words.amountWithoutCurrency(sum(columns.get(i), items)));
        }
        return total;
    }

    /** A note in place of an empty table, which then has no headings. */
    static Map<String, Object> none(Map<String, Object> document, String sentence) {
        document.put("columns", 0);
        return Map.of("kind", "NOTE", "name", sentence);
    }

    /** The line, assigned to a section. */
    static Map<String, Object> inSection(String section, Map<String, Object> line) {
        line.put("section", section);
        return line;
    }

    /** Adds the sums of all columns but the last, one below the other. */
    void addTo(TotalsBlock sums, Collection<T> items) {
        columns.subList(0, columns.size() - 1).forEach(column -> sums.add(column.head(), sum(column, items)));
    }

    private int place(int column) {
        return columns.size() - 1 - column;
    }

    private Money sum(Column<T> column, Collection<T> items) {
        return items.stream().map(column.amount()).reduce(zero, Money::plus);
    }
}
