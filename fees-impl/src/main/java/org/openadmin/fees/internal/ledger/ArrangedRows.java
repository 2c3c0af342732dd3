package org.openadmin.fees.internal.ledger;

import org.openadmin.fees.internal.persistence.Sql;

/**
 * The kind of the act that the row {@code j} belongs to, in SQL. The charges that a split or a transfer made are rows of that act and no
 * charges of their own: nobody was billed anew. A part is of the account of the charge that it came from, a transferred charge of another.
 */
public final class ArrangedRows {

    private ArrangedRows() {}

    /** The charge {@code o} that the row {@code j} came from, for {@link #kind()}. Rows that came from none look nothing up. */
    public static Sql origin() {
        return Sql.of("LEFT JOIN fees_jrl o ON j.trans_type = :CHARGE AND o.id = j.origin_id");
    }

    /** The kind of the row, or of the act that made the charge. */
    public static Sql kind() {
        return Sql.of("""
                (CASE WHEN j.trans_type = :CHARGE AND j.origin_id IS NOT NULL
                  THEN CASE WHEN o.studnum = j.studnum THEN :SPLIT ELSE :TRANSFER END ELSE j.trans_type END)
                """);
    }
}
