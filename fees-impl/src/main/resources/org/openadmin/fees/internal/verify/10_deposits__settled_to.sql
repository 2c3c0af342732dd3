-- No row before the one where the search for undeposited money begins waits to be deposited or taken back.
SELECT CONCAT('row ', j.id), CONCAT('not deposited, before row ', s.settled_to), 'deposited, or voided before', 0
FROM (SELECT (SELECT settled_to FROM fees_deposit ORDER BY id DESC LIMIT 1) AS settled_to,
    COALESCE((SELECT value FROM fees_counter WHERE name = 'deposit_jrl'), 0) AS first) s
JOIN fees_jrl j ON j.id > s.first AND j.id <= s.settled_to
LEFT JOIN fees_jrl v ON v.reverses_id = j.id AND v.trans_type = 'void'
LEFT JOIN fees_jrl r ON r.id = j.reverses_id AND r.trans_type IN ('pay', 'roa')
WHERE j.method IN ('cash', 'cheque') AND j.total <> 0 AND j.recorded_at IS NOT NULL
  AND MOD((SELECT COUNT(*) FROM fees_deposit_row d WHERE d.jrl_id = j.id), 2) = 0
  AND (j.trans_type IN ('pay', 'roa')
      AND (v.id IS NULL OR MOD((SELECT COUNT(*) FROM fees_deposit_row d WHERE d.jrl_id = v.id), 2) = 1)
    OR j.trans_type = 'refund' AND j.method = 'cash'
    OR j.trans_type = 'void' AND r.id IS NOT NULL
      AND MOD((SELECT COUNT(*) FROM fees_deposit_row d WHERE d.jrl_id = r.id), 2) = 1)
