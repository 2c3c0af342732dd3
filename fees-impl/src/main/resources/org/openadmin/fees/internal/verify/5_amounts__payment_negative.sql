-- A payment is less than zero, as money received is negative in the journal; it has no subtotal and no taxes.
-- It may be zero when credit alone settled the charges that it lists.
SELECT CONCAT('row ', id), CONCAT('a payment of ', total, CONCAT(' with a subtotal or tax of ',
         COALESCE(subtotal, tax1, tax2, tax3, tax4, 'nothing'))),
       'less than zero, or zero for charges that credit paid, without subtotal and taxes', recorded_at IS NULL
FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND (total > 0
  OR total = 0 AND NOT (recorded_at IS NOT NULL AND trans_type = 'pay' AND description REGEXP '[0-9]')
  OR recorded_at IS NOT NULL AND COALESCE(subtotal, tax1, tax2, tax3, tax4) IS NOT NULL
  OR ABS(COALESCE(subtotal, 0)) + ABS(COALESCE(tax1, 0)) + ABS(COALESCE(tax2, 0))
     + ABS(COALESCE(tax3, 0)) + ABS(COALESCE(tax4, 0)) > 0)
