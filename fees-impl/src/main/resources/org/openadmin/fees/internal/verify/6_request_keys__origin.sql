-- Each row of the module has its origin: a charge its assessment or sale, a correction its record, a payment its request key; the fee for a
-- returned payment, and the money that is received again when that is undone, have their correction; the other rows of a receipt for several accounts name the first. A rounding has the payment, refund or correction that it belongs to: 5_amounts__rounding.
SELECT CONCAT('row ', id), CONCAT('no ', origin), CONCAT('the ', origin, ' it came from'), 0
FROM (SELECT j.id, CASE WHEN trans_type = 'chg' THEN IF(batch_id IS NULL AND correction_id IS NULL AND a.charge_id IS NULL, 'assessment or sale', NULL)
    WHEN trans_type IN ('rev', 'waive', 'void', 'refund', 'split', 'xfer', 'move') THEN IF(correction_id IS NULL, 'correction', NULL)
    WHEN trans_type = 'round' THEN IF(reverses_id IS NULL, 'payment or refund', NULL)
    WHEN request_key IS NULL AND correction_id IS NULL AND lead_id IS NULL THEN 'request key' END AS origin
  FROM fees_jrl j LEFT JOIN fees_sale a ON j.trans_type = 'chg' AND a.charge_id = j.id WHERE j.recorded_at IS NOT NULL) ours
WHERE origin IS NOT NULL
