-- The summary of each closed month is still that of the rows of the journal, and its lines add up to it.
SELECT CONCAT('month ', x.month), CONCAT(SUM(x.found), ' rows, ', SUM(x.total)), CONCAT(SUM(x.stored), ' rows, ', SUM(x.sum)), 0
FROM (
  SELECT m.month, 0 AS found, 0.00 AS total, m.journal_rows AS stored, m.total AS sum
  FROM fees_closing_month m
  JOIN (SELECT month, MAX(closing_id) AS latest FROM fees_closing_month GROUP BY month) k
    ON k.month = m.month AND k.latest = m.closing_id
  JOIN fees_closing l ON l.id = (SELECT MAX(id) FROM fees_closing)
  WHERE m.month <= DATE_FORMAT(l.closed_through, '%Y-%m')
  UNION ALL
  SELECT DATE_FORMAT(j.trans_date, '%Y-%m'), COUNT(*), SUM(COALESCE(j.total, 0)), 0, 0.00
  FROM fees_closing l
  JOIN fees_jrl j ON j.trans_date <= l.closed_through
  WHERE l.id = (SELECT MAX(id) FROM fees_closing) AND j.trans_date >= '1000-01-01'
  GROUP BY DATE_FORMAT(j.trans_date, '%Y-%m')) x
GROUP BY x.month
HAVING SUM(x.found) <> SUM(x.stored) OR SUM(x.total) <> SUM(x.sum)
UNION ALL
SELECT CONCAT('closing ', m.closing_id, ', month ', m.month),
  CONCAT(COALESCE(SUM(l.journal_rows), 0), ' rows, ', COALESCE(SUM(l.total), 0.00), ' in its lines'),
  CONCAT(m.journal_rows, ' rows, ', m.total), 0
FROM fees_closing_month m
LEFT JOIN fees_closing_line l ON l.closing_id = m.closing_id AND l.month = m.month
GROUP BY m.closing_id, m.month, m.journal_rows, m.total
HAVING COALESCE(SUM(l.journal_rows), 0) <> m.journal_rows OR COALESCE(SUM(l.total), 0) <> m.total
