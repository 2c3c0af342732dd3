-- The charges that the last closing or reopening carried forward are those that were open at the end of its last day: not settled by a row
-- dated up to then, or settled by a payment that relied on money of a later date, in an account whose credit would be below zero otherwise.
WITH l AS (
  SELECT c.id, c.closed_through AS day FROM fees_closing c
  JOIN fees_closing_sum s ON s.closing_id = c.id
  WHERE c.id = (SELECT MAX(id) FROM fees_closing)
), ended AS (
  SELECT past.charge_id FROM l
  JOIN fees_jrl e ON e.trans_date > l.day
  JOIN fees_past_settlement past ON past.ended_by = e.id
  LEFT JOIN fees_jrl p ON p.id = past.settled_by AND NOT p.trans_type <=> 'chg'
  WHERE p.trans_date <= l.day OR p.trans_date IS NULL
), open AS (
  SELECT j.id, j.studnum, COALESCE(j.total, 0) AS total,
    COALESCE(CAST(COALESCE(j.due_date, j.trans_date) AS CHAR), '') AS due
  FROM l JOIN fees_jrl j ON j.trans_type = 'chg' AND (j.paid_id IS NULL OR j.paid_id = 0)
  WHERE (j.trans_date <= l.day OR j.trans_date IS NULL) AND (j.studnum > 0 OR j.studnum IN (SELECT -id FROM fees_payer)) AND j.id NOT IN (SELECT charge_id FROM ended)
  UNION ALL
  SELECT j.id, j.studnum, COALESCE(j.total, 0), COALESCE(CAST(COALESCE(j.due_date, j.trans_date) AS CHAR), '')
  FROM l JOIN fees_jrl s ON s.trans_date > l.day AND NOT s.trans_type <=> 'chg'
  JOIN fees_jrl j ON j.trans_type = 'chg' AND j.paid_id = s.id
  WHERE (j.trans_date <= l.day OR j.trans_date IS NULL) AND (j.studnum > 0 OR j.studnum IN (SELECT -id FROM fees_payer)) AND j.id NOT IN (SELECT charge_id FROM ended)
)
SELECT CONCAT('row ', o.id), 'not carried forward', CONCAT('open on ', l.day), 0
FROM l JOIN open o
LEFT JOIN fees_closing_charge c ON c.closing_id = l.id AND c.studnum = o.studnum AND c.charge_id = o.id
WHERE c.charge_id IS NULL
UNION ALL
SELECT CONCAT('row ', c.charge_id), CONCAT(c.total, ' due ', c.due, ' carried forward for student ', c.studnum),
  COALESCE(CONCAT(j.total, ' due ', COALESCE(j.due_date, j.trans_date, ''), ' of student ', j.studnum), 'a charge'), 0
FROM l JOIN fees_closing_charge c ON c.closing_id = l.id
LEFT JOIN fees_jrl j ON j.id = c.charge_id AND j.trans_type = 'chg'
WHERE NOT (c.studnum <=> j.studnum AND c.total <=> COALESCE(j.total, 0)
  AND c.due <=> COALESCE(CAST(COALESCE(j.due_date, j.trans_date) AS CHAR), ''))
UNION ALL
SELECT CONCAT('row ', c.charge_id), 'carried forward', CONCAT('settled on ', l.day), 0
FROM l JOIN fees_closing_charge c ON c.closing_id = l.id
LEFT JOIN open o ON o.id = c.charge_id
LEFT JOIN fees_closing_account a ON a.closing_id = l.id AND a.studnum = c.studnum
LEFT JOIN (SELECT studnum, SUM(total) AS outstanding FROM open GROUP BY studnum) s ON s.studnum = c.studnum
WHERE o.id IS NULL AND COALESCE(s.outstanding, 0) >= COALESCE(a.balance, 0)
