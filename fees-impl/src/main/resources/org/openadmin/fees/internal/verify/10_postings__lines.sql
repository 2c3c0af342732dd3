-- The lines of a day are those of the accounts: the receivable has what is outstanding, the credit the rest of the balances, and all
-- other accounts the opposite of the balances.
SELECT CONCAT('posting ', posting_id, ' on ', day),
  CONCAT(SUM(receivable), ', ', SUM(credit), ', ', SUM(others)),
  CONCAT(SUM(outstanding), ', ', SUM(balance) - SUM(outstanding), ', ', -SUM(balance)), 0
FROM (
  SELECT l.posting_id, l.entry_date AS day, IF(l.side = 'receivable', l.amount, 0) AS receivable,
    IF(l.side = 'credit', l.amount, 0) AS credit, IF(l.side IN ('receivable', 'credit'), 0, l.amount) AS others,
    0 AS outstanding, 0 AS balance
  FROM fees_posting_line l
  UNION ALL
  SELECT a.posting_id, a.entry_date, 0, 0, 0, a.outstanding, a.balance FROM fees_posting_account a) both_sides
GROUP BY posting_id, day
HAVING SUM(receivable) <> SUM(outstanding) OR SUM(credit) <> SUM(balance) - SUM(outstanding) OR SUM(others) <> -SUM(balance)
