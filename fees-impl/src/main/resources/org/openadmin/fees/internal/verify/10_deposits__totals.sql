-- The cash and the cheques of a deposit are the sums of what is in it, where a cheque for several accounts counts once, and the cash is not below zero, except in a counter-deposit.
SELECT CONCAT('deposit ', h.id),
       CONCAT(h.cash_rows, ', ', h.difference, ', ', h.cheques, ' in ', h.cheque_count),
       CONCAT(COALESCE(s.cash_rows, 'nothing'), ', ', COALESCE(s.difference, 'nothing'), ', ', COALESCE(s.cheques, 'nothing'),
         ' in ', COALESCE(s.cheque_count, 'nothing')), 0
FROM fees_deposit h
LEFT JOIN (SELECT d.deposit_id, SUM(IF(j.method = 'cash', d.amount, 0)) AS cash_rows,
      SUM(IF(d.count_id IS NOT NULL, d.amount, 0)) AS difference,
      SUM(IF(j.method = 'cheque', d.amount, 0)) AS cheques, COUNT(DISTINCT IF(j.method = 'cheque',
        CONCAT(j.trans_type = 'void', ' ', COALESCE(r.lead_id, r.id, j.lead_id, j.id)), NULL)) AS cheque_count
    FROM fees_deposit_row d LEFT JOIN fees_jrl j ON j.id = d.jrl_id LEFT JOIN fees_jrl r ON r.id = j.reverses_id
    GROUP BY d.deposit_id) s ON s.deposit_id = h.id
WHERE NOT COALESCE(h.cash_rows = s.cash_rows AND h.difference = s.difference AND h.cheques = s.cheques
    AND h.cheque_count = s.cheque_count, 0)
  OR h.takes_back IS NULL AND h.cash_rows + h.difference < 0
