-- Each row of a correction corrects the charge, assessment, receipt or student in its record. The fee for a returned payment, and what
-- undoes it, have rules of their own: 1_rows__return. Parts that are put together have one charge that names one of them; a part of an
-- assessment that is undone came from one of its charges. Moved credit is of two accounts, as is a transfer that is taken back: 8_zero_sum.
-- A transfer to a fund has the payment from its credit. A void reverses what was sold with the payment and came back: 1_rows__sale. A cover
-- run and what undoes it are of many charges: covers__used.
WITH RECURSIVE ancestors AS (
  SELECT r.id AS part, r.origin_id AS ancestor
  FROM fees_jrl j STRAIGHT_JOIN fees_correction c ON c.id = j.correction_id AND c.act = 'undo'
    STRAIGHT_JOIN fees_jrl r ON r.id = j.reverses_id
  WHERE j.trans_type = 'rev' AND r.origin_id IS NOT NULL
  UNION
  SELECT a.part, o.origin_id FROM ancestors a STRAIGHT_JOIN fees_jrl o ON o.id = a.ancestor WHERE o.origin_id IS NOT NULL)
SELECT CONCAT('correction ', c.id), CONCAT(c.act, ' of ', c.subject), CONCAT('row ', j.id, ' corrects it'), 0
FROM fees_jrl j STRAIGHT_JOIN fees_correction c ON c.id = j.correction_id
  LEFT JOIN fees_jrl r ON r.id = j.reverses_id
  LEFT JOIN (SELECT a.part, MIN(o.batch_id) AS batch FROM ancestors a JOIN fees_jrl o ON o.id = a.ancestor GROUP BY a.part) assessed
    ON assessed.part = r.id
WHERE j.trans_type <> 'round' AND c.act NOT IN ('unreturn', 'move', 'takeback', 'cover', 'uncover') AND NOT (c.act = 'return' AND j.trans_type = 'chg')
  AND NOT (c.act = 'transfer' AND j.trans_type = 'pay') AND NOT (c.act = 'void' AND j.trans_type = 'rev')
  AND NOT c.subject <=> CASE c.act WHEN 'undo' THEN COALESCE(r.batch_id, assessed.batch)
    WHEN 'void' THEN r.paid_id WHEN 'return' THEN r.paid_id
    WHEN 'refund' THEN j.studnum
    WHEN 'split' THEN j.origin_id WHEN 'transfer' THEN j.origin_id
    WHEN 'together' THEN IF(j.trans_type = 'chg', j.origin_id, c.subject)
    WHEN 'waive' THEN COALESCE(j.origin_id, IF(r.correction_id = c.id, r.origin_id, j.reverses_id)) ELSE j.reverses_id END
