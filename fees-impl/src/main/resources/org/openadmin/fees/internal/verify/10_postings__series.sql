-- The numbers of the postings are 1, 2, 3 and so on, and the counter holds the last.
SELECT CONCAT('posting ', previous + 1), CONCAT('none from ', previous + 1, ' to ', id - 1), 'no gap', 0
FROM (SELECT id, COALESCE(LAG(id) OVER (ORDER BY id), 0) AS previous FROM fees_posting) postings
WHERE id <> previous + 1
UNION ALL
SELECT 'the counter of postings', COALESCE(value, 'none'), last, 0
FROM (SELECT (SELECT value FROM fees_counter WHERE name = 'posting') AS value,
    COALESCE((SELECT MAX(id) FROM fees_posting), 0) AS last) counter
WHERE NOT value <=> last
