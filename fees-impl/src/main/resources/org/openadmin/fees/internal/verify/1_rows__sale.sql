-- A charge of a predefined fee is of an assessment, or it was sold: then its payment is of the same account, day and user. A void reverses only
-- what was sold with the payment that it voids and came back, or a part of that; what came back is reversed, or was corrected before.
WITH RECURSIVE pieces AS (
  SELECT a.charge_id AS piece, a.payment_id, c.paid_id FROM fees_sale a STRAIGHT_JOIN fees_jrl c ON c.id = a.charge_id
  UNION
  SELECT p.id, f.payment_id, p.paid_id FROM pieces f
  STRAIGHT_JOIN fees_jrl s ON s.id = f.paid_id AND s.trans_type = 'split'
  STRAIGHT_JOIN fees_jrl p ON p.origin_id = f.piece AND p.correction_id = s.correction_id AND p.trans_type = 'chg')
SELECT CONCAT('row ', j.id), CONCAT('a charge of predefined fee ', j.predefined_id), 'its assessment or sale', j.recorded_at IS NULL
FROM fees_jrl j LEFT JOIN fees_sale a ON a.charge_id = j.id
WHERE j.trans_type = 'chg' AND j.predefined_id IS NOT NULL AND j.batch_id IS NULL AND a.charge_id IS NULL
UNION ALL
SELECT CONCAT('row ', a.charge_id), CONCAT('sold as predefined fee ', a.predefined_id, ' with row ', a.payment_id),
       'a charge of it alone, and the payment of that account, day and user', 0
FROM fees_sale a
LEFT JOIN fees_jrl c ON c.id = a.charge_id AND c.trans_type = 'chg' AND c.predefined_id = a.predefined_id AND c.batch_id IS NULL
  AND c.origin_id IS NULL AND c.correction_id IS NULL
LEFT JOIN fees_jrl p ON p.id = a.payment_id AND p.trans_type IN ('pay', 'roa') AND p.request_key IS NOT NULL
  AND p.studnum = c.studnum AND p.trans_date = c.trans_date AND p.recorded_by = c.recorded_by
WHERE p.id IS NULL
UNION ALL
SELECT CONCAT('row ', r.id), CONCAT('row ', r.reverses_id, ' reversed by the void of correction ', r.correction_id),
       'something sold with the payment that came back', 0
FROM fees_correction v STRAIGHT_JOIN fees_jrl r ON r.correction_id = v.id AND r.trans_type = 'rev'
LEFT JOIN fees_jrl w ON w.correction_id = v.id AND w.trans_type = 'void'
LEFT JOIN pieces f ON f.piece = r.reverses_id AND f.payment_id = w.reverses_id
WHERE v.act = 'void' AND (f.piece IS NULL OR NOT v.goods <=> 'returned')
UNION ALL
SELECT CONCAT('row ', f.piece), CONCAT('came back with correction ', v.id, ', and is owed or paid'), 'reversed, waived, split or transferred', 0
FROM fees_correction v STRAIGHT_JOIN fees_jrl w ON w.correction_id = v.id AND w.trans_type = 'void'
JOIN pieces f ON f.payment_id = w.reverses_id
LEFT JOIN fees_jrl s ON s.id = f.paid_id
WHERE v.goods = 'returned' AND NOT COALESCE(s.trans_type IN ('rev', 'waive', 'split', 'xfer'), FALSE)
