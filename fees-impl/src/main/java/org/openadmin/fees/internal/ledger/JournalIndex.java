package org.openadmin.fees.internal.ledger;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The index that a list or a sum of the journal reads. The optimiser is told: with a limit it often takes the order's index where few rows
 * match, and reads a million entries for one page.
 */
public enum JournalIndex {
    DAY("fees_jrl_day", "trans_date"),
    KIND("fees_jrl_kind", ""),
    STUDENT("fees_jrl_student", "studnum"),
    AMOUNT("fees_jrl_amount", "total"),
    BALANCE("fees_jrl_balance", ""),
    BATCH("fees_jrl_batch", "");

    private static final Set<EntryKind> FREQUENT = EnumSet.of(EntryKind.CHARGE, EntryKind.PAYMENT);

    private final String name;
    private final String column;

    JournalIndex(String name, String column) {
        this.name = name;
        this.column = column;
    }

    /** The journal, read through this index. */
    public String table() {
        return "fees_jrl j FORCE INDEX (" + name + ")";
    }

    /** The index in the order's own sequence. */
    public static JournalIndex of(Order order) {
        return switch (order) {
            case DATE -> DAY;
            case STUDENT -> STUDENT;
            case AMOUNT -> AMOUNT;
        };
    }

    /** The column that an order sorts by. */
    public static String column(Order order) {
        return "j." + of(order).column;
    }

    /** The index that has the fewest entries to read in all, when everything that matches is read. */
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

    /** Whether the narrowest index gives the rows in the order of the query. */
    public boolean isInOrderOf(JournalQuery query) {
        return this == of(query.order()) || this == KIND && query.outstandingOnly() && query.order() == Order.DATE;
    }

    /** Whether this index leaves out anything that does not match. */
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

    /** Adds what the rows must fulfil. */
    public static Sql where(Sql sql, JournalQuery query) {
        sql.add("WHERE TRUE");
        query.from().ifPresent(from -> sql.add("AND j.trans_date >= ?", from.toString()));
        query.to().ifPresent(to -> sql.add("AND j.trans_date <= ?", to.toString()));
        query.student().ifPresent(student -> sql.add("AND j.studnum = ?", student.value()));
        query.batch().ifPresent(batch -> sql.add("AND j.batch_id = ?", batch.value()));
        if (!query.kinds().isEmpty()) {
            sql.add("AND (" + kinds(query.kinds()) + ")");
        }
        return query.outstandingOnly() ? sql.add("AND j.trans_type = 'chg' AND j.paid_id IS NULL") : sql;
    }

    private static String kinds(Set<EntryKind> kinds) {
        Set<EntryKind> ours = EnumSet.copyOf(kinds);
        boolean other = ours.remove(EntryKind.OTHER);
        String none = "j.trans_type IS NULL OR j.trans_type NOT IN "
                + codes(EnumSet.complementOf(EnumSet.of(EntryKind.OTHER)));
        String listed = "j.trans_type IN " + codes(ours);
        return ours.isEmpty() ? none : other ? listed + " OR " + none : listed;
    }

    public static String codes(Set<EntryKind> kinds) {
        return kinds.stream().map(kind -> "'" + kind.code() + "'").collect(Collectors.joining(",", "(", ")"));
    }
}
