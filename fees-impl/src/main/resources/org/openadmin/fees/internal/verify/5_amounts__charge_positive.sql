-- A charge is more than zero, and its subtotal is zero or more.
SELECT CONCAT('row ', id), CONCAT('a charge of ', total, ', ', COALESCE(subtotal, 'nothing'), ' before tax'),
       'more than zero, and not below zero before tax', 0
FROM fees_jrl WHERE trans_type = 'chg' AND recorded_at IS NOT NULL AND (total <= 0 OR subtotal < 0)
