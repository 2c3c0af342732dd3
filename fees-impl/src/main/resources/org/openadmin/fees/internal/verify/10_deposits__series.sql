-- The numbers of the deposits are 1, 2, 3 and so on, and the counter holds the last.
SELECT CONCAT('deposit ', previous + 1), CONCAT('none from ', previous + 1, ' to ', id - 1), 'no gap', 0
FROM (SELECT id, COALESCE(LAG(id) OVER (ORDER BY id), 0) AS previous FROM fees_deposit) deposits
WHERE id <> previous + 1
UNION ALL
SELECT 'the counter of deposits', COALESCE(value, 'none'), last, 0
FROM (SELECT (SELECT value FROM fees_counter WHERE name = 'deposit') AS value,
    COALESCE((SELECT MAX(id) FROM fees_deposit), 0) AS last) counter
WHERE NOT value <=> last
