-- The total of a charge is its subtotal and its taxes.
SELECT CONCAT('row ', id), CONCAT('a total of ', COALESCE(total, 'nothing')), CONCAT('a total of ', COALESCE(
         subtotal + COALESCE(tax1, 0) + COALESCE(tax2, 0) + COALESCE(tax3, 0) + COALESCE(tax4, 0),
         'a subtotal and its taxes')), recorded_at IS NULL
FROM fees_jrl WHERE trans_type = 'chg' AND NOT total <=>
  subtotal + COALESCE(tax1, 0) + COALESCE(tax2, 0) + COALESCE(tax3, 0) + COALESCE(tax4, 0)
