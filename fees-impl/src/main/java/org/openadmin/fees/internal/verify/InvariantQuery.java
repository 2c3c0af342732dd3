package org.openadmin.fees.internal.verify;

import java.util.List;

/**
 * One query that finds all rows which break one rule.
 *
 * @param sql selects the subject, what was found, what was expected and whether it is inherited; may hold {@code {first}}, the
 *     configured first receipt, and {@code {decimals}}, those of the currency
 */
record InvariantQuery(String invariant, String sql) {

    private static final String ROWS = "1 rows";
    private static final String CREDIT = "2 credit";
    private static final String SETTLEMENT = "3 settlement";
    private static final String RECEIPTS = "4 receipts";
    private static final String AMOUNTS = "5 amounts";
    private static final String KEYS = "6 request keys";
    private static final String MONTHS = "7 months";
    private static final String HOST = "host";

    private static final List<InvariantQuery> ALL = List.of(
            new InvariantQuery(ROWS, """
                    SELECT CONCAT('batch ', b.id), CONCAT(COUNT(j.id), ' charges, ', COALESCE(SUM(j.total), 0.00)),
                           CONCAT(b.charges, ' charges, ', b.total), 0
                    FROM fees_batch b LEFT JOIN fees_jrl j ON j.batch_id = b.id AND j.trans_type = 'chg'
                    GROUP BY b.id, b.charges, b.total
                    HAVING COUNT(j.id) <> b.charges OR COALESCE(SUM(j.total), 0) <> b.total"""),
            new InvariantQuery(ROWS, """
                    SELECT CONCAT('batch ', j.batch_id), CONCAT('no record of it, ', COUNT(*), ' charges'), 'a record of it', 0
                    FROM fees_jrl j LEFT JOIN fees_batch b ON b.id = j.batch_id
                    WHERE j.batch_id IS NOT NULL AND b.id IS NULL GROUP BY j.batch_id"""),
            new InvariantQuery(ROWS, """
                    SELECT 'batches', CONCAT(COUNT(b.id), ' recorded, the last is ', COALESCE(MAX(b.id), 0)),
                           CONCAT(c.value, ' without gap'), 0
                    FROM fees_counter c LEFT JOIN fees_batch b ON TRUE WHERE c.name = 'batch' GROUP BY c.value
                    HAVING COUNT(b.id) <> c.value OR COALESCE(MAX(b.id), 0) <> c.value"""),
            new InvariantQuery(ROWS, """
                    SELECT CONCAT('row ', j.id), CONCAT('a ', j.trans_type, ' of row ', COALESCE(j.reverses_id, 'none')),
                           'a row that exists', j.recorded_at IS NULL
                    FROM fees_jrl j LEFT JOIN fees_jrl r ON r.id = j.reverses_id
                    WHERE (j.reverses_id IS NOT NULL OR j.trans_type IN ('void', 'rev', 'waive')) AND r.id IS NULL"""),
            new InvariantQuery(ROWS, """
                    SELECT CONCAT('row ', j.id), CONCAT('a ', j.trans_type, ' of row ', r.id, ', a ', COALESCE(r.trans_type, 'none'),
                             ' of student ', COALESCE(r.studnum, 'none')),
                           CONCAT('a row that can be corrected so, of student ', COALESCE(j.studnum, 'none')), j.recorded_at IS NULL
                    FROM fees_jrl j JOIN fees_jrl r ON r.id = j.reverses_id
                    WHERE NOT j.studnum <=> r.studnum OR j.trans_type IN ('rev', 'waive') AND NOT r.trans_type <=> 'chg'
                      OR j.trans_type = 'void' AND (r.trans_type IS NULL OR r.trans_type NOT IN ('pay', 'roa'))"""),
            new InvariantQuery(ROWS, """
                    SELECT CONCAT('correction ', c.id), CONCAT(COALESCE(made, 0), ' rows, ', COALESCE(made_sum, 0.00)),
                           CONCAT(c.journal_rows, ' rows, ', c.total), 0
                    FROM fees_correction c LEFT JOIN (
                      SELECT k.id, COUNT(*) AS made, SUM(j.total) AS made_sum
                      FROM fees_jrl j STRAIGHT_JOIN fees_correction k ON k.id = j.correction_id
                        AND j.trans_type = CASE WHEN k.act IN ('cancel', 'undo') THEN 'rev' ELSE k.act END
                      GROUP BY k.id) added ON added.id = c.id
                    WHERE COALESCE(made, 0) <> c.journal_rows OR COALESCE(made_sum, 0) <> c.total"""),
            new InvariantQuery(ROWS, """
                    SELECT CONCAT('correction ', c.id), CONCAT(c.act, ' of ', c.subject), CONCAT('row ', j.id, ' corrects it'), 0
                    FROM fees_jrl j STRAIGHT_JOIN fees_correction c ON c.id = j.correction_id
                      LEFT JOIN fees_jrl r ON r.id = j.reverses_id
                    WHERE NOT c.subject <=> CASE c.act WHEN 'undo' THEN r.batch_id WHEN 'void' THEN r.paid_id
                      WHEN 'refund' THEN j.studnum ELSE j.reverses_id END"""),
            new InvariantQuery(ROWS, """
                    SELECT CONCAT('row ', j.id), CONCAT('a ', COALESCE(j.trans_type, 'none'), ' of correction ', j.correction_id),
                           'a correction that is recorded', 0
                    FROM fees_jrl j LEFT JOIN fees_correction c ON c.id = j.correction_id
                    WHERE j.correction_id IS NOT NULL AND (c.id IS NULL
                      OR j.trans_type IS NULL OR j.trans_type NOT IN ('rev', 'waive', 'void', 'refund'))"""),
            // an old charge whose payment is gone is named by rule 3 and left out here
            new InvariantQuery(CREDIT, """
                    SELECT CONCAT('student ', studnum), credit, '0.00 or more',
                           ours + COALESCE((SELECT SUM(c.total) FROM fees_jrl c LEFT JOIN fees_jrl p ON p.id = c.paid_id
                             WHERE c.studnum = accounts.studnum AND c.trans_type = 'chg' AND c.recorded_at IS NULL
                               AND (c.paid_id IS NULL OR p.recorded_at IS NOT NULL) AND corrected > 0
                               AND EXISTS (SELECT 1 FROM fees_jrl o WHERE o.studnum = c.studnum AND o.trans_type = 'pay'
                                 AND o.recorded_at IS NULL AND FIND_IN_SET(c.id, REPLACE(o.description, ' ', ',')) > 0)), 0)
                             >= 0 FROM (
                      SELECT j.studnum,
                        SUM(CASE WHEN j.trans_type = 'chg' AND (j.paid_id IS NULL OR p.id IS NULL AND j.recorded_at IS NULL)
                                 THEN 0 ELSE -j.total END) AS credit,
                        SUM(CASE WHEN j.recorded_at IS NOT NULL AND NOT (j.trans_type = 'chg' AND j.paid_id IS NULL)
                                 OR j.trans_type = 'chg' AND p.recorded_at IS NOT NULL THEN -j.total ELSE 0 END) AS ours,
                        SUM(CASE WHEN j.correction_id IS NULL THEN 0 ELSE 1 END) AS corrected
                      FROM fees_jrl j LEFT JOIN fees_jrl p ON j.trans_type = 'chg' AND p.id = j.paid_id
                      WHERE j.studnum IS NOT NULL GROUP BY j.studnum) accounts
                    WHERE credit < 0"""),
            new InvariantQuery(CREDIT, """
                    SELECT CONCAT('row ', id), CONCAT_WS(' and ', IF(studnum IS NULL, 'no student', NULL),
                           IF(total IS NULL, 'no total', NULL)), 'a student and a total', recorded_at IS NULL
                    FROM fees_jrl WHERE studnum IS NULL OR total IS NULL"""),
            new InvariantQuery(SETTLEMENT, """
                    SELECT * FROM (
                      SELECT CONCAT('row ', c.id) AS subject, CASE
                        WHEN p.id IS NULL THEN CONCAT('settled by row ', c.paid_id, ', which does not exist')
                        WHEN NOT p.studnum <=> c.studnum
                          THEN CONCAT('settled by row ', p.id, ' of student ', COALESCE(p.studnum, 'none'))
                        WHEN p.trans_type IS NULL OR p.trans_type NOT IN ('pay', 'rev', 'waive')
                          THEN CONCAT('settled by row ', p.id, ' of the kind ', COALESCE(p.trans_type, 'none'))
                        WHEN v.id IS NOT NULL THEN CONCAT('settled by payment ', p.id, ', which row ', v.id, ' has voided')
                        WHEN p.trans_type IN ('rev', 'waive') AND NOT p.reverses_id <=> c.id
                          THEN CONCAT('settled by row ', p.id, ', which names row ', COALESCE(p.reverses_id, 'none'))
                        WHEN p.trans_type = 'pay' AND FIND_IN_SET(c.id, REPLACE(COALESCE(p.description, ''), ' ', ',')) = 0
                          AND CONCAT(' ', COALESCE(p.description, ''), ' ') NOT REGEXP CONCAT('[^0-9]', c.id, '[^0-9]')
                          THEN CONCAT('settled by payment ', p.id, ', which does not list it') END AS found,
                        'a payment, reversal or waiver of the same student that names it',
                        c.recorded_at IS NULL AND p.recorded_at IS NULL
                      FROM fees_jrl c LEFT JOIN fees_jrl p ON p.id = c.paid_id
                        LEFT JOIN fees_jrl v ON v.reverses_id = p.id AND v.trans_type = 'void'
                      WHERE c.trans_type = 'chg' AND c.paid_id IS NOT NULL) charges
                    WHERE found IS NOT NULL"""),
            // a void may open charges of other payments again, so students who have one are left out
            new InvariantQuery(SETTLEMENT, """
                    SELECT CONCAT('row ', c.id), CONCAT('outstanding, though payment ', p.id, ' lists it'),
                           CONCAT('settled by row ', p.id), p.recorded_at IS NULL
                    FROM fees_jrl c JOIN fees_jrl p ON p.studnum = c.studnum AND p.trans_type = 'pay'
                      AND FIND_IN_SET(c.id, REPLACE(p.description, ' ', ',')) > 0
                    WHERE c.trans_type = 'chg' AND c.paid_id IS NULL
                      AND NOT EXISTS (SELECT 1 FROM fees_jrl v WHERE v.studnum = c.studnum AND v.trans_type = 'void')"""),
            new InvariantQuery(SETTLEMENT, """
                    SELECT CONCAT('row ', c.id), CONCAT('cancelled or waived by row ', GROUP_CONCAT(r.id ORDER BY r.id),
                             CONCAT(' and ', COALESCE(CONCAT('settled by row ', c.paid_id), 'outstanding'))),
                           'cancelled or waived once, and settled by that', MIN(r.recorded_at IS NULL)
                    FROM fees_jrl r JOIN fees_jrl c ON c.id = r.reverses_id AND c.trans_type = 'chg'
                    WHERE r.trans_type IN ('rev', 'waive') GROUP BY c.id, c.paid_id
                    HAVING COUNT(*) > 1 OR NOT c.paid_id <=> MIN(r.id)"""),
            new InvariantQuery(RECEIPTS, """
                    SELECT CONCAT('row ', id), 'no receipt number', 'a receipt number', recorded_at IS NULL
                    FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND paid_id IS NULL"""),
            new InvariantQuery(RECEIPTS, """
                    SELECT CONCAT('row ', id), CONCAT('receipt ', paid_id, ', also on row ', first_id),
                           'a receipt number of its own', recorded_at IS NULL
                    FROM (SELECT id, paid_id, recorded_at, MIN(id) OVER (PARTITION BY paid_id) AS first_id
                          FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND paid_id IS NOT NULL) receipts
                    WHERE id <> first_id"""),
            // the configuration may move the series on to a higher start
            new InvariantQuery(RECEIPTS, """
                    SELECT CONCAT('receipt ', number + 1), CONCAT('none from ', number + 1, ' to ', later - 1),
                           'no gap', 0
                    FROM (SELECT receipt_number AS number, LEAD(receipt_number) OVER (ORDER BY receipt_number) AS later
                          FROM fees_jrl WHERE receipt_number IS NOT NULL) receipts
                    WHERE later > number + 1 AND later <> {first}"""),
            new InvariantQuery(RECEIPTS, """
                    SELECT CONCAT('receipt ', start), CONCAT('none from ', start, ' to ', number - 1),
                           CONCAT('a series from ', start), 0
                    FROM (SELECT MIN(receipt_number) AS number, GREATEST({first}, COALESCE(
                            (SELECT MAX(paid_id) FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND recorded_at IS NULL), 0)
                            + 1) AS start FROM fees_jrl WHERE receipt_number IS NOT NULL) receipts
                    WHERE number > start"""),
            new InvariantQuery(RECEIPTS, """
                    SELECT 'the counter', COALESCE(value, 'none'), last, 0
                    FROM (SELECT (SELECT value FROM fees_counter WHERE name = 'receipt') AS value, COALESCE(
                            MAX(receipt_number), MAX(CASE WHEN trans_type IN ('pay', 'roa') THEN paid_id END), 0) AS last
                          FROM fees_jrl) counter
                    WHERE NOT value <=> last"""),
            new InvariantQuery(AMOUNTS, """
                    SELECT CONCAT('row ', id), CONCAT('a total of ', COALESCE(total, 'nothing')), CONCAT('a total of ', COALESCE(
                             subtotal + COALESCE(tax1, 0) + COALESCE(tax2, 0) + COALESCE(tax3, 0) + COALESCE(tax4, 0),
                             'a subtotal and its taxes')), recorded_at IS NULL
                    FROM fees_jrl WHERE trans_type = 'chg' AND NOT total <=>
                      subtotal + COALESCE(tax1, 0) + COALESCE(tax2, 0) + COALESCE(tax3, 0) + COALESCE(tax4, 0)"""),
            new InvariantQuery(AMOUNTS, tax(1)),
            new InvariantQuery(AMOUNTS, tax(2)),
            new InvariantQuery(AMOUNTS, tax(3)),
            new InvariantQuery(AMOUNTS, tax(4)),
            new InvariantQuery(AMOUNTS, """
                    SELECT CONCAT('row ', id), CONCAT('a charge of ', total), 'more than zero', 0
                    FROM fees_jrl WHERE trans_type = 'chg' AND recorded_at IS NOT NULL AND total <= 0"""),
            new InvariantQuery(AMOUNTS, """
                    SELECT CONCAT('row ', id), CONCAT('a payment of ', total, CONCAT(' with a subtotal or tax of ',
                             COALESCE(subtotal, tax1, tax2, tax3, tax4, 'nothing'))),
                           'less than zero, or zero for charges that credit paid, without subtotal and taxes', recorded_at IS NULL
                    FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND (total > 0
                      OR total = 0 AND NOT (recorded_at IS NOT NULL AND trans_type = 'pay' AND description REGEXP '[0-9]')
                      OR recorded_at IS NOT NULL AND COALESCE(subtotal, tax1, tax2, tax3, tax4) IS NOT NULL
                      OR ABS(COALESCE(subtotal, 0)) + ABS(COALESCE(tax1, 0)) + ABS(COALESCE(tax2, 0))
                         + ABS(COALESCE(tax3, 0)) + ABS(COALESCE(tax4, 0)) > 0)"""),
            new InvariantQuery(AMOUNTS, """
                    SELECT CONCAT('row ', j.id), CONCAT('a ', j.trans_type, ' of ', j.total),
                           COALESCE(CONCAT('exactly ', -r.total), 'more than zero'), j.recorded_at IS NULL
                    FROM fees_jrl j LEFT JOIN fees_jrl r ON r.id = j.reverses_id
                    WHERE j.trans_type IN ('void', 'rev', 'waive') AND j.total <> -r.total
                      OR j.trans_type = 'refund' AND j.total <= 0"""),
            new InvariantQuery(AMOUNTS, """
                    SELECT CONCAT('row ', j.id), CONCAT_WS(', ', CONCAT('a ', j.trans_type, ' of ', j.name), j.subtotal, j.tax1, j.tax2,
                             j.tax3, j.tax4), CONCAT_WS(', ', CONCAT('the opposite of ', c.name), c.subtotal, c.tax1, c.tax2, c.tax3,
                             c.tax4), j.recorded_at IS NULL
                    FROM fees_jrl j JOIN fees_jrl c ON c.id = j.reverses_id
                    WHERE j.trans_type IN ('rev', 'waive') AND j.recorded_at IS NOT NULL AND NOT (j.subtotal <=> -c.subtotal
                      AND j.tax1 <=> -c.tax1 AND j.tax2 <=> -c.tax2 AND j.tax3 <=> -c.tax3 AND j.tax4 <=> -c.tax4
                      AND j.name <=> c.name)"""),
            new InvariantQuery(AMOUNTS, """
                    SELECT CONCAT('row ', id), CONCAT('a ', trans_type, ' with a subtotal or tax of ',
                             COALESCE(subtotal, tax1, tax2, tax3, tax4)), 'a total alone', 0
                    FROM fees_jrl WHERE trans_type IN ('void', 'refund') AND recorded_at IS NOT NULL
                      AND COALESCE(subtotal, tax1, tax2, tax3, tax4) IS NOT NULL"""),
            new InvariantQuery(KEYS, """
                    SELECT CONCAT('row ', id), CONCAT('no ', origin), CONCAT('the ', origin, ' it came from'), 0
                    FROM (SELECT id, CASE WHEN trans_type = 'chg' THEN IF(batch_id IS NULL, 'assessment', NULL)
                        WHEN trans_type IN ('rev', 'waive', 'void', 'refund') THEN IF(correction_id IS NULL, 'correction', NULL)
                        WHEN request_key IS NULL THEN 'request key' END AS origin
                      FROM fees_jrl WHERE recorded_at IS NOT NULL) ours
                    WHERE origin IS NOT NULL"""),
            new InvariantQuery(KEYS, """
                    SELECT CONCAT('request key ', request_key), CONCAT(GROUP_CONCAT(subject ORDER BY subject)), 'one effect', 0
                    FROM (SELECT request_key, CONCAT('row ', id) AS subject FROM fees_jrl WHERE request_key IS NOT NULL
                          UNION ALL SELECT request_key, CONCAT('batch ', id) FROM fees_batch
                          UNION ALL SELECT request_key, CONCAT('correction ', id) FROM fees_correction) effects
                    GROUP BY request_key HAVING COUNT(*) > 1"""),
            new InvariantQuery(MONTHS, """
                    SELECT CONCAT('row ', id), CONCAT('the date ', COALESCE(CAST(trans_date AS CHAR), 'none'), ' and the kind ',
                           COALESCE(trans_type, 'none')), 'a date and a known kind', recorded_at IS NULL
                    FROM fees_jrl WHERE trans_date IS NULL OR trans_date < '1000-01-01' OR trans_type IS NULL
                      OR trans_type NOT IN ('chg', 'pay', 'roa', 'void', 'rev', 'waive', 'refund')"""),
            new InvariantQuery(HOST, """
                    SELECT CONCAT('student ', j.studnum), CONCAT(COUNT(*), ' rows of nobody the host knows'),
                           'a student of the host', 1
                    FROM fees_jrl j LEFT JOIN fees_student s ON s.studnum = j.studnum
                    WHERE j.recorded_at IS NULL AND j.studnum IS NOT NULL AND s.studnum IS NULL GROUP BY j.studnum"""));

    static List<InvariantQuery> all() {
        return ALL;
    }

    /** The rate is known in our own rows only. */
    private static String tax(int number) {
        return """
                SELECT CONCAT('row ', id), CONCAT(COALESCE(tax#_name, 'tax #'), ' of ', COALESCE(tax#, 'nothing')),
                       CONCAT(ROUND(subtotal * tax#_rate / 100, {decimals}), ', ', tax#_rate, ' % of ', subtotal), 0
                FROM fees_jrl WHERE tax#_rate IS NOT NULL AND NOT tax# <=> ROUND(subtotal * tax#_rate / 100, {decimals})""".replace("#", String.valueOf(number));
    }
}
