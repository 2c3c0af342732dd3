-- Each row of a correction corrects the charge, assessment, receipt or student in its record. The fee for a returned payment, and what
-- undoes it, have rules of their own: 1_rows__return. Moved credit is of
-- two accounts, as is a transfer that is taken back: 8_zero_sum.
SELECT CONCAT('correction ', c.id), CONCAT(c.act, ' of ', c.subject), CONCAT('row ', j.id, ' corrects it'), 0
FROM fees_jrl j STRAIGHT_JOIN fees_correction c ON c.id = j.correction_id
  LEFT JOIN fees_jrl r ON r.id = j.reverses_id
WHERE j.trans_type <> 'round' AND c.act NOT IN ('unreturn', 'move', 'takeback') AND NOT (c.act = 'return' AND j.trans_type = 'chg')
  AND NOT c.subject <=> CASE c.act WHEN 'undo' THEN r.batch_id WHEN 'void' THEN r.paid_id WHEN 'return' THEN r.paid_id
    WHEN 'refund' THEN j.studnum
    WHEN 'split' THEN j.origin_id WHEN 'transfer' THEN j.origin_id ELSE j.reverses_id END
