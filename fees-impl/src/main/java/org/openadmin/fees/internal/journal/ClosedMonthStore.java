package org.openadmin.fees.internal.journal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/** The summaries of closed months, as they were when the month was closed: with the words and the account codes of that day. */
final class ClosedMonthStore {

    /** The place of the taxes of a month; those of a line have the line's. */
    private static final int MONTH = 0;

    private final EntityManager em;
    private final Currency currency;

    ClosedMonthStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * The summary of this month; empty if the month is not closed.
     *
     * @param taxNames of a closed month that no closing has stored, because it has no rows
     */
    Optional<MonthSummary> find(YearMonth month, List<String> taxNames) {
        Optional<LocalDate> last = new ClosedPeriod(em).lastDay();
        return last.filter(day -> !month.atEndOfMonth().isAfter(day)).map(day -> stored(month)
                .orElseGet(() -> new MonthSummary(month, taxNames, List.of(), 0, Money.zero(currency))));
    }

    private Optional<MonthSummary> stored(YearMonth month) {
        return Sql.of("""
                SELECT m.closing_id, m.journal_rows, m.total FROM fees_closing_month m
                WHERE m.month = :month
                ORDER BY m.closing_id DESC LIMIT 1
                """).with("month", month.toString()).rows(em).stream()
                .findFirst()
                .map(row -> summary(row, month));
    }

    private MonthSummary summary(Row stored, YearMonth month) {
        int closing = stored.integer("closing_id");
        Map<Integer, Map<String, Money>> taxes = taxes(closing, month);
        List<Line> lines = Sql.of("""
                SELECT l.place, l.trans_type, l.name, l.method, l.account, l.journal_rows, l.subtotal, l.total
                FROM fees_closing_line l
                WHERE l.closing_id = :closing AND l.month = :month
                ORDER BY l.place
                """).with("closing", closing).with("month", month.toString()).rows(em).stream()
                .map(row -> line(row, taxes.getOrDefault(row.integer("place"), Map.of())))
                .toList();
        return new MonthSummary(
                month,
                List.copyOf(taxes.getOrDefault(MONTH, Map.of()).keySet()),
                lines,
                stored.integer("journal_rows"),
                stored.money("total", currency));
    }

    private Map<Integer, Map<String, Money>> taxes(int closing, YearMonth month) {
        Map<Integer, Map<String, Money>> taxes = new LinkedHashMap<>();
        Sql.of("""
                SELECT t.place, t.name, t.amount FROM fees_closing_tax t
                WHERE t.closing_id = :closing AND t.month = :month
                ORDER BY t.place, t.position
                """)
                .with("closing", closing)
                .with("month", month.toString())
                .rows(em)
                .forEach(row -> taxes.computeIfAbsent(row.integer("place"), place -> new LinkedHashMap<>())
                        .put(row.text("name"), row.money("amount", currency)));
        return taxes;
    }

    private Line line(Row row, Map<String, Money> taxes) {
        return new Line(
                EntryKind.of(row.text("trans_type")),
                row.text("name"),
                Optional.of(row.text("method"))
                        .filter(method -> !method.isEmpty())
                        .map(PaymentMethod::parse),
                row.text("account"),
                row.integer("journal_rows"),
                row.money("subtotal", currency),
                taxes,
                row.money("total", currency));
    }

    /** The months with rows after one day and up to another. */
    List<YearMonth> withRows(Optional<LocalDate> after, LocalDate last) {
        return Sql.of("""
                SELECT DISTINCT DATE_FORMAT(j.trans_date, '%Y-%m') AS month FROM fees_jrl j
                WHERE j.trans_date > :after AND j.trans_date <= :last
                ORDER BY month
                """).with("after", after.orElse(LocalDate.of(1000, 1, 1))).with("last", last).values(em).stream()
                .map(month -> YearMonth.parse(month.toString()))
                .toList();
    }

    void add(int closing, MonthSummary summary) {
        String month = summary.month().toString();
        insert(
                "fees_closing_month (closing_id, month, journal_rows, total)",
                List.of(Sql.of("""
                (:closing, :month, :rows, :total)
                """)
                        .with("closing", closing)
                        .with("month", month)
                        .with("rows", summary.count())
                        .with("total", summary.total().amount())));
        List<Sql> lines = new ArrayList<>();
        List<Sql> taxes = new ArrayList<>();
        for (int i = 0; i < summary.taxNames().size(); i++) {
            taxes.add(tax(closing, month, MONTH, i, summary.taxNames().get(i), Money.zero(currency)));
        }
        for (Line line : summary.lines()) {
            int place = lines.size() + 1;
            lines.add(line(closing, month, place, line));
            int position = 0;
            for (Map.Entry<String, Money> tax : line.taxes().entrySet()) {
                taxes.add(tax(closing, month, place, position++, tax.getKey(), tax.getValue()));
            }
        }
        insert(
                "fees_closing_line (closing_id, month, place, trans_type, name, method, account, journal_rows, subtotal, total)",
                lines);
        insert("fees_closing_tax (closing_id, month, place, position, name, amount)", taxes);
    }

    private static Sql line(int closing, String month, int place, Line line) {
        return Sql.of("(:closing, :month, :place, :kind, :name, :method, :account, :rows, :subtotal, :total)")
                .with("closing", closing)
                .with("month", month)
                .with("place", place)
                .with("kind", line.kind().code())
                .with("name", line.name())
                .with("method", line.method().map(PaymentMethod::keyword).orElse(""))
                .with("account", line.account())
                .with("rows", line.count())
                .with("subtotal", line.subtotal().amount())
                .with("total", line.total().amount());
    }

    private static Sql tax(int closing, String month, int place, int position, String name, Money amount) {
        return Sql.of("(:closing, :month, :place, :position, :name, :amount)")
                .with("closing", closing)
                .with("month", month)
                .with("place", place)
                .with("position", position)
                .with("name", name)
                .with("amount", amount.amount());
    }

    private void insert(String into, List<Sql> rows) {
        if (!rows.isEmpty()) {
            Sql.of("INSERT INTO {into} VALUES {rows}")
                    .part("into", into)
                    .part("rows", Sql.joined(", ", rows))
                    .update(em);
        }
    }
}
