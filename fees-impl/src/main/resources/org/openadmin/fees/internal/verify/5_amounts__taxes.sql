-- Each tax of a charge is its rate of the subtotal or, if the amount includes the taxes, its part of the total, rounded half up to the
-- {decimals} decimals of the currency. Old rows have no rates. What came from another charge, or is charged in parts, shares its taxes: 8_zero_sum; so does
-- what corrects it.
WITH rated AS (
  SELECT id, tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate, tax3, tax3_name, tax3_rate, tax4, tax4_name, tax4_rate,
    IF(tax_included = 1, total, subtotal) AS base,
    IF(tax_included = 1, 100 + COALESCE(tax1_rate, 0) + COALESCE(tax2_rate, 0) + COALESCE(tax3_rate, 0)
      + COALESCE(tax4_rate, 0), 100) AS whole
  FROM fees_jrl j WHERE COALESCE(tax1_rate, tax2_rate, tax3_rate, tax4_rate) IS NOT NULL AND origin_id IS NULL AND part_number IS NULL
    AND NOT (j.reverses_id IS NOT NULL AND EXISTS (SELECT 1 FROM fees_jrl r WHERE r.id = j.reverses_id AND (r.origin_id IS NOT NULL OR r.part_number IS NOT NULL))))
SELECT CONCAT('row ', id), CONCAT(COALESCE(tax1_name, 'tax 1'), ' of ', COALESCE(tax1, 'nothing')),
       CONCAT(expected, ', ', tax1_rate, IF(whole = 100, ' % of ', ' % in '), base), 0
FROM (SELECT *, ROUND(base * tax1_rate / whole, {decimals}) AS expected FROM rated WHERE tax1_rate IS NOT NULL) taxed
WHERE NOT tax1 <=> expected
UNION ALL
SELECT CONCAT('row ', id), CONCAT(COALESCE(tax2_name, 'tax 2'), ' of ', COALESCE(tax2, 'nothing')),
       CONCAT(expected, ', ', tax2_rate, IF(whole = 100, ' % of ', ' % in '), base), 0
FROM (SELECT *, ROUND(base * tax2_rate / whole, {decimals}) AS expected FROM rated WHERE tax2_rate IS NOT NULL) taxed
WHERE NOT tax2 <=> expected
UNION ALL
SELECT CONCAT('row ', id), CONCAT(COALESCE(tax3_name, 'tax 3'), ' of ', COALESCE(tax3, 'nothing')),
       CONCAT(expected, ', ', tax3_rate, IF(whole = 100, ' % of ', ' % in '), base), 0
FROM (SELECT *, ROUND(base * tax3_rate / whole, {decimals}) AS expected FROM rated WHERE tax3_rate IS NOT NULL) taxed
WHERE NOT tax3 <=> expected
UNION ALL
SELECT CONCAT('row ', id), CONCAT(COALESCE(tax4_name, 'tax 4'), ' of ', COALESCE(tax4, 'nothing')),
       CONCAT(expected, ', ', tax4_rate, IF(whole = 100, ' % of ', ' % in '), base), 0
FROM (SELECT *, ROUND(base * tax4_rate / whole, {decimals}) AS expected FROM rated WHERE tax4_rate IS NOT NULL) taxed
WHERE NOT tax4 <=> expected
