-- The other rows of a receipt for several accounts name its first row, which names none, and are of other accounts; they have its number,
-- date, method, reference and cashier.
SELECT CONCAT('row ', j.id), CONCAT('receipt ', COALESCE(j.paid_id, 'none'), ' with row ', j.lead_id, ', ',
         COALESCE(CONCAT(f.trans_type, ' with receipt ', COALESCE(f.paid_id, 'none')), 'which does not exist')),
       'the same receipt of another account', j.recorded_at IS NULL
FROM fees_jrl j LEFT JOIN fees_jrl f ON f.id = j.lead_id
WHERE j.lead_id IS NOT NULL AND NOT COALESCE(j.trans_type IN ('pay', 'roa') AND f.trans_type IN ('pay', 'roa') AND f.lead_id IS NULL
  AND j.paid_id <=> f.paid_id AND j.trans_date <=> f.trans_date AND j.method <=> f.method AND j.reference <=> f.reference
  AND j.recorded_by <=> f.recorded_by AND j.request_key IS NULL AND NOT j.studnum <=> f.studnum, FALSE)
UNION ALL
SELECT CONCAT('row ', MAX(j.id)), CONCAT(COUNT(*), ' rows of account ', j.studnum, ' on one receipt'), 'one row for each account', 0
FROM fees_jrl j WHERE j.lead_id IS NOT NULL GROUP BY j.lead_id, j.studnum HAVING COUNT(*) > 1
