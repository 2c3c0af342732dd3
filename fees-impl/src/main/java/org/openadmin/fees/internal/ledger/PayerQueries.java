package org.openadmin.fees.internal.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.internal.persistence.Sql;

/** The payers, and which rows of the journal belong to an account. */
public final class PayerQueries {

    private final EntityManager em;

    public PayerQueries(EntityManager em) {
        this.em = em;
    }

    /**
     * The condition that a column is the number of an account: a student's, or that of a payer, which is negative. Old rows may have
     * zero or another number below it; they belong to no account.
     *
     * @param column such as {@code j.studnum}
     */
    public static Sql isAccount(String column) {
        return Sql.of("({column} > 0 OR {column} IN (SELECT -payer.id FROM fees_payer payer))")
                .part("column", column);
    }

    /**
     * What a transfer depends on.
     *
     * @param mayOwe false for a fund
     * @param active whether charges can be transferred to the payer
     */
    public record PayerState(boolean mayOwe, boolean active) {}

    /**
     * The state of a payer.
     *
     * @throws UnknownStudentException if there is no such payer
     */
    public PayerState state(PayerNumber number) {
        return Sql.of("""
                SELECT p.may_owe, CASE WHEN p.closed_at IS NULL THEN 1 ELSE 0 END AS active
                FROM fees_payer p WHERE p.id = :number
                """).with("number", number.value()).rows(em).stream()
                .map(row -> new PayerState(row.flag("may_owe"), row.flag("active")))
                .findFirst()
                .orElseThrow(() -> new UnknownStudentException(List.of(number)));
    }

    /** Those of these accounts that are payers', by number. */
    public Map<AccountNumber, StudentSnapshot> find(Collection<? extends AccountNumber> accounts) {
        List<Integer> numbers = accounts.stream()
                .filter(PayerNumber.class::isInstance)
                .map(account -> -account.journalNumber())
                .toList();
        return numbers.isEmpty()
                ? Map.of()
                : read(Sql.of("SELECT p.id, p.name FROM fees_payer p WHERE p.id IN (:numbers)")
                        .with("numbers", numbers));
    }

    /** All payers, by number. */
    public Map<AccountNumber, StudentSnapshot> all() {
        return read(Sql.of("SELECT p.id, p.name FROM fees_payer p"));
    }

    private Map<AccountNumber, StudentSnapshot> read(Sql payers) {
        Map<AccountNumber, StudentSnapshot> found = new TreeMap<>();
        payers.rows(em).forEach(row -> {
            PayerNumber number = new PayerNumber(row.integer("id"));
            found.put(number, new StudentSnapshot(number, row.text("name"), "", ""));
        });
        return found;
    }
}
