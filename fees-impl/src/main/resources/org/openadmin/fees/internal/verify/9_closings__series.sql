-- Closings and reopenings are numbered 1, 2, 3 … without a gap, up to the value of their counter.
SELECT CONCAT('closing ', c.id - 1), 'missing', 'a series without gaps', 0
FROM fees_closing c
LEFT JOIN fees_closing p ON p.id = c.id - 1
WHERE c.id > 1 AND p.id IS NULL
UNION ALL
SELECT 'closings', CONCAT('the last number ', COALESCE(MAX(c.id), 0)), CONCAT('the last number ', k.value), 0
FROM fees_counter k
LEFT JOIN fees_closing c ON TRUE
WHERE k.name = 'closing'
GROUP BY k.name, k.value HAVING COALESCE(MAX(c.id), 0) <> k.value
