-- Each payment has a receipt number.
SELECT CONCAT('row ', id), 'no receipt number', 'a receipt number', recorded_at IS NULL
FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND (paid_id IS NULL OR paid_id <= 0)
