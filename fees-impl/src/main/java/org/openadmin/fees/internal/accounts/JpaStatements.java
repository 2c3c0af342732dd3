package org.openadmin.fees.internal.accounts;

import java.util.Currency;
import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.AccountStatement.Line;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.search.PersonQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One student's account, even if the student is no longer in the portal. */
@Component
public final class JpaStatements implements Statements {

    private static final int MAX_LIMIT = 1_000;

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaStatements(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public SearchResult search(Actor reader, String query, int limit) {
        reader.require(Role.VIEW);
        int most = Math.max(1, Math.min(limit, MAX_LIMIT));
        PersonQuery wanted = PersonQuery.of(query);
        Currency currency = settings.current().currency();
        return transactions.read(em -> new AccountSearchQueries(em, currency).search(wanted, most));
    }

    @Override
    public AccountHolder holder(Actor reader, StudentNumber student) {
        reader.require(Role.VIEW);
        return transactions.read(em -> holder(em, student));
    }

    private static AccountHolder holder(EntityManager em, StudentNumber student) {
        return new AccountHolderQueries(em)
                .find(student)
                .orElseThrow(() -> new UnknownStudentException(List.of(student)));
    }

    @Override
    public AccountStatement statement(StatementRequest request) {
        request.actor().require(Role.VIEW);
        Currency currency = settings.current().currency();
        return transactions.read(em -> {
            AccountHolder holder = holder(em, request.student());
            StatementQueries account = new StatementQueries(em, currency);
            Money opening = account.before(request.student(), request.from());
            List<Line> lines = account.between(request.student(), request.from(), request.to(), opening);
            return new AccountStatement(
                    holder.student(),
                    request.from(),
                    request.to(),
                    opening,
                    shown(lines, request.actor()),
                    closing(lines, opening));
        });
    }

    @Override
    public AccountHistory history(Actor reader, StudentNumber student) {
        reader.require(Role.VIEW);
        Currency currency = settings.current().currency();
        return transactions.read(em -> {
            AccountHolder holder = holder(em, student);
            List<Line> lines = new StatementQueries(em, currency).all(student);
            Money zero = Money.zero(currency);
            Money outstanding = lines.stream()
                    .map(Line::entry)
                    .filter(JournalEntry::isOutstanding)
                    .map(JournalEntry::total)
                    .reduce(zero, Money::plus);
            return new AccountHistory(
                    holder.student(),
                    new AccountBalance(student, closing(lines, zero), outstanding),
                    shown(lines, reader));
        });
    }

    private static List<Line> shown(List<Line> lines, Actor reader) {
        return lines.stream()
                .map(line -> new Line(line.entry().shownTo(reader), line.balance()))
                .toList();
    }

    private static Money closing(List<Line> lines, Money opening) {
        return lines.isEmpty() ? opening : lines.get(lines.size() - 1).balance();
    }
}
