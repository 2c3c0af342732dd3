-- A void corrects a payment, a reversal or waiver corrects a charge, and both rows are of the same student.
SELECT CONCAT('row ', j.id), CONCAT('a ', j.trans_type, ' of row ', r.id, ', a ', COALESCE(r.trans_type, 'none'),
         ' of student ', COALESCE(r.studnum, 'none')),
       CONCAT('a row that can be corrected so, of student ', COALESCE(j.studnum, 'none')), j.recorded_at IS NULL
FROM fees_jrl j JOIN fees_jrl r ON r.id = j.reverses_id
WHERE NOT j.studnum <=> r.studnum OR j.trans_type IN ('rev', 'waive') AND NOT r.trans_type <=> 'chg'
  OR j.trans_type = 'void' AND (r.trans_type IS NULL OR r.trans_type NOT IN ('pay', 'roa'))
