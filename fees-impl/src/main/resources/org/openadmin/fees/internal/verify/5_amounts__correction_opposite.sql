-- A void, reversal or waiver has the opposite total of the row that it corrects; a refund is more than zero.
SELECT CONCAT('row ', j.id), CONCAT('a ', j.trans_type, ' of ', j.total),
       COALESCE(CONCAT('exactly ', -r.total), 'more than zero'), j.recorded_at IS NULL
FROM fees_jrl j LEFT JOIN fees_jrl r ON r.id = j.reverses_id
WHERE j.trans_type IN ('void', 'rev', 'waive') AND j.total <> -r.total
  OR j.trans_type = 'refund' AND j.total <= 0
