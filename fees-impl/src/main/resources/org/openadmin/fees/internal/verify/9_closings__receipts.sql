-- The closings in force have counted the receipts of closed days by blocks of numbers, day and cashier, as they are in the journal;
-- one for several accounts once, by its first row.
WITH l AS (
  SELECT c.id, c.closed_through FROM fees_closing c
  JOIN fees_closing_list s ON s.closing_id = c.id
  WHERE NOT EXISTS (SELECT 1 FROM fees_closing n WHERE n.id > c.id AND n.closed_through < c.closed_through)
), d AS (
  SELECT MAX(closed_through) AS day FROM l
)
SELECT CONCAT('receipts from ', x.block * 10000, ' of ', x.trans_date, ' by ', x.recorded_by), SUM(x.found), SUM(x.stored), 0
FROM (
  SELECT r.block, r.trans_date, r.recorded_by, 0 AS found, r.receipts AS stored FROM l JOIN fees_closing_receipt r ON r.closing_id = l.id
  UNION ALL
  SELECT j.paid_id DIV 10000, COALESCE(CAST(j.trans_date AS CHAR), ''), COALESCE(j.recorded_by, ''), 1, 0
  FROM d JOIN fees_jrl j ON j.trans_type IN ('pay', 'roa') AND j.paid_id > 0 AND (j.trans_date <= d.day OR j.trans_date IS NULL)
  WHERE d.day IS NOT NULL
    AND j.id NOT IN (SELECT o.id FROM fees_jrl o FORCE INDEX (fees_jrl_lead) WHERE o.lead_id IS NOT NULL)) x
GROUP BY x.block, x.trans_date, x.recorded_by
HAVING SUM(x.found) <> SUM(x.stored)
