-- A settled charge names a payment of the same student that lists it and is not voided, or the reversal or waiver of
-- that charge, or the row that split it or, if that was not taken back, transferred it.
SELECT * FROM (
  SELECT CONCAT('row ', c.id) AS subject, CASE
    WHEN p.id IS NULL THEN CONCAT('settled by row ', c.paid_id, ', which does not exist')
    WHEN NOT p.studnum <=> c.studnum
      THEN CONCAT('settled by row ', p.id, ' of student ', COALESCE(p.studnum, 'none'))
    WHEN p.trans_type IS NULL OR p.trans_type NOT IN ('pay', 'rev', 'waive', 'split', 'xfer')
      THEN CONCAT('settled by row ', p.id, ' of the kind ', COALESCE(p.trans_type, 'none'))
    WHEN v.id IS NOT NULL THEN CONCAT('settled by ', IF(p.trans_type = 'pay', 'payment ', 'row '), p.id, ', which row ', v.id, ' has voided')
    WHEN p.trans_type IN ('rev', 'waive') AND NOT p.reverses_id <=> c.id
      THEN CONCAT('settled by row ', p.id, ', which names row ', COALESCE(p.reverses_id, 'none'))
    WHEN p.trans_type IN ('split', 'xfer') AND NOT p.origin_id <=> c.id
      THEN CONCAT('settled by row ', p.id, ', which came from row ', COALESCE(p.origin_id, 'none'))
    WHEN p.trans_type = 'pay' AND FIND_IN_SET(c.id, REPLACE(COALESCE(p.description, ''), ' ', ',')) = 0
      AND CONCAT(' ', COALESCE(p.description, ''), ' ') NOT REGEXP CONCAT('[^0-9]', c.id, '[^0-9]')
      THEN CONCAT('settled by payment ', p.id, ', which does not list it') END AS found,
    'a payment or another settling row of the same student that names it',
    c.recorded_at IS NULL AND p.recorded_at IS NULL
  FROM fees_jrl c LEFT JOIN fees_jrl p ON p.id = c.paid_id
    LEFT JOIN fees_jrl v ON v.reverses_id = p.id AND (v.trans_type = 'void' OR v.trans_type = 'xfer')
  WHERE c.trans_type = 'chg' AND c.paid_id <> 0) charges
WHERE found IS NOT NULL
