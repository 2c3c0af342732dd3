package org.openadmin.fees.internal.postings;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingLine.Side;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.internal.ledger.PostedAccountQueries.Change;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.internal.postings.UnpostedQueries.Unposted;

/** The postings. Rows are only added; many at once, as JSON, so that a statement does not grow with them. */
final class PostingStore {

    private static final List<String> OTHER_KEYS = List.of(
            "fees_jrl",
            "fees_batch",
            "fees_correction",
            "fees_closing",
            "fees_cash_count",
            "fees_deposit",
            "fees_deposit_check");

    private static final int ROWS_PER_STATEMENT = 5_000;

    private final EntityManager em;
    private final Currency currency;

    PostingStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * The posting that this request has made.
     *
     * @throws RequestKeyReusedException when the key was used for another request
     */
    Optional<Posting> find(PostingRequest request) {
        Optional<Posting> made = find(request.key());
        boolean reused =
                made.isPresent() ? !made.get().summary().until().equals(request.until()) : usedElsewhere(request.key());
        if (reused) {
            throw new RequestKeyReusedException(request.key());
        }
        return made;
    }

    private boolean usedElsewhere(RequestKey key) {
        List<Sql> others = OTHER_KEYS.stream()
                .map(table -> Sql.of("SELECT request_key FROM {table} WHERE request_key = :key")
                        .part("table", table)
                        .with("key", key.toString()))
                .toList();
        return !Sql.joined("\nUNION ALL\n", others).values(em).isEmpty();
    }

    Optional<Posting> find(RequestKey key) {
        return one(Sql.of("h.request_key = :key").with("key", key.toString()));
    }

    Optional<Posting> find(PostingNumber number) {
        return one(Sql.of("h.id = :number").with("number", number.value()));
    }

    private Optional<Posting> one(Sql where) {
        return summaries(where, new Page(0, 1)).stream()
                .findFirst()
                .map(summary -> new Posting(summary, lines(summary.number())));
    }

    /** Newest first. */
    List<PostingSummary> list(Page page) {
        return summaries(Sql.of("TRUE"), page);
    }

    private List<PostingSummary> summaries(Sql where, Page page) {
        return Sql.of("""
                SELECT h.id, {until} AS until, h.narration, h.journal_rows, h.debits, h.recorded_at, h.recorded_by
                FROM fees_posting h WHERE {where} ORDER BY h.id DESC LIMIT :limit OFFSET :offset
                """)
                .part("until", SqlDates.of("h.until_date"))
                .part("where", where)
                .with("limit", page.limit())
                .with("offset", page.offset())
                .rows(em)
                .stream()
                .map(row -> new PostingSummary(
                        new PostingNumber(row.number("id")),
                        row.day("until").orElseThrow(),
                        row.text("narration"),
                        row.integer("journal_rows"),
                        row.money("debits", currency),
                        UtcTimestamp.instant(row.text("recorded_at")),
                        row.text("recorded_by")))
                .toList();
    }

    private List<PostingLine> lines(PostingNumber number) {
        return Sql.of("""
                SELECT {day} AS day, l.side, l.account, l.account_name, l.text, l.amount
                FROM fees_posting_line l WHERE l.posting_id = :number ORDER BY l.place
                """).part("day", SqlDates.of("l.entry_date")).with("number", number.value()).rows(em).stream()
                .map(this::line)
                .toList();
    }

    private PostingLine line(Row row) {
        return new PostingLine(
                row.day("day").orElseThrow(),
                Side.find(row.text("side")).orElse(Side.OTHER),
                row.text("account"),
                row.text("account_name"),
                row.text("text"),
                row.money("amount", currency));
    }

    /** What is stored of a posting. */
    record NewPosting(
            PostingRequest request,
            String narration,
            List<Unposted> rows,
            List<Change> changes,
            List<PostingLine> lines,
            Money debits) {}

    void add(int number, NewPosting posting, Instant now) {
        Sql.of("""
                INSERT INTO fees_posting (id, request_key, until_date, narration, journal_rows, debits, recorded_at, recorded_by)
                VALUES (:number, :key, :until, :narration, :rows, :debits, :now, :user)
                """)
                .with("number", number)
                .with("key", posting.request().key().toString())
                .with("until", posting.request().until())
                .with("narration", posting.narration())
                .with("rows", posting.rows().size())
                .with("debits", posting.debits().amount())
                .with("now", UtcTimestamp.text(now))
                .with("user", posting.request().actor().name())
                .update(em);
        insert(
                number,
                "INSERT INTO fees_posting_row (posting_id, jrl_id) SELECT :number, t.id {from}",
                "id INT PATH '$[0]'",
                posting.rows().stream().map(row -> json(row.id())).toList());
        insert(
                number,
                """
                INSERT INTO fees_posting_account (posting_id, studnum, entry_date, outstanding, balance)
                SELECT :number, t.studnum, t.day, t.outstanding, t.balance {from}
                """,
                "studnum INT PATH '$[0]', day DATE PATH '$[1]', outstanding DECIMAL(14,2) PATH '$[2]',"
                        + " balance DECIMAL(14,2) PATH '$[3]'",
                posting.changes().stream()
                        .map(change -> json(change.student(), change.day(), change.outstanding(), change.balance()))
                        .toList());
        List<PostingLine> lines = posting.lines();
        insert(
                number,
                """
                INSERT INTO fees_posting_line (posting_id, place, entry_date, side, account, account_name, text, amount)
                SELECT :number, t.place, t.day, t.side, t.account, t.account_name, t.words, t.amount {from}
                """,
                "place INT PATH '$[0]', day DATE PATH '$[1]', side VARCHAR(12) PATH '$[2]', account VARCHAR(32) PATH '$[3]',"
                        + " account_name VARCHAR(159) PATH '$[4]', words VARCHAR(255) PATH '$[5]',"
                        + " amount DECIMAL(14,2) PATH '$[6]'",
                IntStream.range(0, lines.size())
                        .mapToObj(place -> line(place + 1, lines.get(place)))
                        .toList());
    }

    private static String line(int place, PostingLine line) {
        return json(
                place, line.date(), line.side().code(), line.account(), line.accountName(), line.text(), line.amount());
    }

    private void insert(int number, String insert, String columns, List<String> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            List<String> some = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT));
            int added = Sql.of(insert)
                    .part(
                            "from",
                            Sql.of("FROM JSON_TABLE(:json, '$[*]' COLUMNS ({columns})) t")
                                    .part("columns", columns)
                                    .with("json", "[" + String.join(",", some) + "]"))
                    .with("number", number)
                    .update(em);
            if (added != some.size()) {
                throw new IllegalStateException("The database added " + added + " of " + some.size() + " rows");
            }
        }
    }

    private static String json(Object... values) {
        return Arrays.stream(values).map(PostingStore::value).collect(Collectors.joining(",", "[", "]"));
    }

    private static String value(Object value) {
        if (value instanceof Money money) {
            return value(money.amount());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof LocalDate || value instanceof String) {
            return quoted(value.toString());
        }
        return value.toString();
    }

    /** RFC 8259, section 7. */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
