-- What each closing has counted of a fee is the sum of its grades and homerooms, and the last charge is one of this name and day.
SELECT CONCAT('closing ', x.closing_id, IF(x.name = '', ', charges without a name', CONCAT(', charges ', x.name)), ' of ', x.trans_date),
  CONCAT(SUM(x.found), ', ', SUM(x.total), ', settled by ', x.settled), CONCAT(SUM(x.stored), ', ', SUM(x.sum)), 0
FROM (
  SELECT closing_id, name, trans_date, settled, 0 AS found, 0.00 AS total, charges AS stored, total AS sum FROM fees_closing_fee
  UNION ALL
  SELECT closing_id, name, trans_date, settled, charges, total, 0, 0.00 FROM fees_closing_group) x
GROUP BY x.closing_id, x.name, x.trans_date, x.settled
HAVING SUM(x.found) <> SUM(x.stored) OR SUM(x.total) <> SUM(x.sum)
UNION ALL
SELECT CONCAT('closing ', f.closing_id), CONCAT('row ', f.latest),
  IF(f.name = '', 'a charge without a name', CONCAT('a charge ', f.name, ' of ', f.trans_date)), 0
FROM (
  SELECT closing_id, name, trans_date, latest FROM fees_closing_fee
  UNION
  SELECT closing_id, name, trans_date, latest FROM fees_closing_group) f
LEFT JOIN fees_jrl j ON j.id = f.latest AND j.trans_type = 'chg' AND COALESCE(j.name, '') = f.name
  AND COALESCE(CAST(j.trans_date AS CHAR), '') = f.trans_date
WHERE j.id IS NULL
