package org.openadmin.fees.internal.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
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
