-- The rows of a split, transfer or move, with the charges that came from it, have one date and add up to 0.00 in each amount column.
SELECT CONCAT('correction ', a.correction_id), CONCAT_WS(', ', CONCAT('from ', a.first), CONCAT('to ', a.last),
         a.total, a.subtotal, a.tax1, a.tax2, a.tax3, a.tax4), 'one date, and 0.00 in each column', 0
FROM (
  SELECT j.correction_id, MIN(j.trans_date) AS first, MAX(j.trans_date) AS last, SUM(COALESCE(j.total, 0)) AS total,
    SUM(COALESCE(j.subtotal, 0)) AS subtotal, SUM(COALESCE(j.tax1, 0)) AS tax1, SUM(COALESCE(j.tax2, 0)) AS tax2,
    SUM(COALESCE(j.tax3, 0)) AS tax3, SUM(COALESCE(j.tax4, 0)) AS tax4
  FROM fees_jrl j
  WHERE j.correction_id IS NOT NULL AND (j.trans_type IN ('split', 'xfer', 'move') OR j.trans_type = 'chg' AND j.origin_id IS NOT NULL)
  GROUP BY j.correction_id) a
WHERE NOT a.first <=> a.last OR a.total <> 0 OR a.subtotal <> 0 OR a.tax1 <> 0 OR a.tax2 <> 0 OR a.tax3 <> 0 OR a.tax4 <> 0
