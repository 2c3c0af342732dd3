package org.openadmin.fees.internal.ledger;

import org.openadmin.fees.internal.persistence.Sql;

/**
 * The kind of the act that the row {@code j} belongs to, in SQL. The charges that a split or a transfer made are rows of that act and no
 * charges of their own: nobody was billed anew. A part is of the account of the charge that it came from, a transferred charge of another.
 */
public final class ArrangedRows {

    /** How often a part is split, or put together and split, before it is no longer followed. */
    private static final int MAX_DEPTH = 4;

    private ArrangedRows() {}

    /** The charge {@code o} that the row {@code j} came from, for {@link #kind()}. Rows that came from none look nothing up. */
    public static Sql origin() {
        return Sql.of("LEFT JOIN fees_jrl o ON j.trans_type = :CHARGE AND o.id = j.origin_id");
    }

    /**
     * Whether the charge {@code c} was not reversed, where {@code r} is the row that reversed or split it: of a split charge, whether any
     * of its parts was not. A part that was split again so often that nobody does it counts as not reversed.
     */
    public static Sql notReversed() {
        return Sql.of("(r.id IS NULL OR r.trans_type = :SPLIT AND {parts})").part("parts", anyPart("c", "r", 1));
    }

    /** The row {@code r} that reversed or split the charge {@code c}, if there is one. */
    public static Sql reversal() {
        return Sql.of("LEFT JOIN fees_jrl r ON r.id = c.paid_id AND r.trans_type IN (:REVERSAL, :SPLIT)");
    }

    private static Sql anyPart(String charge, String split, int depth) {
        if (depth > MAX_DEPTH) {
            return Sql.of("TRUE");
        }
        String part = "p" + depth;
        String by = "s" + depth;
        return Sql.of("""
                EXISTS (SELECT 1 FROM fees_jrl {part}
                  LEFT JOIN fees_jrl {by} ON {by}.id = {part}.paid_id AND {by}.trans_type IN (:REVERSAL, :SPLIT)
                  WHERE {part}.origin_id = {charge}.id AND {part}.correction_id = {split}.correction_id AND {part}.trans_type = :CHARGE
                    AND ({by}.id IS NULL OR {by}.trans_type = :SPLIT AND {parts}))
                """)
                .part("part", part)
                .part("by", by)
                .part("charge", charge)
                .part("split", split)
                .part("parts", anyPart(part, by, depth + 1));
    }

    /**
     * Charges and the parts that they were split into, as a table in brackets: {@code id}, {@code paid_id}, and {@code root}, the charge that a part
     * came from.
     *
     * @param first selects {@code id} and {@code paid_id} of the charges
     */
    public static Sql withParts(Sql first) {
        return Sql.of("""
                (WITH RECURSIVE families AS (
                  SELECT first.id, first.paid_id, first.id AS root FROM ({first}) first
                  UNION
                  SELECT p.id, p.paid_id, f.root FROM families f
                  STRAIGHT_JOIN fees_jrl s ON s.id = f.paid_id AND s.trans_type = :SPLIT
                  STRAIGHT_JOIN fees_jrl p ON p.origin_id = f.id AND p.correction_id = s.correction_id AND p.trans_type = :CHARGE)
                SELECT id, paid_id, root FROM families)
                """).part("first", first);
    }

    /** 1 if the charge {@code c}, settled by {@code p} if by any row, was reversed, waived, split or transferred; otherwise 0. */
    public static Sql corrected() {
        return Sql.of("""
                CASE WHEN p.trans_type IN (:REVERSAL, :WAIVER, :SPLIT, :TRANSFER) OR EXISTS (
                  SELECT 1 FROM fees_jrl r
                  WHERE r.reverses_id = c.id AND r.trans_type IN (:REVERSAL, :WAIVER)) THEN 1 ELSE 0 END
                """);
    }

    /** The kind of the row, or of the act that made the charge. */
    public static Sql kind() {
        return Sql.of("""
                (CASE WHEN j.trans_type = :CHARGE AND j.origin_id IS NOT NULL
                  THEN CASE WHEN o.studnum = j.studnum THEN :SPLIT ELSE :TRANSFER END ELSE j.trans_type END)
                """);
    }
}
