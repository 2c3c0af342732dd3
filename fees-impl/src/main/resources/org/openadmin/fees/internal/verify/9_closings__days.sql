-- The sums of each closed day, by kind, and of receipts and their voids by cashier and day of the receipt, are still those of the rows of
-- the journal.
SELECT CONCAT(IF(x.trans_date = '', 'rows without a date', CONCAT('day ', x.trans_date)), ', kind ', x.trans_type),
  CONCAT(SUM(x.found), ' rows, ', SUM(x.total), IF(x.receipt, CONCAT(', receipts of ', x.receipt_date, ' by ', x.recorded_by), '')),
  CONCAT(SUM(x.stored), ' rows, ', SUM(x.sum)), 0
FROM (
  SELECT d.trans_date, d.trans_type, d.receipt, d.recorded_by, d.receipt_date, 0 AS found, 0.00 AS total,
    d.journal_rows AS stored, d.total AS sum
  FROM fees_closing_day d
  JOIN (SELECT trans_date, MAX(closing_id) AS latest FROM fees_closing_day GROUP BY trans_date) k
    ON k.trans_date = d.trans_date AND k.latest = d.closing_id
  JOIN fees_closing l ON l.id = (SELECT MAX(id) FROM fees_closing)
  JOIN fees_closing_sum s ON s.closing_id = l.id
  WHERE d.trans_date <= CAST(l.closed_through AS CHAR)
  UNION ALL
  SELECT COALESCE(CAST(j.trans_date AS CHAR), ''), COALESCE(j.trans_type, ''), r.id IS NOT NULL, COALESCE(r.recorded_by, ''),
    COALESCE(CAST(r.trans_date AS CHAR), ''), 1, COALESCE(j.total, 0), 0, 0.00
  FROM fees_closing l
  JOIN fees_closing_sum s ON s.closing_id = l.id
  JOIN fees_jrl j ON j.trans_date IS NULL OR j.trans_date <= l.closed_through
  LEFT JOIN fees_jrl r ON r.id = CASE j.trans_type WHEN 'void' THEN j.reverses_id WHEN 'pay' THEN j.id WHEN 'roa' THEN j.id END
    AND r.trans_type IN ('pay', 'roa') AND r.paid_id > 0
  WHERE l.id = (SELECT MAX(id) FROM fees_closing)) x
GROUP BY x.trans_date, x.trans_type, x.receipt, x.recorded_by, x.receipt_date
HAVING SUM(x.found) <> SUM(x.stored) OR SUM(x.total) <> SUM(x.sum)
