package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.AccountLines.Line;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The rows of one account, each with the balance after it. Counts, sums and the sequence of the rows come from the index
 * fees_jrl_student alone; only the rows shown are read from the table.
 */
public final class StatementQueries {

    private final EntityManager em;
    private final Currency currency;

    public StatementQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** How many transactions and unsettled charges an account has. */
    public record Counts(int transactions, int outstanding) {}

    /** The balance before a period, the number of its rows, and their sum. */
    public record Sums(Money opening, int transactions, Money change) {}

    public Counts counts(AccountNumber student) {
        Row row = Sql.of("""
                SELECT COUNT(*) AS transactions,
                       COALESCE(SUM(j.trans_type = :CHARGE AND {unsettled}), 0) AS outstanding
                FROM {journal} WHERE j.studnum = :student
                """)
                .part("unsettled", JournalIndex.UNSETTLED)
                .part("journal", JournalIndex.STUDENT.table())
                .with("student", student.journalNumber())
                .row(em);
        return new Counts(row.integer("transactions"), row.integer("outstanding"));
    }

    /** A row without a date comes before every day. */
    public Sums sums(AccountNumber student, LocalDate from, LocalDate to) {
        Row row = Sql.of("""
                SELECT SUM(CASE WHEN {before} THEN j.total END) AS opening,
                       COALESCE(SUM(NOT {before}), 0) AS transactions,
                       SUM(CASE WHEN NOT {before} THEN j.total END) AS period_change
                FROM {journal}
                WHERE j.studnum = :student AND (j.trans_date <= :to OR j.trans_date IS NULL)
                """)
                .part("before", before(from))
                .part("journal", JournalIndex.STUDENT.table())
                .with("student", student.journalNumber())
                .with("to", to)
                .row(em);
        return new Sums(
                row.money("opening", currency), row.integer("transactions"), row.money("period_change", currency));
    }

    private static Sql before(LocalDate day) {
        return Sql.of("(j.trans_date IS NULL OR j.trans_date < :day)").with("day", day);
    }

    /** One page. The rows and the balance before them are read in one statement, so that they always belong together. */
    public AccountLines page(AccountPeriod period, Page page) {
        List<Row> rows = Sql.of("""
                SELECT shown.id, earlier.opening FROM (
                    {sequence} LIMIT :limit OFFSET :offset
                ) shown CROSS JOIN (
                    SELECT SUM(skipped.total) AS opening FROM ({sequence} LIMIT :offset) skipped
                ) earlier
                ORDER BY shown.trans_date, shown.id
                """)
                .part("sequence", sequence(period))
                .with("limit", page.limit())
                .with("offset", page.offset())
                .rows(em);
        Money opening = opening(period);
        if (rows.isEmpty()) {
            return new AccountLines(opening.plus(sum(where(period))), List.of(), List.of());
        }
        return lines(
                period.student(),
                rows.stream().map(row -> row.integer("id")).toList(),
                opening.plus(rows.get(0).money("opening", currency)));
    }

    private static Sql sequence(AccountPeriod period) {
        return Sql.of("""
                SELECT j.id, j.trans_date, j.total FROM {journal} WHERE {where}
                ORDER BY j.trans_date, j.id
                """).part("journal", JournalIndex.STUDENT.table()).part("where", where(period));
    }

    private static Sql where(AccountPeriod period) {
        return Sql.of("j.studnum = :student")
                .with("student", period.student().journalNumber())
                .and("j.trans_date >= :from", period.from())
                .and("j.trans_date <= :to", period.to());
    }

    /** The balance before a period. */
    public Money opening(AccountPeriod period) {
        return period.from()
                .map(day -> sum(Sql.of("j.studnum = :student")
                        .with("student", period.student().journalNumber())
                        .and(before(day))))
                .orElseGet(() -> Money.zero(currency));
    }

    private Money sum(Sql where) {
        return Sql.of("SELECT SUM(j.total) AS balance FROM {journal} WHERE {where}")
                .part("journal", JournalIndex.STUDENT.table())
                .part("where", where)
                .row(em)
                .money("balance", currency);
    }

    /** The numbers of all rows of a period, in sequence: a few bytes for each. */
    public List<Integer> ids(AccountPeriod period) {
        return Sql.of("SELECT ordered.id FROM ({sequence}) ordered ORDER BY ordered.trans_date, ordered.id")
                .part("sequence", sequence(period))
                .numbers(em);
    }

    /** The rows with these numbers, which follow each other. */
    public AccountLines lines(AccountNumber student, List<Integer> ids, Money opening) {
        List<JournalEntry> entries = JournalRowView.entries(em, currency, ids);
        List<Line> lines = new ArrayList<>();
        Money balance = opening;
        for (JournalEntry entry : entries) {
            balance = balance.plus(entry.total());
            lines.add(new Line(entry, balance));
        }
        return new AccountLines(opening, lines, related(student, entries));
    }

    /** Rows of other accounts are left out: the origin of a payer's charge, and what damaged old data refers to. */
    private List<JournalEntry> related(AccountNumber student, List<JournalEntry> entries) {
        Set<Integer> ids = new HashSet<>(settled(student, entries));
        entries.stream()
                .flatMap(entry -> Stream.of(
                        entry.reverses(),
                        entry.settledBy(),
                        entry.voidedBy(),
                        entry.links().origin()))
                .filter(id -> id.isPresent() && id.getAsLong() <= Integer.MAX_VALUE)
                .forEach(id -> ids.add((int) id.getAsLong()));
        entries.forEach(entry -> ids.remove((int) entry.id()));
        return JournalRowView.entries(em, currency, ids.stream().sorted().toList()).stream()
                .filter(entry -> entry.student()
                        .filter(who -> who.number().equals(student))
                        .isPresent())
                .toList();
    }

    /** The charges that the payments among these rows settle. */
    private List<Integer> settled(AccountNumber student, List<JournalEntry> entries) {
        List<Long> payments = entries.stream()
                .filter(entry -> entry.kind().isReceipt())
                .map(JournalEntry::id)
                .toList();
        if (payments.isEmpty()) {
            return List.of();
        }
        return Sql.of("""
                SELECT j.id FROM {journal}
                WHERE j.trans_type = :CHARGE AND j.paid_id IN (:payments) AND j.studnum = :student
                """)
                .part("journal", JournalIndex.KIND.table())
                .with("payments", payments)
                .with("student", student.journalNumber())
                .numbers(em);
    }
}
