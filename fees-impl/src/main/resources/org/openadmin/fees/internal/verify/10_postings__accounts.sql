-- What a posting changes in the balance of an account on a day is the sum of its rows of that account and day.
SELECT CONCAT('posting ', posting_id, ', account ', studnum, ' on ', day), SUM(stored), SUM(rows_total), 0
FROM (
  SELECT a.posting_id, a.studnum, a.entry_date AS day, a.balance AS stored, 0 AS rows_total FROM fees_posting_account a
  UNION ALL
  SELECT p.posting_id, COALESCE(j.studnum, 0), j.trans_date, 0, COALESCE(j.total, 0)
  FROM fees_posting_row p JOIN fees_jrl j ON j.id = p.jrl_id) both_sides
GROUP BY posting_id, studnum, day HAVING SUM(stored) <> SUM(rows_total)
