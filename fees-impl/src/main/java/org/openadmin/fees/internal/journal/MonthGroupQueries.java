package org.openadmin.fees.internal.journal;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.internal.persistence.Sql;

/** The sums of a month's rows, in one statement. The index fees_jrl_date_name finds the month. */
public final class MonthGroupQueries {

    private static final String TAX_NAMES = slots(i -> "j.tax" + i + "_name", ", ");
    private static final String TAXES = slots(i -> "COALESCE(j.tax" + i + ", 0)", " + ");
    private static final int TAX_NAME = 3;
    private static final int COUNT = TAX_NAME + Tax.MOST_PER_CHARGE;
    private static final int SUBTOTAL = COUNT + 1;
    private static final int TAX = SUBTOTAL + 1;
    private static final int TOTAL = TAX + Tax.MOST_PER_CHARGE;

    private final EntityManager em;
    private final Currency currency;

    public MonthGroupQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** What rows of old data lack counts as empty or zero; their subtotal is then the total without the taxes. */
    public List<MonthGroup> of(YearMonth month) {
        return new Sql()
                        .add("SELECT j.trans_type, j.name COLLATE utf8mb4_bin AS spelled, j.method, " + TAX_NAMES)
                        .add(", COUNT(*), SUM(COALESCE(j.subtotal, j.total - (" + TAXES + "), 0)),")
                        .add(slots(i -> "SUM(COALESCE(j.tax" + i + ", 0))", ", "))
                        .add(", SUM(COALESCE(j.total, 0)) FROM fees_jrl j")
                        .add(
                                "WHERE j.trans_date BETWEEN ? AND ?",
                                month.atDay(1).toString(),
                                month.atEndOfMonth().toString())
                        .add("GROUP BY j.trans_type, spelled, j.method, " + TAX_NAMES)
                        .add("ORDER BY j.trans_type, spelled, j.method, " + TAX_NAMES)
                        .rows(em)
                        .stream()
                        .map(this::group)
                        .toList();
    }

    private MonthGroup group(Object[] row) {
        List<Tax> taxes = new ArrayList<>();
        for (int i = 0; i < Tax.MOST_PER_CHARGE; i++) {
            String name = text(row[TAX_NAME + i]);
            taxes.add(new Tax(name.isEmpty() ? "tax " + (i + 1) : name, money(row[TAX + i])));
        }
        return new MonthGroup(
                EntryKind.of(text(row[0])),
                text(row[1]),
                method(text(row[2])),
                ((Number) row[COUNT]).intValue(),
                money(row[SUBTOTAL]),
                taxes,
                money(row[TOTAL]));
    }

    /** The method; a word of another program is another method. */
    private static Optional<PaymentMethod> method(String word) {
        return word.isEmpty()
                ? Optional.empty()
                : Optional.of(Arrays.stream(PaymentMethod.values())
                        .filter(method -> method.word().equalsIgnoreCase(word))
                        .findFirst()
                        .orElse(PaymentMethod.OTHER));
    }

    private Money money(Object column) {
        return Money.of((BigDecimal) column, currency);
    }

    private static String text(Object column) {
        return column == null ? "" : column.toString().strip();
    }

    private static String slots(IntFunction<String> part, String between) {
        return IntStream.rangeClosed(1, Tax.MOST_PER_CHARGE).mapToObj(part).collect(Collectors.joining(between));
    }
}
