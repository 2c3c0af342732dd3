-- A void corrects a payment, a reversal or waiver corrects a charge, a transfer that is taken back corrects the first one and
-- the payer's charge, and both rows are of the same
-- account.
SELECT CONCAT('row ', j.id), CONCAT('a ', j.trans_type, ' of row ', r.id, ', a ', COALESCE(r.trans_type, 'none'),
         ' of student ', COALESCE(r.studnum, 'none')),
       CONCAT('a row that can be corrected so, of student ', COALESCE(j.studnum, 'none')), j.recorded_at IS NULL
FROM fees_jrl j JOIN fees_jrl r ON r.id = j.reverses_id
WHERE NOT j.studnum <=> r.studnum OR j.trans_type IN ('rev', 'waive') AND NOT r.trans_type <=> 'chg'
  OR j.trans_type = 'void' AND (r.trans_type IS NULL OR r.trans_type NOT IN ('pay', 'roa'))
  OR j.trans_type = 'xfer' AND NOT COALESCE(r.trans_type IN ('xfer', 'chg'), FALSE) OR j.trans_type IN ('split', 'move', 'open')
