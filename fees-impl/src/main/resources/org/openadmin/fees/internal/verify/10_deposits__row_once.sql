-- Each row of money, and each difference of a drawer, is in one deposit at most: it goes into another only after a counter-deposit has
-- taken it back from the one before.
SELECT COALESCE(CONCAT('row ', d.jrl_id), CONCAT('count ', d.count_id)),
       CONCAT('step ', d.step, ' in deposit ', d.deposit_id), 'in one deposit, unless taken back', 0
FROM (SELECT deposit_id, jrl_id, count_id, step, COALESCE(LAG(step) OVER steps, -1) AS step_before,
      COALESCE(LAG(deposit_id) OVER steps, 0) AS deposit_before
    FROM fees_deposit_row WINDOW steps AS (PARTITION BY jrl_id, count_id ORDER BY step)) d
LEFT JOIN fees_deposit h ON h.id = d.deposit_id
WHERE (d.jrl_id IS NOT NULL OR d.count_id IS NOT NULL) AND (h.id IS NULL OR d.step <> d.step_before + 1
  OR d.deposit_id <= d.deposit_before
  OR MOD(d.step, 2) = 0 AND h.takes_back IS NOT NULL
  OR MOD(d.step, 2) = 1 AND NOT h.takes_back <=> d.deposit_before)
