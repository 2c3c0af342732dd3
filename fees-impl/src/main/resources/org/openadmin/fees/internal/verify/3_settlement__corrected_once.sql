-- A charge is reversed or waived once at most, and that row settles it.
SELECT CONCAT('row ', c.id), CONCAT('cancelled or waived by row ', GROUP_CONCAT(r.id ORDER BY r.id),
         CONCAT(' and ', COALESCE(CONCAT('settled by row ', NULLIF(c.paid_id, 0)), 'outstanding'))),
       'cancelled or waived once, and settled by that', MIN(r.recorded_at IS NULL)
FROM fees_jrl r JOIN fees_jrl c ON c.id = r.reverses_id AND c.trans_type = 'chg'
WHERE r.trans_type IN ('rev', 'waive') GROUP BY c.id, c.paid_id
HAVING COUNT(*) > 1 OR NOT c.paid_id <=> MIN(r.id)
