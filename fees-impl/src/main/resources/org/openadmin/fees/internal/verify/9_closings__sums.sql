-- What each closing or reopening carried forward adds up to its sums, and the last one knows when the last of its rows was recorded.
SELECT CONCAT('closing ', c.id),
  CONCAT(COALESCE(a.journal_rows, 0), ' rows, ', COALESCE(a.balance, 0.00), '; ', COALESCE(o.charges, 0), ' charges, ',
    COALESCE(o.outstanding, 0.00)),
  COALESCE(CONCAT(s.journal_rows, ' rows, ', s.balance, '; ', s.charges, ' charges, ', s.outstanding), 'its sums'), 0
FROM fees_closing c
LEFT JOIN fees_closing_sum s ON s.closing_id = c.id
LEFT JOIN (
  SELECT closing_id, SUM(journal_rows) AS journal_rows, SUM(balance) AS balance FROM fees_closing_account GROUP BY closing_id) a
  ON a.closing_id = c.id
LEFT JOIN (
  SELECT closing_id, COUNT(*) AS charges, SUM(total) AS outstanding FROM fees_closing_charge GROUP BY closing_id) o
  ON o.closing_id = c.id
WHERE CASE WHEN s.closing_id IS NULL
  THEN o.closing_id IS NOT NULL OR c.id > (SELECT MIN(closing_id) FROM fees_closing_sum)
  ELSE COALESCE(a.journal_rows, 0) <> s.journal_rows OR COALESCE(a.balance, 0) <> s.balance
    OR COALESCE(o.charges, 0) <> s.charges OR COALESCE(o.outstanding, 0) <> s.outstanding END
UNION ALL
SELECT CONCAT('closing ', x.id), CONCAT('the last row recorded at ', x.last_recorded), CONCAT('the last row recorded at ', x.found), 0
FROM (
  SELECT c.id, s.last_recorded, COALESCE((
    SELECT MAX(j.recorded_at) FROM fees_jrl j WHERE j.trans_date <= c.closed_through OR j.trans_date IS NULL), '') AS found
  FROM fees_closing c
  JOIN fees_closing_sum s ON s.closing_id = c.id
  WHERE c.id = (SELECT MAX(id) FROM fees_closing)) x
WHERE x.last_recorded <> x.found
