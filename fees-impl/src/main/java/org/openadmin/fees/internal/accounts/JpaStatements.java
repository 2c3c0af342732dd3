package org.openadmin.fees.internal.accounts;

import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.internal.ledger.AccountHolderQueries;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.AccountQueries.Account;
import org.openadmin.fees.internal.ledger.StatementQueries;
import org.openadmin.fees.internal.ledger.StatementQueries.Counts;
import org.openadmin.fees.internal.ledger.StatementQueries.Sums;
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
    private static final int CHUNK_SIZE = 1_000;

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
        return transactions.read(
                em -> new AccountSearchQueries(em, currency, reader.seesPayers()).search(wanted, most));
    }

    @Override
    public AccountHolder holder(Actor reader, AccountNumber student) {
        reader.requireAccount(student, "Statements.holder");
        return transactions.read(em -> holder(em, student));
    }

    private static AccountHolder holder(EntityManager em, AccountNumber student) {
        return new AccountHolderQueries(em)
                .find(student)
                .orElseThrow(() -> new UnknownStudentException(List.of(student)));
    }

    @Override
    public AccountStatement statement(StatementRequest request) {
        request.actor().requireAccount(request.student(), "Statements.statement");
        Currency currency = settings.current().currency();
        return transactions.read(em -> {
            AccountHolder holder = holder(em, request.student());
            Sums sums = new StatementQueries(em, currency).sums(request.student(), request.from(), request.to());
            return new AccountStatement(
                    holder.student(),
                    request.from(),
                    request.to(),
                    sums.opening(),
                    sums.transactions(),
                    sums.opening().plus(sums.change()));
        });
    }

    @Override
    public AccountHistory history(Actor reader, AccountNumber student) {
        reader.requireAccount(student, "Statements.history");
        Currency currency = settings.current().currency();
        return transactions.read(em -> {
            Account account = new AccountQueries(em, currency).account(student);
            Counts counts = new StatementQueries(em, currency).counts(student);
            return new AccountHistory(
                    account.student(), account.balance(), counts.transactions(), counts.outstanding());
        });
    }

    @Override
    public AccountLines lines(Actor reader, AccountPeriod period, Page page) {
        reader.requireAccount(period.student(), "Statements.lines");
        Currency currency = settings.current().currency();
        AccountLines lines = transactions.read(em -> {
            AccountLines found = new StatementQueries(em, currency).page(period, page);
            if (found.lines().isEmpty()) {
                holder(em, period.student());
            }
            return found;
        });
        return lines.shownTo(reader);
    }

    /** The numbers of the rows are read at once, the rows in chunks; a chunk is read completely before it is passed on. */
    @Override
    public void forEach(Actor reader, AccountPeriod period, Consumer<AccountLines> each) {
        reader.requireAccount(period.student(), "Statements.forEach");
        Currency currency = settings.current().currency();
        holder(reader, period.student());
        Money balance = transactions.read(em -> new StatementQueries(em, currency).opening(period));
        List<Integer> ids = transactions.read(em -> new StatementQueries(em, currency).ids(period));
        int from = 0;
        do {
            List<Integer> chunk = ids.subList(from, Math.min(from + CHUNK_SIZE, ids.size()));
            Money opening = balance;
            AccountLines lines =
                    transactions.read(em -> new StatementQueries(em, currency).lines(period.student(), chunk, opening));
            each.accept(lines.shownTo(reader));
            balance = lines.closing();
            from += CHUNK_SIZE;
        } while (from < ids.size());
    }
}
