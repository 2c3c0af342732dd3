-- A counter-deposit names an earlier deposit, which is none itself, and its reason.
SELECT CONCAT('deposit ', h.id), CONCAT('takes back ', h.takes_back), 'an earlier deposit and a reason', 0
FROM fees_deposit h LEFT JOIN fees_deposit o ON o.id = h.takes_back
WHERE h.takes_back IS NOT NULL AND (o.id IS NULL OR o.id >= h.id OR o.takes_back IS NOT NULL OR h.reason = '')
