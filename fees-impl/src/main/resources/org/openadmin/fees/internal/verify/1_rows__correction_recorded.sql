-- Each row of a correction has the record of that correction, and is of a kind that corrections add.
SELECT CONCAT('row ', j.id), CONCAT('a ', COALESCE(j.trans_type, 'none'), ' of correction ', j.correction_id),
       'a correction that is recorded', 0
FROM fees_jrl j LEFT JOIN fees_correction c ON c.id = j.correction_id
WHERE j.correction_id IS NOT NULL AND (c.id IS NULL
  OR j.trans_type IS NULL OR j.trans_type NOT IN ('rev', 'waive', 'void', 'refund', 'round')
    AND NOT (c.act IN ('split', 'together', 'waive') AND (j.trans_type = 'split' OR j.trans_type = 'chg' AND j.origin_id IS NOT NULL))
    AND NOT (c.act <=> 'transfer' AND (j.trans_type = 'xfer' OR j.trans_type = 'chg' AND j.origin_id IS NOT NULL
      OR j.trans_type = 'pay' AND j.studnum < 0 AND j.total = 0))
    AND NOT (c.act <=> 'takeback' AND j.trans_type = 'xfer')
    AND NOT (c.act IN ('cover', 'uncover') AND (j.trans_type IN ('split', 'xfer') OR j.trans_type = 'chg' AND j.origin_id IS NOT NULL
      OR c.act = 'cover' AND j.trans_type = 'pay' AND j.studnum < 0 AND j.total = 0))
    AND NOT (c.act <=> 'move' AND j.trans_type = 'move')
    AND NOT (c.act <=> 'return' AND j.trans_type = 'chg') AND NOT (c.act <=> 'unreturn' AND j.trans_type IN ('pay', 'roa')))
