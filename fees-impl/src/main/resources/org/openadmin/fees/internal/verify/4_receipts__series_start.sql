-- The series of receipts starts at the configured number, {first}, or after the last old receipt.
SELECT CONCAT('receipt ', start), CONCAT('none from ', start, ' to ', number - 1),
       CONCAT('a series from ', start), 0
FROM (SELECT MIN(receipt_number) AS number, GREATEST({first}, COALESCE(
        (SELECT MAX(paid_id) FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND recorded_at IS NULL), 0)
        + 1) AS start FROM fees_jrl WHERE receipt_number IS NOT NULL) receipts
WHERE number > start
