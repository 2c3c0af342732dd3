-- Each assessment has as many charges as its record counts, one for each student or each part, and they add up to its total.
SELECT CONCAT('batch ', b.id), CONCAT(COUNT(j.id), ' charges, ', COALESCE(SUM(j.total), 0.00)),
       CONCAT(b.charges * COALESCE(b.parts, 1), ' charges, ', b.total), 0
FROM fees_batch b LEFT JOIN fees_jrl j ON j.batch_id = b.id AND j.trans_type = 'chg'
GROUP BY b.id, b.charges, b.parts, b.total
HAVING COUNT(j.id) <> b.charges * COALESCE(b.parts, 1) OR COALESCE(SUM(j.total), 0) <> b.total
