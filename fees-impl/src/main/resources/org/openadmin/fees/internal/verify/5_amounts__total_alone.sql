-- A void, refund, rounding, moved credit or opening credit has a total, without a subtotal and taxes.
SELECT CONCAT('row ', id), CONCAT('a ', trans_type, ' with a subtotal or tax of ',
         COALESCE(subtotal, tax1, tax2, tax3, tax4)), 'a total alone', 0
FROM fees_jrl WHERE trans_type IN ('void', 'refund', 'round', 'move', 'open') AND recorded_at IS NOT NULL
  AND COALESCE(subtotal, tax1, tax2, tax3, tax4) IS NOT NULL
