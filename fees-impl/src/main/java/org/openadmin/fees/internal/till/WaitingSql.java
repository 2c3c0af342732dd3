package org.openadmin.fees.internal.till;

import org.openadmin.fees.internal.persistence.Sql;

/**
 * The rows of the journal that wait to be deposited: cash and cheques that are in no deposit and were not voided, cash that was
 * paid back, and voids of receipts that are in a deposit. Where a void is in a deposit and its receipt is not, because the receipt was
 * taken back, the receipt waits.
 */
final class WaitingSql {

    /** Where the search begins: all earlier rows are in a deposit or were voided before, or are older than deposits. */
    private static final String AFTER = """
            COALESCE((SELECT settled_to FROM fees_deposit ORDER BY id DESC LIMIT 1),
              (SELECT value FROM fees_counter WHERE name = 'deposit_jrl'), 0)
            """;

    private WaitingSql() {}

    /** The condition that a row of the journal is in a deposit. */
    static Sql deposited(String row) {
        return Sql.of("(MOD((SELECT COUNT(*) FROM fees_deposit_row d WHERE d.jrl_id = {row}.id), 2) = 1)")
                .part("row", row);
    }

    /**
     * The tables and conditions, from FROM on. The row is {@code j}; a void is {@code :VOID}, and the receipt that it voids {@code r}.
     */
    static Sql waiting() {
        return Sql.of("""
                FROM fees_jrl j FORCE INDEX (PRIMARY)
                LEFT JOIN fees_jrl v ON v.reverses_id = j.id AND v.trans_type = :VOID
                LEFT JOIN fees_jrl r ON r.id = j.reverses_id AND r.trans_type IN (:PAYMENT, :ON_ACCOUNT)
                WHERE j.id > {after} AND j.trans_type IN (:PAYMENT, :ON_ACCOUNT, :VOID, :REFUND)
                  AND j.method IN ('cash', 'cheque') AND j.total <> 0 AND j.recorded_at IS NOT NULL
                  AND NOT {in}
                  AND (j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND (v.id IS NULL OR {void_in})
                    OR j.trans_type = :REFUND AND j.method = 'cash'
                    OR j.trans_type = :VOID AND r.id IS NOT NULL AND ({receipt_in}
                      OR j.method = 'cash' AND r.id <= (SELECT value FROM fees_counter WHERE name = 'deposit_jrl')))
                """)
                .part("after", AFTER)
                .part("in", deposited("j"))
                .part("void_in", deposited("v"))
                .part("receipt_in", deposited("r"));
    }
}
