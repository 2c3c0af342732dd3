-- The credit of a student, the money received less the charges settled, is not below zero.
-- An old charge whose payment is missing is left out: 3_settlement__settled_by names it. A negative credit counts as
-- inherited when the module's own rows, and the old charges that it opened again, do not account for it.
SELECT CONCAT('student ', studnum), credit, '0.00 or more',
       ours + COALESCE((SELECT SUM(c.total) FROM fees_jrl c LEFT JOIN fees_jrl p ON p.id = c.paid_id
         WHERE c.studnum = accounts.studnum AND c.trans_type = 'chg' AND c.recorded_at IS NULL
           AND (COALESCE(c.paid_id, 0) = 0 OR p.recorded_at IS NOT NULL) AND corrected > 0
           AND EXISTS (SELECT 1 FROM fees_jrl o WHERE o.studnum = c.studnum AND o.trans_type = 'pay'
             AND o.recorded_at IS NULL AND FIND_IN_SET(c.id, REPLACE(o.description, ' ', ',')) > 0)), 0)
         >= 0 FROM (
  SELECT j.studnum,
    SUM(CASE WHEN j.trans_type = 'chg' AND (COALESCE(j.paid_id, 0) = 0 OR p.id IS NULL AND j.recorded_at IS NULL)
             THEN 0 ELSE -j.total END) AS credit,
    SUM(CASE WHEN j.recorded_at IS NOT NULL AND NOT (j.trans_type = 'chg' AND COALESCE(j.paid_id, 0) = 0)
             OR j.trans_type = 'chg' AND p.recorded_at IS NOT NULL THEN -j.total ELSE 0 END) AS ours,
    SUM(CASE WHEN j.correction_id IS NULL THEN 0 ELSE 1 END) AS corrected
  FROM fees_jrl j LEFT JOIN fees_jrl p ON j.trans_type = 'chg' AND p.id = j.paid_id
  WHERE j.studnum IS NOT NULL GROUP BY j.studnum) accounts
WHERE credit < 0
