-- Each void, reversal, waiver and rounding names a row that exists.
SELECT CONCAT('row ', j.id), CONCAT('a ', j.trans_type, ' of row ', COALESCE(j.reverses_id, 'none')),
       'a row that exists', j.recorded_at IS NULL
FROM fees_jrl j LEFT JOIN fees_jrl r ON r.id = j.reverses_id
WHERE (j.reverses_id IS NOT NULL OR j.trans_type IN ('void', 'rev', 'waive', 'round')) AND r.id IS NULL
