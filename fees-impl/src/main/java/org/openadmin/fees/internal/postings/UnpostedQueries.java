package org.openadmin.fees.internal.postings;

import java.time.LocalDate;
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
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.PostedAccountQueries;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.spi.postings.PostedRows;

/** The rows of the journal up to a day that are in no posting. The index fees_jrl_day finds them. */
final class UnpostedQueries {

    private final EntityManager em;
    private final Currency currency;
    private final LocalDate until;

    UnpostedQueries(EntityManager em, Currency currency, LocalDate until) {
        this.em = em;
        this.currency = currency;
        this.until = until;
    }

    /**
     * A row that is in no posting.
     *
     * @param student its account, or {@link PostedAccountQueries#NOBODY}
     */
    record Unposted(int id, int student) {}

    private Sql journal(String index) {
        return Sql.of("""
                {journal} LEFT JOIN fees_posting_row p ON p.jrl_id = j.id
                WHERE p.jrl_id IS NULL AND j.trans_date <= :until AND {dated}
                """)
                .part("journal", index)
                .part("dated", PostedAccountQueries.dated("j"))
                .with("until", until);
    }

    private static String byDay() {
        return JournalIndex.DAY.table();
    }

    /** All of them, in number order. */
    List<Unposted> rows() {
        return Sql.of("SELECT j.id, COALESCE(j.studnum, 0) AS student FROM {unposted} ORDER BY j.id")
                .part("unposted", journal(byDay()))
                .rows(em)
                .stream()
                .map(row -> new Unposted(row.integer("id"), row.integer("student")))
                .toList();
    }

    /** How many there are, once there is a posting; otherwise none. */
    int count() {
        return Sql.of("SELECT COUNT(*) AS number FROM {unposted} AND EXISTS (SELECT 1 FROM fees_posting h)")
                .part("unposted", journal(byDay()))
                .count(em);
    }

    /** How many of them are dated up to the last day of an earlier posting. */
    int late() {
        return Sql.of("""
                SELECT COUNT(*) AS number FROM {unposted}
                AND j.trans_date <= (SELECT MAX(h.until_date) FROM fees_posting h)
                """).part("unposted", journal(byDay())).count(em);
    }

    /** The rows without a date that exists. */
    int undated() {
        return Sql.of("""
                SELECT (SELECT COUNT(*) FROM fees_jrl) - (SELECT COUNT(*) FROM fees_jrl j WHERE {dated}) AS number
                """).part("dated", PostedAccountQueries.dated("j")).count(em);
    }

    /** Their sums. Values missing from old rows count as empty or zero. */
    List<PostedRows> groups() {
        return Sql.of("""
                SELECT {day} AS day, {kind} AS kind, j.name COLLATE utf8mb4_bin AS spelled, j.method,
                  j.tax1_name, j.tax2_name, j.tax3_name, j.tax4_name,
                  SUM(COALESCE(j.tax1, 0)) AS tax1, SUM(COALESCE(j.tax2, 0)) AS tax2,
                  SUM(COALESCE(j.tax3, 0)) AS tax3, SUM(COALESCE(j.tax4, 0)) AS tax4,
                  SUM(COALESCE(j.total, 0)) AS total
                FROM {unposted}
                GROUP BY j.trans_date, kind, spelled, j.method, j.tax1_name, j.tax2_name, j.tax3_name, j.tax4_name
                ORDER BY j.trans_date, kind, spelled, j.method, j.tax1_name, j.tax2_name, j.tax3_name, j.tax4_name
                """)
                .part("day", SqlDates.of("j.trans_date"))
                .part("kind", ArrangedRows.kind())
                .part("unposted", journal(byDay() + " LEFT JOIN fees_jrl o ON o.id = j.origin_id"))
                .rows(em)
                .stream()
                .map(this::group)
                .toList();
    }

    private PostedRows group(Row row) {
        List<Tax> taxes = new ArrayList<>();
        for (int i = 1; i <= Tax.MAX_PER_CHARGE; i++) {
            String name = row.text("tax" + i + "_name").strip();
            taxes.add(new Tax(name.isEmpty() ? "tax " + i : name, row.money("tax" + i, currency)));
        }
        return new PostedRows(
                row.day("day").orElseThrow(),
                EntryKind.of(row.text("kind").strip()),
                row.text("spelled"),
                method(row.text("method").strip()),
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
}
