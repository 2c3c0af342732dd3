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

/** What happened on one account, with the balance after each row. */
public final class StatementQueries {

    private static final String OLDEST_FIRST = "ORDER BY j.trans_date, j.id";

    private final EntityManager em;
    private final Currency currency;

    public StatementQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** The balance of the evening before, from the index alone. A row without a date is before every day. */
    public Money before(StudentNumber student, LocalDate day) {
        Object sum = new Sql()
                .add(
                        "SELECT SUM(j.total) FROM " + JournalIndex.STUDENT.table() + " WHERE j.studnum = ?",
                        student.value())
                .add("AND (j.trans_date < ? OR j.trans_date IS NULL)", day.toString())
                .values(em)
                .get(0);
        return JournalRowView.money(sum, currency);
    }

    /** The rows of a period by date and number. */
    public List<Line> between(StudentNumber student, LocalDate from, LocalDate to, Money opening) {
        return lines(
                new Sql()
                        .add(
                                "SELECT j.id FROM " + JournalIndex.STUDENT.table() + " WHERE j.studnum = ?",
                                student.value())
                        .add("AND j.trans_date BETWEEN ? AND ?", from.toString(), to.toString())
                        .add(OLDEST_FIRST),
                opening);
    }

    /** All rows, those without a date first. */
    public List<Line> all(StudentNumber student) {
        return lines(
                new Sql()
                        .add(
                                "SELECT j.id FROM " + JournalIndex.STUDENT.table() + " WHERE j.studnum = ?",
                                student.value())
                        .add(OLDEST_FIRST),
                Money.zero(currency));
    }

    private List<Line> lines(Sql ids, Money opening) {
        List<Integer> numbers =
                ids.values(em).stream().map(id -> ((Number) id).intValue()).toList();
        List<Line> lines = new ArrayList<>();
        Money balance = opening;
        for (JournalEntry entry : JournalRowView.records(em, currency, numbers)) {
            balance = balance.plus(entry.total());
            lines.add(new Line(entry, balance));
        }
        return lines;
    }
}
