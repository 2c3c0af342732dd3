package org.openadmin.fees.internal.postings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.postings.MissingAccountsException;
import org.openadmin.fees.api.postings.NothingToPostException;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.PostingPreview;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.internal.ledger.PostedAccountQueries;
import org.openadmin.fees.internal.ledger.PostedAccountQueries.Change;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.postings.PostingStore.NewPosting;
import org.openadmin.fees.internal.postings.UnpostedQueries.Unposted;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.postings.DoubleEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Posts to the books, one posting at a time: each locks the series of postings by an update, also on a cluster, before it reads. It then
 * reads the journal as it is at one moment; a row that is committed later comes with the next posting. No payment waits for it.
 */
@Component
public final class JpaPostings implements Postings {

    /** In an account of a hundred rows, this many are some megabytes. */
    private static final int STUDENTS_PER_QUERY = 500;

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaPostings(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    /** What is left to post. */
    private record Draft(List<Unposted> rows, List<Change> changes, DoubleEntry.Result books) {}

    @Override
    public PostingPreview preview(Actor reader, LocalDate until) {
        reader.require(Role.VIEW);
        requireNotLater(Dates.require(until));
        // in one transaction, so that everything is of one moment
        return transactions.write(em -> preview(em, until));
    }

    private PostingPreview preview(EntityManager em, LocalDate until) {
        Draft draft = draft(em, until);
        UnpostedQueries unposted = new UnpostedQueries(em, currency(), until);
        return new PostingPreview(
                until,
                draft.rows().size(),
                draft.rows().isEmpty() ? 0 : unposted.late(),
                unposted.undated(),
                draft.books().lines(),
                draft.books().missing(),
                zero());
    }

    @Override
    public int unposted(Actor reader, LocalDate until) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new UnpostedQueries(em, currency(), Dates.require(until)).count());
    }

    private void requireNotLater(LocalDate until) {
        DateNotAllowedException.requireNotAfter(LocalDate.now(clock), until, Limit.POSTING_AFTER_TODAY);
    }

    private Draft draft(EntityManager em, LocalDate until) {
        UnpostedQueries unposted = new UnpostedQueries(em, currency(), until);
        List<Unposted> rows = unposted.rows();
        List<Change> changes = changes(em, until, rows);
        TreeMap<LocalDate, Money> outstanding = new TreeMap<>();
        changes.forEach(change -> outstanding.merge(change.day(), change.outstanding(), Money::plus));
        return new Draft(rows, changes, doubleEntry().of(unposted.groups(), outstanding));
    }

    private List<Change> changes(EntityManager em, LocalDate until, List<Unposted> rows) {
        List<Integer> students =
                rows.stream().map(Unposted::student).distinct().sorted().toList();
        List<Change> changes = new ArrayList<>();
        PostedAccountQueries accounts = new PostedAccountQueries(em, currency(), until);
        for (int from = 0; from < students.size(); from += STUDENTS_PER_QUERY) {
            changes.addAll(
                    accounts.changes(students.subList(from, Math.min(students.size(), from + STUDENTS_PER_QUERY))));
        }
        return changes;
    }

    private DoubleEntry doubleEntry() {
        Settings current = settings.current();
        return new DoubleEntry(current.accounts(), current.locale(), zero());
    }

    @Override
    public Posting post(PostingRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> post(request, command));
    }

    private Posting post(PostingRequest request, AuditedCommand command) {
        request.actor().require(Role.BILL);
        requireNotLater(request.until());
        return audit.once(
                command,
                Counter.POSTING::lock,
                em -> new PostingStore(em, currency()).find(request),
                em -> make(em, request),
                posting -> Optional.of(
                        new AuditSubject(Kind.POSTING, posting.number().value())));
    }

    private Posting make(EntityManager em, PostingRequest request) {
        Draft draft = draft(em, request.until());
        if (draft.rows().isEmpty()) {
            throw new NothingToPostException(request.until());
        }
        if (!draft.books().missing().isEmpty()) {
            throw new MissingAccountsException(draft.books().missing());
        }
        int number = Counter.POSTING.next(em, 1);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        NewPosting posting = new NewPosting(
                request,
                doubleEntry().narration(number),
                draft.rows(),
                draft.changes(),
                draft.books().lines(),
                draft.books().debits(zero()));
        PostingStore store = new PostingStore(em, currency());
        store.add(number, posting, now);
        return store.find(new PostingNumber(number)).orElseThrow();
    }

    @Override
    public Optional<Posting> posting(Actor reader, PostingNumber number) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new PostingStore(em, currency()).find(number));
    }

    @Override
    public Optional<Posting> posting(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new PostingStore(em, currency()).find(key));
    }

    @Override
    public List<PostingSummary> postings(Actor reader, Page page) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new PostingStore(em, currency()).list(page));
    }

    private Currency currency() {
        return settings.current().currency();
    }

    private Money zero() {
        return Money.zero(currency());
    }
}
