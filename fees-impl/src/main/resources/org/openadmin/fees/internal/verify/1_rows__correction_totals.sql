-- Each correction added as many rows as its record counts, and they add up to its total.
SELECT CONCAT('correction ', c.id), CONCAT(COALESCE(made, 0), ' rows, ', COALESCE(made_sum, 0.00)),
       CONCAT(c.journal_rows, ' rows, ', c.total), 0
FROM fees_correction c LEFT JOIN (
  SELECT k.id, COUNT(*) AS made, SUM(j.total) AS made_sum
  FROM fees_jrl j STRAIGHT_JOIN fees_correction k ON k.id = j.correction_id
    AND CASE k.act WHEN 'return' THEN j.trans_type IN ('void', 'chg') WHEN 'unreturn' THEN j.trans_type IN ('rev', 'pay', 'roa')
      WHEN 'split' THEN TRUE WHEN 'together' THEN TRUE WHEN 'waive' THEN TRUE WHEN 'transfer' THEN TRUE WHEN 'takeback' THEN TRUE WHEN 'move' THEN TRUE
      WHEN 'cover' THEN TRUE WHEN 'uncover' THEN TRUE
      ELSE j.trans_type = CASE WHEN k.act IN ('cancel', 'undo') THEN 'rev' ELSE k.act END END
  GROUP BY k.id) added ON added.id = c.id
WHERE COALESCE(made, 0) <> c.journal_rows OR COALESCE(made_sum, 0) <> c.total
