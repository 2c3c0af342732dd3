package org.openadmin.fees.internal.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountStatement.Line;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Sql;

/** The rows of one account, each with the balance after it. */
public final class StatementQueries {

    private final EntityManager em;
    private final Currency currency;

    public StatementQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** The balance at the end of the day before, from the index alone. A row without a date comes before every day. */
    public Money before(StudentNumber student, LocalDate day) {
        return Sql.of("""
                SELECT SUM(j.total) AS balance FROM {journal}
                WHERE j.studnum = :student AND (j.trans_date < :day OR j.trans_date IS NULL)
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .with("student", student.value())
                .with("day", day)
                .row(em)
                .money("balance", currency);
    }

    /** The rows of a period by date and number. */
    public List<Line> between(StudentNumber student, LocalDate from, LocalDate to, Money opening) {
        return lines(
                of(student)
                        .and(Sql.of("j.trans_date BETWEEN :from AND :to")
                                .with("from", from)
                                .with("to", to)),
                opening);
    }

    /** All rows, those without a date first. */
    public List<Line> all(StudentNumber student) {
        return lines(of(student), Money.zero(currency));
    }

    private static Sql of(StudentNumber student) {
        return Sql.of("j.studnum = :student").with("student", student.value());
    }

    private List<Line> lines(Sql where, Money opening) {
        List<Integer> ids = Sql.of("SELECT j.id FROM {journal} WHERE {where} ORDER BY j.trans_date, j.id")
                .part("journal", JournalIndex.STUDENT.table())
                .part("where", where)
                .numbers(em);
        List<Line> lines = new ArrayList<>();
        Money balance = opening;
        for (JournalEntry entry : JournalRowView.entries(em, currency, ids)) {
            balance = balance.plus(entry.total());
            lines.add(new Line(entry, balance));
        }
        return lines;
    }
}
