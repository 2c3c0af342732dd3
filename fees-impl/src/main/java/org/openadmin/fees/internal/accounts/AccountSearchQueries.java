package org.openadmin.fees.internal.accounts;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.Statements.AccountHolder;
import org.openadmin.fees.api.accounts.Statements.AccountMatch;
import org.openadmin.fees.api.accounts.Statements.SearchResult;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.AccountHolderQueries;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.ledger.StudentLookup;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.search.PersonQuery;
import org.openadmin.fees.spi.search.Ranked;

/**
 * The search for accounts: the students in the portal, those who are only in the journal, and those of the payments with a
 * reference. One more query reads the balances of the whole result.
 */
final class AccountSearchQueries {

    /** Half the school may have paid with the same reference, such as the word cash. */
    private static final int MAX_PAYMENTS = 1_000;

    private final EntityManager em;
    private final Currency currency;
    private final AccountHolderQueries holders;
    private final boolean payers;

    /** @param payers whether accounts of payers are found too */
    AccountSearchQueries(EntityManager em, Currency currency, boolean payers) {
        this.em = em;
        this.currency = currency;
        this.holders = new AccountHolderQueries(em);
        this.payers = payers;
    }

    /** See {@link org.openadmin.fees.api.accounts.Statements#search}. */
    SearchResult search(PersonQuery query, int limit) {
        Map<AccountNumber, Found> found = new LinkedHashMap<>();
        Optional<AccountHolder> exact = query.number().filter(this::isVisible).flatMap(holders::find);
        exact.ifPresent(holder -> found.put(holder.student().number(), new Found(holder, MatchedBy.number())));
        List<Ranked<AccountHolder>> others = new ArrayList<>();
        if (exact.isEmpty()) {
            List<Student> current = new HostStudents(em).searched();
            HostStudents.ranked(current, query).forEach(match -> others.add(Ranked.account(match)));
            gone(current).forEach(student -> Ranked.ofGone(student, query).ifPresent(others::add));
            if (payers) {
                new PayerQueries(em).all().values().forEach(payer -> Ranked.ofPayer(payer, query)
                        .ifPresent(others::add));
            }
        }
        others.addAll(byReference(query));
        others.stream()
                .filter(match -> isVisible(match.item().student().number()))
                .sorted()
                .forEach(match -> found.putIfAbsent(
                        match.item().student().number(),
                        new Found(match.item(), match.hit().by())));
        List<Found> first = found.values().stream().limit(limit).toList();
        return new SearchResult(withBalances(first), found.size());
    }

    private boolean isVisible(AccountNumber account) {
        return payers || !(account instanceof PayerNumber);
    }

    private record Found(AccountHolder holder, MatchedBy by) {

        AccountNumber number() {
            return holder.student().number();
        }
    }

    private List<AccountMatch> withBalances(List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<AccountNumber, AccountBalance> balances = new AccountQueries(em, currency)
                .balances(found.stream().map(Found::number).toList());
        return found.stream()
                .map(each -> new AccountMatch(each.holder(), balances.get(each.number()), each.by()))
                .toList();
    }

    /**
     * All students who are only in the journal. Jumps from student to student in the index fees_jrl_student, within the gaps
     * between the numbers of the portal's students.
     */
    private List<StudentSnapshot> gone(List<Student> current) {
        Set<AccountNumber> numbers =
                current.stream().map(Student::number).collect(Collectors.toCollection(TreeSet::new));
        List<StudentSnapshot> gone = Sql.of("""
                SELECT r.studnum, r.student_name, r.student_grade, r.student_homeroom
                FROM (
                  SELECT j.studnum, MAX(j.id) AS latest
                  FROM {journal} WHERE {gaps} GROUP BY j.studnum) a
                JOIN fees_jrl r ON r.id = a.latest
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .part("gaps", within(NumberGaps.between(numbers)))
                .rows(em)
                .stream()
                .map(JournalStudentLookup::record)
                .filter(student -> !numbers.contains(student.number()))
                .toList();
        StudentLookup named = new JournalStudentLookup(
                em,
                gone.stream()
                        .filter(student -> student.name().isEmpty())
                        .map(StudentSnapshot::number)
                        .toList());
        return gone.stream()
                .map(student -> student.name().isEmpty() ? named.snapshot(student.number()) : student)
                .toList();
    }

    private static Sql within(NumberGaps gaps) {
        return Sql.joined(
                " OR ",
                gaps.ranges().stream()
                        .map(range -> Sql.of("j.studnum BETWEEN :first AND :last")
                                .with("first", range.first())
                                .with("last", range.last()))
                        .toList());
    }

    /** The students of the payments with this reference, the latest payment first. */
    private List<Ranked<AccountHolder>> byReference(PersonQuery query) {
        List<String> references = query.references();
        if (references.isEmpty()) {
            return List.of();
        }
        List<Row> payments = Sql.of("""
                SELECT j.studnum, j.reference FROM {journal}
                WHERE j.reference IN (:references) AND j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND {is_account}
                ORDER BY j.id DESC LIMIT :limit
                """)
                .part("is_account", PayerQueries.isAccount("j.studnum"))
                .part("journal", JournalIndex.REFERENCE.table())
                .with("references", references)
                .with("limit", MAX_PAYMENTS)
                .rows(em);
        Set<AccountNumber> paid =
                payments.stream().map(AccountSearchQueries::student).collect(Collectors.toCollection(TreeSet::new));
        Map<AccountNumber, AccountHolder> found = paid.isEmpty() ? Map.of() : holders.find(paid);
        return payments.stream()
                .map(row -> Ranked.byReference(
                        found.get(student(row)), row.text("reference").strip()))
                .toList();
    }

    private static AccountNumber student(Row row) {
        return AccountNumber.ofJournal(row.integer("studnum"));
    }
}
