-- No two payments have the same receipt number. The other rows of a receipt for several accounts repeat it: 4_receipts__of_accounts.
SELECT CONCAT('row ', id), CONCAT('receipt ', paid_id, ', also on row ', first_id),
       'a receipt number of its own', recorded_at IS NULL
FROM (SELECT id, paid_id, recorded_at, MIN(id) OVER (PARTITION BY paid_id) AS first_id
      FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND paid_id > 0 AND lead_id IS NULL) receipts
WHERE id <> first_id
