package org.openadmin.fees.internal.ledger;

import java.util.EnumSet;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The index that a list or a sum of the journal reads. It is forced, because with a limit the optimiser often chooses the index
 * of the sort order when few rows match, and reads a million entries for one page.
 */
public enum JournalIndex {
    DAY("fees_jrl_day", "j.trans_date"),
    KIND("fees_jrl_kind", ""),
    STUDENT("fees_jrl_student", "j.studnum"),
    AMOUNT("fees_jrl_amount", "j.total"),
    BALANCE("fees_jrl_balance", ""),
    BATCH("fees_jrl_batch", ""),
    FEE("fees_jrl_fee", ""),
    REFERENCE("fees_jrl_reference", ""),
    RECORDED("fees_jrl_recorded", "");

    /**
     * The condition that nothing has settled the charge {@code j}. The module leaves the number empty; the old system, on a server
     * that stores an empty text in a column of numbers, wrote 0. The index fees_jrl_kind finds both.
     */
    public static final String UNSETTLED = "(j.paid_id IS NULL OR j.paid_id = 0)";

    /** The journal as {@code j}, read through any index. */
    static final String TABLE = "fees_jrl j";

    private static final Set<EntryKind> FREQUENT = EnumSet.of(EntryKind.CHARGE, EntryKind.PAYMENT);

    private final String name;
    private final String column;

    JournalIndex(String name, String column) {
        this.name = name;
        this.column = column;
    }

    /** The journal as {@code j}, read through this index. */
    public String table() {
        return TABLE + " FORCE INDEX (" + name + ")";
    }

    /** The index that is sorted by this order. */
    public static JournalIndex of(Order order) {
        return switch (order) {
            case DATE -> DAY;
            case STUDENT -> STUDENT;
            case AMOUNT -> AMOUNT;
        };
    }

    /** The column that an order sorts by. */
    public static String column(Order order) {
        return of(order).column;
    }

    /** The index with the fewest entries to read when all matching rows are read. */
    public static JournalIndex narrowest(JournalQuery query) {
        if (query.student().isPresent()) {
            return STUDENT;
        }
        if (query.batch().isPresent()) {
            return BATCH;
        }
        if (query.outstandingOnly() || rare(query)) {
            return KIND;
        }
        return query.from().isPresent() || query.to().isPresent() ? DAY : KIND;
    }

    /** Whether this index gives the rows in the order of the query. */
    public boolean isInOrderOf(JournalQuery query) {
        return this == of(query.order()) || this == KIND && query.outstandingOnly() && query.order() == Order.DATE;
    }

    /** Whether this index skips any rows that do not match. */
    public boolean narrows(JournalQuery query) {
        return switch (this) {
            case KIND -> query.outstandingOnly() || rare(query);
            case DAY -> query.from().isPresent() || query.to().isPresent();
            default -> true;
        };
    }

    private static boolean rare(JournalQuery query) {
        return !query.kinds().isEmpty() && query.kinds().stream().noneMatch(FREQUENT::contains);
    }

    /** The conditions of a query on the row {@code j}. */
    public static Sql where(JournalQuery query) {
        Sql where = Sql.of("TRUE")
                .and("j.trans_date >= :from", query.from())
                .and("j.trans_date <= :to", query.to())
                .and("j.studnum = :student", query.student().map(AccountNumber::journalNumber))
                .and("j.batch_id = :batch", query.batch().map(BatchNumber::value));
        if (!query.kinds().isEmpty()) {
            where = where.and(kinds(query));
        }
        return query.outstandingOnly() ? where.and("j.trans_type = :CHARGE AND " + UNSETTLED) : where;
    }

    /** The condition that the row {@code j} is of a kind in the query. */
    public static Sql kinds(JournalQuery query) {
        return query.kinds().isEmpty() ? Sql.of("TRUE") : anyOf(query.kinds());
    }

    private static Sql anyOf(Set<EntryKind> kinds) {
        EnumSet<EntryKind> ours = EnumSet.copyOf(kinds);
        boolean other = ours.remove(EntryKind.OTHER);
        Sql none = noneOf(EnumSet.complementOf(EnumSet.of(EntryKind.OTHER)));
        if (ours.isEmpty()) {
            return none;
        }
        Sql listed = Sql.of("j.trans_type IN ({codes})").part("codes", codes(ours));
        return other ? Sql.of("({listed} OR {none})").part("listed", listed).part("none", none) : listed;
    }

    private static Sql noneOf(Set<EntryKind> kinds) {
        return Sql.of("(j.trans_type IS NULL OR j.trans_type NOT IN ({codes}))").part("codes", codes(kinds));
    }

    private static Sql codes(Set<EntryKind> kinds) {
        return Sql.joined(
                ", ", kinds.stream().map(kind -> Sql.of(":" + kind.name())).toList());
    }
}
