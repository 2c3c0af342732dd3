-- The payments of a class have consecutive receipts, with its date, method, reference and cashier; each is a payment of another student, and
-- together they are what was in the envelope.
SELECT CONCAT('class payment ', p.id),
       CONCAT(COUNT(j.id), ' receipts from ', p.first_receipt, ', ', COALESCE(-SUM(j.total), 0.00)),
       CONCAT(p.receipts, ' receipts of the class, ', p.total), 0
FROM fees_class_payment p
LEFT JOIN fees_jrl j ON j.receipt_number BETWEEN p.first_receipt AND p.first_receipt + p.receipts - 1 AND j.trans_type = 'pay' AND j.studnum > 0
  AND j.trans_date <=> p.trans_date AND j.method <=> p.method AND j.reference <=> p.reference AND j.recorded_by <=> p.recorded_by
  AND j.recorded_at <=> p.recorded_at
GROUP BY p.id
HAVING COUNT(j.id) <> MAX(p.receipts) OR COUNT(DISTINCT j.studnum) <> MAX(p.receipts) OR MAX(p.receipts) < 1
  OR COALESCE(-SUM(j.total), 0) <> MAX(p.total)
