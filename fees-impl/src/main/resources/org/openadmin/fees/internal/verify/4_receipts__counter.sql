-- The counter holds the last receipt number.
SELECT 'the counter', COALESCE(value, 'none'), last, 0
FROM (SELECT (SELECT value FROM fees_counter WHERE name = 'receipt') AS value, COALESCE(
        MAX(receipt_number), MAX(CASE WHEN trans_type IN ('pay', 'roa') THEN paid_id END), 0) AS last
      FROM fees_jrl) counter
WHERE NOT value <=> last
