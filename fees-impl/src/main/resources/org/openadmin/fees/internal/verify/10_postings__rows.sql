-- A posting has rows of the journal that are dated up to its last day, as many as it says; and each row is in one posting.
SELECT CONCAT('row ', p.jrl_id), IF(COUNT(*) > 1, CONCAT('in ', COUNT(*), ' postings'), CONCAT('in posting ', MAX(p.posting_id))),
  'in one posting, dated up to its last day', 0
FROM fees_posting_row p
LEFT JOIN fees_jrl j ON j.id = p.jrl_id
LEFT JOIN fees_posting h ON h.id = p.posting_id
GROUP BY p.jrl_id HAVING COUNT(*) > 1 OR SUM(COALESCE(j.trans_date <= h.until_date, FALSE)) < 1
UNION ALL
SELECT CONCAT('posting ', h.id), CONCAT(h.journal_rows, ' rows'), CONCAT(COUNT(p.jrl_id), ' rows'), 0
FROM fees_posting h LEFT JOIN fees_posting_row p ON p.posting_id = h.id
GROUP BY h.id HAVING COUNT(p.jrl_id) <> MAX(h.journal_rows) OR COUNT(p.jrl_id) = 0
