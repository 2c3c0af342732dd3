-- Each closing has added to the lists what it says, and none is without lists since the first that has some.
SELECT CONCAT('closing ', s.closing_id),
  CONCAT(COALESCE(f.charges, 0), ' charges, ', COALESCE(r.receipts, 0), ' receipts, ', COALESCE(a.journal_rows, 0), ' rows in its lists'),
  CONCAT(s.charges, ' charges, ', s.receipts, ' receipts, ', s.journal_rows, ' rows'), 0
FROM fees_closing_list s
LEFT JOIN (SELECT closing_id, SUM(charges) AS charges FROM fees_closing_fee GROUP BY closing_id) f ON f.closing_id = s.closing_id
LEFT JOIN (SELECT closing_id, SUM(receipts) AS receipts FROM fees_closing_receipt GROUP BY closing_id) r ON r.closing_id = s.closing_id
LEFT JOIN (SELECT closing_id, SUM(journal_rows) AS journal_rows FROM fees_closing_amount GROUP BY closing_id) a
  ON a.closing_id = s.closing_id
WHERE COALESCE(f.charges, 0) <> s.charges OR COALESCE(r.receipts, 0) <> s.receipts OR COALESCE(a.journal_rows, 0) <> s.journal_rows
UNION ALL
SELECT CONCAT('closing ', c.id), 'without lists', CONCAT('lists, as of closing ', f.first), 0
FROM (SELECT MIN(closing_id) AS first FROM fees_closing_list) f
JOIN fees_closing c ON c.id > f.first
LEFT JOIN fees_closing_list s ON s.closing_id = c.id
WHERE s.closing_id IS NULL
