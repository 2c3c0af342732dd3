-- Each tax of a charge is its rate of the subtotal, rounded half up to the {decimals} decimals of the currency.
-- Old rows have no rates.
SELECT CONCAT('row ', id), CONCAT(COALESCE(tax1_name, 'tax 1'), ' of ', COALESCE(tax1, 'nothing')),
       CONCAT(ROUND(subtotal * tax1_rate / 100, {decimals}), ', ', tax1_rate, ' % of ', subtotal), 0
FROM fees_jrl WHERE tax1_rate IS NOT NULL AND NOT tax1 <=> ROUND(subtotal * tax1_rate / 100, {decimals})
UNION ALL
SELECT CONCAT('row ', id), CONCAT(COALESCE(tax2_name, 'tax 2'), ' of ', COALESCE(tax2, 'nothing')),
       CONCAT(ROUND(subtotal * tax2_rate / 100, {decimals}), ', ', tax2_rate, ' % of ', subtotal), 0
FROM fees_jrl WHERE tax2_rate IS NOT NULL AND NOT tax2 <=> ROUND(subtotal * tax2_rate / 100, {decimals})
UNION ALL
SELECT CONCAT('row ', id), CONCAT(COALESCE(tax3_name, 'tax 3'), ' of ', COALESCE(tax3, 'nothing')),
       CONCAT(ROUND(subtotal * tax3_rate / 100, {decimals}), ', ', tax3_rate, ' % of ', subtotal), 0
FROM fees_jrl WHERE tax3_rate IS NOT NULL AND NOT tax3 <=> ROUND(subtotal * tax3_rate / 100, {decimals})
UNION ALL
SELECT CONCAT('row ', id), CONCAT(COALESCE(tax4_name, 'tax 4'), ' of ', COALESCE(tax4, 'nothing')),
       CONCAT(ROUND(subtotal * tax4_rate / 100, {decimals}), ', ', tax4_rate, ' % of ', subtotal), 0
FROM fees_jrl WHERE tax4_rate IS NOT NULL AND NOT tax4 <=> ROUND(subtotal * tax4_rate / 100, {decimals})
