-- A transfer has exactly one charge of a payer that came from the same charge, with the opposite amounts. What takes a transfer back
-- has none: it corrects the transfer, or settles the payer's charge, with the opposite total.
SELECT CONCAT('row ', found.id), CONCAT('a transfer of ', found.total, ', ', found.charges, ' charges of ', COALESCE(found.charged, 0.00)),
       IF(found.reverses_id IS NULL, 'one charge of a payer with the opposite amounts', 'the opposite of what it takes back'),
       found.inherited
FROM (
  SELECT x.id, x.total, x.reverses_id, x.recorded_at IS NULL AS inherited, COUNT(c.id) AS charges, SUM(c.total) AS charged,
    SUM(c.total) = -x.total AND SUM(COALESCE(c.subtotal, 0)) = -COALESCE(x.subtotal, 0)
      AND SUM(COALESCE(c.tax1, 0)) = -COALESCE(x.tax1, 0) AND SUM(COALESCE(c.tax2, 0)) = -COALESCE(x.tax2, 0)
      AND SUM(COALESCE(c.tax3, 0)) = -COALESCE(x.tax3, 0) AND SUM(COALESCE(c.tax4, 0)) = -COALESCE(x.tax4, 0) AS opposite,
    MAX(t.total) = -x.total AS taken_back
  FROM fees_jrl x
  LEFT JOIN fees_jrl c FORCE INDEX (fees_jrl_origin) ON c.origin_id = x.origin_id AND c.correction_id = x.correction_id AND c.trans_type = 'chg' AND c.studnum < 0
  LEFT JOIN fees_jrl t ON t.id = x.reverses_id
  WHERE x.trans_type = 'xfer'
  GROUP BY x.id) found
WHERE IF(found.reverses_id IS NULL, found.charges <> 1 OR NOT COALESCE(found.opposite, FALSE),
  found.charges > 0 OR NOT COALESCE(found.taken_back, FALSE))
