-- The closings in force have counted the rows of closed days by kind and amount, as they are in the journal.
WITH l AS (
  SELECT c.id, c.closed_through FROM fees_closing c
  JOIN fees_closing_list s ON s.closing_id = c.id
  WHERE NOT EXISTS (SELECT 1 FROM fees_closing n WHERE n.id > c.id AND n.closed_through < c.closed_through)
), d AS (
  SELECT MAX(closed_through) AS day FROM l
)
SELECT CONCAT('kind ', x.trans_type, IF(x.amount = '', ', rows without an amount', CONCAT(', rows of ', x.amount))), SUM(x.found),
  SUM(x.stored), 0
FROM (
  SELECT a.trans_type, a.amount, 0 AS found, a.journal_rows AS stored FROM l JOIN fees_closing_amount a ON a.closing_id = l.id
  UNION ALL
  SELECT COALESCE(j.trans_type, ''), COALESCE(CAST(j.total AS CHAR), ''), 1, 0
  FROM d JOIN fees_jrl j ON j.trans_date <= d.day OR j.trans_date IS NULL
  WHERE d.day IS NOT NULL) x
GROUP BY x.trans_type, x.amount
HAVING SUM(x.found) <> SUM(x.stored)
