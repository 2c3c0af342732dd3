package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.ui.internal.UserContext;

/** The columns of a list that show figures, which are aligned to the right and sorted by value, with their sums below. */
public final class SumColumns<T> {

    private final UserContext context;
    private final Grid<T> grid;
    private final Map<Column<T>, Function<T, Money>> amounts = new LinkedHashMap<>();
    private final Map<Column<T>, ToIntFunction<T>> counts = new LinkedHashMap<>();

    public SumColumns(UserContext context, Grid<T> grid) {
        this.context = context;
        this.grid = grid;
    }

    /** Adds a column of amounts. Zero is a dash, because a table full of zeros hides its figures. */
    public Column<T> addAmount(String key, String header, Function<T, Money> amount) {
        Column<T> column = grid.addColumn(each -> figure(amount.apply(each)))
                .setComparator(Comparator.comparing(amount))
                .setWidth("7.5rem");
        amounts.put(column, amount);
        return figures(column, key, header);
    }

    /** Adds a column of numbers. */
    public Column<T> addCount(String key, String header, ToIntFunction<T> count) {
        Column<T> column = grid.addColumn(count::applyAsInt).setWidth("6.75rem");
        counts.put(column, count);
        return figures(column, key, header);
    }

    private static <T> Column<T> figures(Column<T> column, String key, String header) {
        return column.setKey(key)
                .setHeader(header)
                .setSortable(true)
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0);
    }

    private String figure(Money amount) {
        return amount.isZero() ? "–" : context.format(amount);
    }

    /**
     * Shows the sums of these rows below their columns.
     *
     * @param zero in the currency of the amounts
     */
    public void showSums(Collection<? extends T> rows, Money zero) {
        amounts.forEach((column, amount) ->
                column.setFooter(context.format(rows.stream().map(amount).reduce(zero, Money::plus))));
        counts.forEach((column, count) ->
                column.setFooter(String.valueOf(rows.stream().mapToInt(count).sum())));
    }
}
