package org.openadmin.fees.internal.till;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.Deposit.DepositedDifference;
import org.openadmin.fees.api.till.Deposit.DepositedRow;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.DepositSummary.Verification;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The deposits and what is in them. */
final class DepositStore {

    static final String TABLE = "fees_deposit";
    static final String CHECK_TABLE = "fees_deposit_check";

    private static final Sql ALL = Sql.of("TRUE");

    /**
     * A new deposit.
     *
     * @param wanted the rows that the request names; empty if it names none
     * @param settledTo no row up to this one waits to be deposited
     */
    record NewDeposit(
            RequestKey key,
            Actor actor,
            LocalDate date,
            LocalDate until,
            Optional<DepositNumber> takesBack,
            boolean whole,
            List<Item> items,
            Optional<CountedCash> cash,
            Optional<Set<Long>> wanted,
            boolean toVerify,
            long settledTo,
            String reason) {}

    /**
     * A row of the journal, or the difference of a count, in a deposit.
     *
     * @param count the number of the count; then there is no row
     * @param step see V19__till.sql
     */
    record Item(OptionalLong row, OptionalLong count, int step, Money amount, boolean cheque) {}

    /** What a request with this key made, to be compared with the request. */
    record Made(
            DepositNumber number,
            LocalDate until,
            Optional<DepositNumber> takesBack,
            boolean whole,
            String wanted,
            String pieces,
            Money cash,
            String reason) {}

    private final EntityManager em;
    private final Currency currency;

    DepositStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    Optional<Made> made(RequestKey key) {
        return Sql.of("""
                SELECT id, {until} AS until, takes_back, whole, wanted_rows, pieces, cash_rows + difference AS cash, reason
                FROM fees_deposit d WHERE request_key = :key
                """).part("until", SqlDates.of("d.until_date")).with("key", key.toString()).rows(em).stream()
                .findFirst()
                .map(row -> new Made(
                        new DepositNumber(row.number("id")),
                        row.day("until").orElseThrow(),
                        number(row, "takes_back"),
                        row.flag("whole"),
                        row.isNull("wanted_rows") ? "all" : row.text("wanted_rows"),
                        row.text("pieces"),
                        row.money("cash", currency),
                        row.text("reason")));
    }

    /** The text of the rows that a request names, as in {@link Made#wanted}. */
    static String wanted(Optional<Set<Long>> rows) {
        return rows.map(named -> named.stream().sorted().map(String::valueOf).collect(Collectors.joining(" ")))
                .orElse("all");
    }

    Optional<DepositSummary> summary(DepositNumber number) {
        return summaries(Sql.of("d.id = :number").with("number", number.value()), Page.first(1)).stream()
                .findFirst();
    }

    /** Newest first. */
    List<DepositSummary> summaries(Page page) {
        return summaries(ALL, page);
    }

    private List<DepositSummary> summaries(Sql where, Page page) {
        return Sql.of("""
                SELECT d.id, {day} AS day, {until} AS until, d.takes_back, d.cash_rows, d.difference, d.cheques,
                  d.cheque_count, d.to_verify, d.reason, d.recorded_by, d.recorded_at, c.recorded_by AS verified_by,
                  c.recorded_at AS verified_at
                FROM fees_deposit d LEFT JOIN fees_deposit_check c ON c.deposit_id = d.id
                WHERE {where} ORDER BY d.id DESC LIMIT :limit OFFSET :offset
                """)
                .part("day", SqlDates.of("d.deposit_date"))
                .part("until", SqlDates.of("d.until_date"))
                .part("where", where)
                .with("limit", page.limit())
                .with("offset", page.offset())
                .rows(em)
                .stream()
                .map(this::summary)
                .toList();
    }

    private DepositSummary summary(Row row) {
        return new DepositSummary(
                new DepositNumber(row.number("id")),
                row.day("day").orElseThrow(),
                row.day("until").orElseThrow(),
                row.money("cash_rows", currency),
                row.money("difference", currency),
                row.money("cheques", currency),
                row.integer("cheque_count"),
                number(row, "takes_back"),
                row.text("reason"),
                row.text("recorded_by"),
                UtcTimestamp.instant(row.text("recorded_at")),
                row.flag("to_verify"),
                row.isNull("verified_by")
                        ? Optional.empty()
                        : Optional.of(new Verification(
                                row.text("verified_by"), UtcTimestamp.instant(row.text("verified_at")))));
    }

    private static Optional<DepositNumber> number(Row row, String column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(new DepositNumber(row.number(column)));
    }

    /** The number of cheques: one for several accounts has a row for each. */
    private int count(List<Item> cheques) {
        List<Long> rows = cheques.stream()
                .flatMapToLong(item -> item.row().stream())
                .boxed()
                .toList();
        return rows.isEmpty() ? 0 : Sql.of("""
                        SELECT COUNT(DISTINCT j.trans_type = :VOID, COALESCE(r.lead_id, r.id, j.lead_id, j.id))
                        FROM fees_jrl j LEFT JOIN fees_jrl r ON r.id = j.reverses_id WHERE j.id IN (:rows)
                        """).with("rows", rows).count(em);
    }

    Optional<Deposit> find(DepositNumber number) {
        return summary(number)
                .map(summary ->
                        new Deposit(summary, rows(number), differences(number), cash(number), takenBackBy(number)));
    }

    private List<DepositedRow> rows(DepositNumber number) {
        Map<Long, Money> amounts = new HashMap<>();
        Sql.of(
                        "SELECT d.jrl_id, d.amount FROM fees_deposit_row d WHERE d.deposit_id = :number AND d.jrl_id IS NOT NULL")
                .with("number", number.value())
                .rows(em)
                .forEach(row -> amounts.put(row.number("jrl_id"), row.money("amount", currency)));
        return new WaitingQueries(em, currency)
                .money(amounts.keySet().stream().map(Math::toIntExact).toList()).stream()
                        .map(row -> new DepositedRow(row, amounts.get(row.row())))
                        .toList();
    }

    private List<DepositedDifference> differences(DepositNumber number) {
        return Sql.of("""
                SELECT c.id, c.cashier, {day} AS day, d.amount, c.reason
                FROM fees_deposit_row d JOIN fees_cash_count c ON c.id = d.count_id
                WHERE d.deposit_id = :number ORDER BY c.drawer_date, c.cashier, c.id
                """).part("day", SqlDates.of("c.drawer_date")).with("number", number.value()).rows(em).stream()
                .map(row -> new DepositedDifference(
                        row.number("id"),
                        row.text("cashier"),
                        row.day("day").orElseThrow(),
                        row.money("amount", currency),
                        row.text("reason")))
                .toList();
    }

    private Optional<CountedCash> cash(DepositNumber number) {
        return Sql.of("SELECT pieces FROM fees_deposit WHERE id = :number AND pieces <> ''")
                .with("number", number.value())
                .values(em)
                .stream()
                .findFirst()
                .map(pieces -> CountedCash.parse(pieces.toString(), currency));
    }

    private List<DepositNumber> takenBackBy(DepositNumber number) {
        return Sql.of("SELECT id FROM fees_deposit WHERE takes_back = :number ORDER BY id")
                .with("number", number.value())
                .numbers(em)
                .stream()
                .map(DepositNumber::new)
                .toList();
    }

    /** The rows and differences that are in a deposit and have not been taken back. */
    List<Item> items(DepositNumber number) {
        return items(number, ALL);
    }

    /** Those of them whose receipt was voided since, unless the void is in a deposit itself. */
    List<Item> voidedItems(DepositNumber number) {
        return items(number, Sql.of("""
                        EXISTS (SELECT 1 FROM fees_jrl v
                          WHERE v.reverses_id = d.jrl_id AND v.trans_type = :VOID AND NOT {void_in})
                        """).part("void_in", voidIn()));
    }

    private static Sql voidIn() {
        return Sql.of("(MOD((SELECT COUNT(*) FROM fees_deposit_row x WHERE x.jrl_id = v.id), 2) = 1)");
    }

    private List<Item> items(DepositNumber number, Sql condition) {
        return Sql.of("""
                SELECT d.jrl_id, d.count_id, d.step, d.amount, CASE WHEN j.method = 'cheque' THEN 1 ELSE 0 END AS cheque
                FROM fees_deposit_row d LEFT JOIN fees_jrl j ON j.id = d.jrl_id
                WHERE d.deposit_id = :number AND {condition}
                  AND NOT EXISTS (SELECT 1 FROM fees_deposit_row l WHERE l.jrl_id = d.jrl_id AND l.step > d.step)
                  AND NOT EXISTS (SELECT 1 FROM fees_deposit_row l WHERE l.count_id = d.count_id AND l.step > d.step)
                ORDER BY d.id
                """).part("condition", condition).with("number", number.value()).rows(em).stream()
                .map(row -> new Item(
                        optional(row, "jrl_id"),
                        optional(row, "count_id"),
                        row.integer("step"),
                        row.money("amount", currency),
                        row.flag("cheque")))
                .toList();
    }

    private static OptionalLong optional(Row row, String column) {
        return row.isNull(column) ? OptionalLong.empty() : OptionalLong.of(row.number(column));
    }

    /** The step at which each of these rows, or counts, goes into its next deposit. */
    Map<Long, Integer> nextSteps(String column, List<Long> numbers) {
        Map<Long, Integer> steps = new HashMap<>();
        numbers.forEach(number -> steps.put(number, 0));
        if (!numbers.isEmpty()) {
            Sql.of("""
                    SELECT d.{column} AS subject, MAX(d.step) + 1 AS next FROM fees_deposit_row d
                    WHERE d.{column} IN (:numbers) GROUP BY d.{column}
                    """)
                    .part("column", column)
                    .with("numbers", numbers)
                    .rows(em)
                    .forEach(row -> steps.put(row.number("subject"), row.integer("next")));
        }
        return steps;
    }

    /** See the column of the same name. */
    long settledTo() {
        return Sql.of("""
                SELECT COALESCE((SELECT settled_to FROM fees_deposit ORDER BY id DESC LIMIT 1),
                  (SELECT value FROM fees_counter WHERE name = 'deposit_jrl'), 0) AS settled_to
                """).count(em);
    }

    /** Adds a deposit under the next number. The series must be locked. */
    DepositNumber add(NewDeposit deposit, Instant now) {
        int number = Counter.DEPOSIT.next(em, 1);
        List<Item> cheques = deposit.items().stream().filter(Item::cheque).toList();
        Sql.of("""
                INSERT INTO fees_deposit (id, request_key, deposit_date, until_date, takes_back, whole, cash_rows,
                  difference, cheques, cheque_count, pieces, wanted_rows, to_verify, settled_to, reason, recorded_at,
                  recorded_by)
                VALUES (:number, :key, :date, :until, :takesBack, :whole, :cashRows,
                  :difference, :cheques, :chequeCount, :pieces, :wanted, :toVerify, :settledTo, :reason, :now, :user)
                """)
                .with("number", number)
                .with("key", deposit.key().toString())
                .with("date", deposit.date())
                .with("until", deposit.until())
                .with("takesBack", deposit.takesBack().map(DepositNumber::value).orElse(null))
                .with("whole", deposit.whole() ? 1 : 0)
                .with(
                        "cashRows",
                        sum(deposit.items().stream()
                                .filter(item -> item.row().isPresent() && !item.cheque())
                                .toList()))
                .with(
                        "difference",
                        sum(deposit.items().stream()
                                .filter(item -> item.count().isPresent())
                                .toList()))
                .with("cheques", sum(cheques))
                .with("chequeCount", count(cheques))
                .with("pieces", deposit.cash().map(CountedCash::text).orElse(""))
                .with("wanted", deposit.wanted().isPresent() ? wanted(deposit.wanted()) : null)
                .with("toVerify", deposit.toVerify() ? 1 : 0)
                .with("settledTo", deposit.settledTo())
                .with("reason", deposit.reason())
                .with("now", UtcTimestamp.text(now))
                .with("user", deposit.actor().name())
                .update(em);
        deposit.items().forEach(item -> add(number, item));
        return new DepositNumber(number);
    }

    private BigDecimal sum(List<Item> items) {
        return items.stream()
                .map(Item::amount)
                .reduce(Money.zero(currency), Money::plus)
                .amount();
    }

    private void add(int deposit, Item item) {
        Sql.of("""
                INSERT INTO fees_deposit_row (deposit_id, jrl_id, count_id, step, amount)
                VALUES (:deposit, :row, :count, :step, :amount)
                """)
                .with("deposit", deposit)
                .with("row", item.row().isPresent() ? item.row().getAsLong() : null)
                .with("count", item.count().isPresent() ? item.count().getAsLong() : null)
                .with("step", item.step())
                .with("amount", item.amount().amount())
                .update(em);
    }

    /** The deposit that a request with this key verified. */
    Optional<DepositNumber> verified(RequestKey key) {
        return Sql.of("SELECT deposit_id FROM fees_deposit_check WHERE request_key = :key")
                .with("key", key.toString())
                .numbers(em)
                .stream()
                .findFirst()
                .map(DepositNumber::new);
    }

    void verify(DepositNumber number, RequestKey key, Actor actor, Instant now) {
        Sql.of("""
                INSERT INTO fees_deposit_check (deposit_id, request_key, recorded_at, recorded_by)
                VALUES (:number, :key, :now, :user)
                """)
                .with("number", number.value())
                .with("key", key.toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", actor.name())
                .update(em);
    }

    /** The deposits that these rows of the journal are in. */
    Map<Long, DepositNumber> depositsOf(List<Long> rows) {
        Map<Long, DepositNumber> found = new HashMap<>();
        if (!rows.isEmpty()) {
            Sql.of("""
                    SELECT d.jrl_id, MAX(d.deposit_id) AS deposit FROM fees_deposit_row d
                    WHERE d.jrl_id IN (:rows) GROUP BY d.jrl_id
                    """)
                    .with("rows", rows)
                    .rows(em)
                    .forEach(row -> found.put(row.number("jrl_id"), new DepositNumber(row.number("deposit"))));
        }
        return found;
    }

    /** The items for these rows and differences, each at its next step. */
    List<Item> items(List<MoneyRow> rows, Map<Long, Money> differences) {
        Map<Long, Integer> rowSteps =
                nextSteps("jrl_id", rows.stream().map(MoneyRow::row).toList());
        Map<Long, Integer> countSteps = nextSteps(
                "count_id",
                differences.keySet().stream().sorted(Comparator.naturalOrder()).toList());
        List<Item> items = new ArrayList<>();
        rows.forEach(row -> items.add(new Item(
                OptionalLong.of(row.row()),
                OptionalLong.empty(),
                rowSteps.get(row.row()),
                row.amount(),
                !row.isCash())));
        differences.forEach((count, amount) -> items.add(
                new Item(OptionalLong.empty(), OptionalLong.of(count), countSteps.get(count), amount, false)));
        return items;
    }
}
