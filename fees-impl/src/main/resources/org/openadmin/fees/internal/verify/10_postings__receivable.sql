-- What the postings have brought to the receivable of an account is what is outstanding of its posted rows. It can only be more while some
-- rows of the account are not posted: money may have been there before what it paid.
SELECT CONCAT('account ', account.studnum), account.booked, account.open, 0
FROM (
  SELECT studnum, SUM(booked) AS booked, SUM(open) AS open FROM (
    SELECT a.studnum, a.outstanding AS booked, 0 AS open FROM fees_posting_account a
    UNION ALL
    SELECT COALESCE(j.studnum, 0), 0, COALESCE(j.total, 0)
    FROM fees_posting_row p
    JOIN fees_jrl j ON j.id = p.jrl_id AND j.trans_type = 'chg'
    LEFT JOIN fees_jrl s ON s.id = j.paid_id AND s.trans_type <> 'chg'
    LEFT JOIN fees_posting_row sp ON sp.jrl_id = s.id
    WHERE (COALESCE(j.paid_id, 0) = 0
        OR s.id IS NOT NULL AND sp.jrl_id IS NULL
          AND s.trans_date >= '1000-01-01' AND MONTH(s.trans_date) > 0 AND DAYOFMONTH(s.trans_date) > 0)
      AND NOT EXISTS (
        SELECT 1 FROM fees_past_settlement past
        JOIN fees_jrl e ON e.id = past.ended_by
        LEFT JOIN fees_posting_row ep ON ep.jrl_id = e.id
        LEFT JOIN fees_jrl b ON b.id = past.settled_by AND b.trans_type <> 'chg'
        LEFT JOIN fees_posting_row bp ON bp.jrl_id = b.id
        WHERE past.charge_id = j.id AND ep.jrl_id IS NULL
          AND e.trans_date >= '1000-01-01' AND MONTH(e.trans_date) > 0 AND DAYOFMONTH(e.trans_date) > 0
          AND (bp.jrl_id IS NOT NULL OR b.id IS NULL
            OR NOT COALESCE(b.trans_date >= '1000-01-01' AND MONTH(b.trans_date) > 0 AND DAYOFMONTH(b.trans_date) > 0, FALSE)))
  ) both_sides GROUP BY studnum) account
WHERE account.booked < account.open
  OR account.booked > account.open AND NOT EXISTS (
    SELECT 1 FROM fees_jrl j LEFT JOIN fees_posting_row p ON p.jrl_id = j.id
    WHERE (j.studnum = account.studnum OR account.studnum = 0 AND j.studnum IS NULL) AND p.jrl_id IS NULL)
