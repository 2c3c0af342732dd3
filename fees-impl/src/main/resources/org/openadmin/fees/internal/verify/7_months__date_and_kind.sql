-- Each row has a date that exists and a known kind, and so belongs to a line of a month.
-- The dates that do not exist are looked for among the different dates of the index, not among all rows.
SELECT CONCAT('row ', id), CONCAT('the date ', COALESCE(CAST(trans_date AS CHAR), 'none'), ' and the kind ',
       COALESCE(trans_type, 'none')), 'a date that exists and a known kind', recorded_at IS NULL
FROM (
  SELECT id, trans_date, trans_type, recorded_at FROM fees_jrl
  WHERE trans_date IS NULL OR trans_date < '1000-01-01' OR trans_type IS NULL
    OR trans_type NOT IN ('chg', 'pay', 'roa', 'void', 'rev', 'waive', 'refund', 'round', 'split', 'xfer', 'move', 'open')
  UNION
  SELECT j.id, j.trans_date, j.trans_type, j.recorded_at
  FROM (SELECT trans_date FROM fees_jrl GROUP BY trans_date
        HAVING trans_date >= '1000-01-01' AND NOT trans_date <=> FROM_DAYS(TO_DAYS(trans_date))) days
    JOIN fees_jrl j ON j.trans_date = days.trans_date) found
