-- A charge is more than zero.
SELECT CONCAT('row ', id), CONCAT('a charge of ', total), 'more than zero', 0
FROM fees_jrl WHERE trans_type = 'chg' AND recorded_at IS NOT NULL AND total <= 0
