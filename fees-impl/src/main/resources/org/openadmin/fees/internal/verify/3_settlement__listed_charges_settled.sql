-- A charge that a payment lists is not outstanding.
-- Students with a void are left out: it may open charges of other payments again.
SELECT CONCAT('row ', c.id), CONCAT('outstanding, though payment ', p.id, ' lists it'),
       CONCAT('settled by row ', p.id), p.recorded_at IS NULL
FROM fees_jrl c JOIN fees_jrl p ON p.studnum = c.studnum AND p.trans_type = 'pay'
  AND FIND_IN_SET(c.id, REPLACE(p.description, ' ', ',')) > 0
WHERE c.trans_type = 'chg' AND (c.paid_id IS NULL OR c.paid_id = 0)
  AND NOT EXISTS (SELECT 1 FROM fees_jrl v WHERE v.studnum = c.studnum AND v.trans_type = 'void')
