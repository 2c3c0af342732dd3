-- An import has as many lines as it counted, and their sum. A line and what became of it belong to payments of the same amount, of which one
-- at most is in force: the others were voided, and not by the bank. A line that was sent back has none in force. A payment belongs to no other
-- line, and those of an undone import are void.
SELECT CONCAT('import ', i.id), CONCAT(COALESCE(l.line_count, 0), ' lines, ', COALESCE(l.total, 0)),
  CONCAT(i.line_count, ' lines, ', i.total), 0
FROM fees_import i
LEFT JOIN (SELECT import_id, COUNT(*) AS line_count, SUM(amount) AS total FROM fees_import_line GROUP BY import_id) l ON l.import_id = i.id
WHERE COALESCE(l.line_count, 0) <> i.line_count OR COALESCE(l.total, 0) <> i.total
UNION ALL
SELECT CONCAT('bank line ', l.id), CONCAT('row ', l.row_id, ', ', COALESCE(-j.total, 'none')), CONCAT('a payment of ', l.amount), 0
FROM fees_import_line l LEFT JOIN fees_jrl j ON j.id = l.row_id AND j.trans_type IN ('pay', 'roa')
WHERE l.row_id IS NOT NULL AND (j.id IS NULL OR j.total <> -l.amount)
UNION ALL
SELECT CONCAT('bank line ', e.line_id), CONCAT('row ', COALESCE(e.row_id, 'none'), ', ', COALESCE(-j.total, 'none')),
  COALESCE(CONCAT('a payment of ', l.amount, ', or none and a reason'), 'a line'), 0
FROM (SELECT line_id, row_id, reason FROM fees_import_end
      UNION ALL SELECT line_id, row_id, reason FROM fees_import_again) e
LEFT JOIN fees_import_line l ON l.id = e.line_id
LEFT JOIN fees_jrl j ON j.id = e.row_id AND j.trans_type IN ('pay', 'roa')
WHERE l.id IS NULL OR e.row_id IS NULL AND e.reason = '' OR e.row_id IS NOT NULL AND (j.id IS NULL OR j.total <> -l.amount)
UNION ALL
SELECT CONCAT('bank line ', e.line_id), CONCAT(COUNT(*), ' payments or returns in force'), 'one at most', 0
FROM (SELECT id AS line_id, row_id FROM fees_import_line WHERE row_id IS NOT NULL
        AND id IN (SELECT line_id FROM fees_import_end UNION SELECT line_id FROM fees_import_again)
      UNION ALL SELECT line_id, row_id FROM fees_import_end
      UNION ALL SELECT line_id, row_id FROM fees_import_again) e
LEFT JOIN fees_jrl v ON v.reverses_id = e.row_id AND v.trans_type = 'void'
LEFT JOIN fees_correction k ON k.id = v.correction_id AND k.act = 'void'
WHERE k.id IS NULL
GROUP BY e.line_id HAVING COUNT(*) > 1
UNION ALL
SELECT CONCAT('row ', e.row_id), CONCAT('bank lines ', MIN(e.line_id), ' and ', MAX(e.line_id)), 'one line', 0
FROM (SELECT l.id AS line_id, l.row_id FROM fees_import_line l
        JOIN (SELECT row_id FROM fees_import_end UNION SELECT row_id FROM fees_import_again) w ON w.row_id = l.row_id
      UNION ALL SELECT line_id, row_id FROM fees_import_end
      UNION ALL SELECT line_id, row_id FROM fees_import_again) e
WHERE e.row_id IS NOT NULL
GROUP BY e.row_id HAVING COUNT(*) > 1
UNION ALL
SELECT CONCAT('import ', u.import_id), CONCAT('undone, row ', l.row_id, ' is valid'), 'a voided row', 0
FROM fees_import_undo u JOIN fees_import_line l ON l.import_id = u.import_id
LEFT JOIN fees_jrl v ON v.reverses_id = l.row_id AND v.trans_type = 'void'
WHERE l.row_id IS NOT NULL AND v.id IS NULL
