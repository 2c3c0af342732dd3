package org.openadmin.fees.spi.search;

import java.util.Comparator;
import java.util.Optional;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.Statements.AccountHolder;
import org.openadmin.fees.api.accounts.Statements.State;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.spi.search.PersonQuery.Hit;

/**
 * A match of a search with its place among the results: by what matched, then active students before withdrawn ones and those
 * who are gone, then by how well it matched, then by name.
 */
public record Ranked<T>(T item, State state, Hit hit, NameOrder name) implements Comparable<Ranked<?>> {

    private static final Comparator<Ranked<?>> ORDER = Comparator.<Ranked<?>>comparingInt(match -> match.hit.group())
            .thenComparing(match -> match.state)
            .thenComparingInt(match -> match.hit.rank())
            .thenComparing(match -> match.name);

    /** The student, if the query matches. */
    public static Optional<Ranked<Student>> of(Student student, PersonQuery query) {
        return query.match(student).map(hit -> new Ranked<>(student, state(student), hit, NameOrder.of(student)));
    }

    /** A student who is only in the journal, if the query matches. */
    public static Optional<Ranked<AccountHolder>> ofGone(StudentSnapshot student, PersonQuery query) {
        return query.match(student).map(hit -> of(new AccountHolder(student, State.NOT_IN_HOST), hit));
    }

    /** A payer, if the query matches. */
    public static Optional<Ranked<AccountHolder>> ofPayer(StudentSnapshot payer, PersonQuery query) {
        return query.match(payer).map(hit -> of(new AccountHolder(payer, State.PAYER), hit));
    }

    /** The student of a payment with this reference. */
    public static Ranked<AccountHolder> byReference(AccountHolder holder, String reference) {
        return of(holder, new Hit(MatchedBy.reference(reference), 0));
    }

    private static Ranked<AccountHolder> of(AccountHolder holder, Hit hit) {
        return new Ranked<>(holder, holder.state(), hit, NameOrder.of(holder.student()));
    }

    /** The account of a student who matches. */
    public static Ranked<AccountHolder> account(Ranked<Student> match) {
        AccountHolder holder = new AccountHolder(match.item.snapshot(), match.state);
        return new Ranked<>(holder, match.state, match.hit, match.name);
    }

    private static State state(Student student) {
        return student.active() ? State.ACTIVE : State.WITHDRAWN;
    }

    @Override
    public int compareTo(Ranked<?> other) {
        return ORDER.compare(this, other);
    }
}
