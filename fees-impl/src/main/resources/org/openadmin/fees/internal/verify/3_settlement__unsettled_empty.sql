-- A charge that nothing has settled names no row, not row 0. It counts as outstanding either way.
SELECT CONCAT('row ', id), 'row 0 as the one that settled it; counted as outstanding', 'none', recorded_at IS NULL
FROM fees_jrl WHERE trans_type = 'chg' AND paid_id = 0
