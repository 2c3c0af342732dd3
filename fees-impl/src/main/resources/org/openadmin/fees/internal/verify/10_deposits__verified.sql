-- A deposit was verified by another person than the one who made it.
SELECT CONCAT('deposit ', c.deposit_id), CONCAT('verified by ', c.recorded_by),
       COALESCE(CONCAT('another person than ', d.recorded_by), 'a deposit'), 0
FROM fees_deposit_check c LEFT JOIN fees_deposit d ON d.id = c.deposit_id
WHERE d.id IS NULL OR d.recorded_by = c.recorded_by
