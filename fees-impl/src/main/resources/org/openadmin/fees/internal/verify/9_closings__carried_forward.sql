-- Nothing was added to what is closed: the rows and the balance of each account up to the last closed day are still those that the
-- last closing or reopening carried forward.
SELECT CONCAT('student ', x.studnum),
  CONCAT(SUM(x.found), ' rows, ', SUM(x.total), ' up to ', MAX(x.day)), CONCAT(SUM(x.carried), ' rows, ', SUM(x.balance)), 0
FROM (
  SELECT a.studnum, l.closed_through AS day, 0 AS found, 0.00 AS total, a.journal_rows AS carried, a.balance
  FROM fees_closing l
  JOIN fees_closing_account a ON a.closing_id = l.id
  WHERE l.id = (SELECT MAX(id) FROM fees_closing)
  UNION ALL
  SELECT j.studnum, MAX(l.closed_through), COUNT(*), SUM(COALESCE(j.total, 0)), 0, 0.00
  FROM fees_closing l
  JOIN fees_jrl j ON j.trans_date IS NULL OR j.trans_date <= l.closed_through
  WHERE l.id = (SELECT MAX(id) FROM fees_closing) AND j.studnum IS NOT NULL
  GROUP BY j.studnum) x
GROUP BY x.studnum
HAVING SUM(x.found) <> SUM(x.carried) OR SUM(x.total) <> SUM(x.balance)
