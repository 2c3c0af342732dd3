package org.openadmin.fees.internal.journal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.internal.ledger.ArrangedRows;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/** The sums of a month's rows, in one statement. The index fees_jrl_day finds the month. */
public final class MonthGroupQueries {

    private final EntityManager em;
    private final Currency currency;

    public MonthGroupQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** Values missing from old rows count as empty or zero; their subtotal is then the total without the taxes. */
    public List<MonthGroup> of(YearMonth month) {
        return Sql.of("""
                SELECT {kind} AS kind, j.name COLLATE utf8mb4_bin AS spelled, j.method,
                  j.tax1_name, j.tax2_name, j.tax3_name, j.tax4_name, COUNT(*) AS number,
                  SUM(COALESCE(j.subtotal, j.total
                    - (COALESCE(j.tax1, 0) + COALESCE(j.tax2, 0) + COALESCE(j.tax3, 0) + COALESCE(j.tax4, 0)), 0))
                    AS subtotal,
                  SUM(COALESCE(j.tax1, 0)) AS tax1, SUM(COALESCE(j.tax2, 0)) AS tax2,
                  SUM(COALESCE(j.tax3, 0)) AS tax3, SUM(COALESCE(j.tax4, 0)) AS tax4,
                  SUM(COALESCE(j.total, 0)) AS total
                FROM fees_jrl j
                {origin}
                WHERE j.trans_date BETWEEN :first AND :last
                GROUP BY kind, spelled, j.method, j.tax1_name, j.tax2_name, j.tax3_name, j.tax4_name
                ORDER BY kind, spelled, j.method, j.tax1_name, j.tax2_name, j.tax3_name, j.tax4_name
                """)
                .part("kind", ArrangedRows.kind())
                .part("origin", ArrangedRows.origin())
                .with("first", month.atDay(1))
                .with("last", month.atEndOfMonth())
                .rows(em)
                .stream()
                .map(this::group)
                .toList();
    }

    private MonthGroup group(Row row) {
        List<Tax> taxes = new ArrayList<>();
        for (int i = 1; i <= Tax.MAX_PER_CHARGE; i++) {
            String name = text(row, "tax" + i + "_name");
            taxes.add(new Tax(name.isEmpty() ? "tax " + i : name, row.money("tax" + i, currency)));
        }
        return new MonthGroup(
                EntryKind.of(text(row, "kind")),
                text(row, "spelled"),
                method(text(row, "method")),
                row.integer("number"),
                row.money("subtotal", currency),
                taxes,
                row.money("total", currency));
    }

    /** The method; a word of another program counts as another method. */
    private static Optional<PaymentMethod> method(String word) {
        return word.isEmpty()
                ? Optional.empty()
                : Optional.of(Arrays.stream(PaymentMethod.values())
                        .filter(method -> method.keyword().equalsIgnoreCase(word))
                        .findFirst()
                        .orElse(PaymentMethod.OTHER));
    }

    private static String text(Row row, String column) {
        return row.text(column).strip();
    }
}
