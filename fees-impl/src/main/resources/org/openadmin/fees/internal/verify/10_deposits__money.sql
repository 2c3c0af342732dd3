-- A deposit contains only cash and cheques that were received, cash that was paid out, and the differences of drawers, each with its own
-- amount, or with the opposite in a counter-deposit.
SELECT COALESCE(CONCAT('row ', d.jrl_id), CONCAT('count ', d.count_id), CONCAT('part ', d.id)),
       CONCAT(d.amount, ' in deposit ', d.deposit_id),
       COALESCE(IF(h.takes_back IS NULL, 1, -1) * COALESCE(-j.total, c.difference), 'cash or a cheque'), 0
FROM fees_deposit_row d
LEFT JOIN fees_deposit h ON h.id = d.deposit_id
LEFT JOIN fees_jrl j ON j.id = d.jrl_id
LEFT JOIN fees_cash_count c ON c.id = d.count_id
WHERE (d.jrl_id IS NULL) = (d.count_id IS NULL)
  OR d.jrl_id IS NOT NULL AND NOT COALESCE(d.amount = IF(h.takes_back IS NULL, -j.total, j.total)
    AND (j.trans_type IN ('pay', 'roa') AND j.method IN ('cash', 'cheque')
      OR j.trans_type IN ('void', 'refund') AND j.method = 'cash'), 0)
  OR d.count_id IS NOT NULL AND NOT COALESCE(d.amount = IF(h.takes_back IS NULL, c.difference, -c.difference)
    AND d.amount <> 0, 0)
