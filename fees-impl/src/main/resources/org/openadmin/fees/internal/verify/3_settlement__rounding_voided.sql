-- The rounding of a payment is taken back with the payment: by a row of the same correction and date as the void.
SELECT CONCAT('row ', r.id), CASE WHEN v.id IS NULL THEN CONCAT('taken back by row ', x.id, ', though payment ', p.id, ' is valid')
         WHEN x.id IS NULL THEN CONCAT('still there, though row ', v.id, ' voided payment ', p.id)
         ELSE CONCAT('taken back by row ', x.id, ', not with row ', v.id, ', which voided payment ', p.id) END,
       'taken back with its payment', 0
FROM fees_jrl r JOIN fees_jrl p ON p.id = r.reverses_id AND p.trans_type = 'pay'
LEFT JOIN fees_jrl v ON v.reverses_id = p.id AND v.trans_type = 'void'
LEFT JOIN fees_jrl x ON x.reverses_id = r.id AND x.trans_type = 'round'
WHERE r.trans_type = 'round' AND ((v.id IS NULL) <> (x.id IS NULL)
  OR v.id IS NOT NULL AND NOT (x.correction_id <=> v.correction_id AND x.trans_date <=> v.trans_date))
