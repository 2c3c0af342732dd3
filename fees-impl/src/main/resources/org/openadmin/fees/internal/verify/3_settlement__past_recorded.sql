-- Where a payment was voided, or a charge that it lists was reversed, the settlement that ended is recorded.
SELECT CONCAT('row ', c.id), CONCAT('no past settlement by row ', p.id), CONCAT('ended by row ', v.id), p.recorded_at IS NULL
FROM fees_jrl v
JOIN fees_jrl p ON p.id = v.reverses_id AND p.trans_type = 'pay'
JOIN fees_jrl c ON c.studnum = p.studnum AND c.trans_type = 'chg' AND FIND_IN_SET(c.id, REPLACE(p.description, ' ', ',')) > 0
LEFT JOIN fees_past_settlement h ON h.charge_id = c.id AND h.settled_by = p.id
WHERE v.trans_type = 'void' AND v.recorded_at IS NOT NULL AND h.charge_id IS NULL
UNION ALL
SELECT CONCAT('row ', c.id), CONCAT('no past settlement by row ', p.id), CONCAT('ended by row ', r.id), p.recorded_at IS NULL
FROM fees_jrl r
JOIN fees_jrl c ON c.id = r.reverses_id AND c.trans_type = 'chg'
JOIN fees_jrl p ON p.studnum = c.studnum AND p.trans_type = 'pay' AND p.id < r.id
  AND FIND_IN_SET(c.id, REPLACE(p.description, ' ', ',')) > 0
LEFT JOIN fees_past_settlement h ON h.charge_id = c.id AND h.settled_by = p.id
LEFT JOIN fees_jrl v ON v.reverses_id = p.id AND v.trans_type = 'void'
WHERE r.trans_type = 'rev' AND r.recorded_at IS NOT NULL AND h.charge_id IS NULL AND v.id IS NULL
