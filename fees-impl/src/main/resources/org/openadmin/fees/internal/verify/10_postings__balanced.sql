-- On each day of a posting the debits equal the credits, and its debits are those that it says.
SELECT CONCAT('posting ', l.posting_id, ' on ', l.entry_date), SUM(l.amount), '0.00', 0
FROM fees_posting_line l GROUP BY l.posting_id, l.entry_date HAVING SUM(l.amount) <> 0
UNION ALL
SELECT CONCAT('posting ', h.id), h.debits, COALESCE(SUM(GREATEST(l.amount, 0)), 0.00), 0
FROM fees_posting h LEFT JOIN fees_posting_line l ON l.posting_id = h.id
GROUP BY h.id HAVING MAX(h.debits) <> COALESCE(SUM(GREATEST(l.amount, 0)), 0)
UNION ALL
SELECT CONCAT('posting ', l.posting_id), CONCAT('line ', l.place), 'no line without its posting', 0
FROM fees_posting_line l LEFT JOIN fees_posting h ON h.id = l.posting_id WHERE h.id IS NULL
