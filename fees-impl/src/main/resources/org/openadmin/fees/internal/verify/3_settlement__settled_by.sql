-- A settled charge names a payment of the same student that lists it and is not voided, or the reversal or waiver of
-- that charge.
SELECT * FROM (
  SELECT CONCAT('row ', c.id) AS subject, CASE
    WHEN p.id IS NULL THEN CONCAT('settled by row ', c.paid_id, ', which does not exist')
    WHEN NOT p.studnum <=> c.studnum
      THEN CONCAT('settled by row ', p.id, ' of student ', COALESCE(p.studnum, 'none'))
    WHEN p.trans_type IS NULL OR p.trans_type NOT IN ('pay', 'rev', 'waive')
      THEN CONCAT('settled by row ', p.id, ' of the kind ', COALESCE(p.trans_type, 'none'))
    WHEN v.id IS NOT NULL THEN CONCAT('settled by payment ', p.id, ', which row ', v.id, ' has voided')
    WHEN p.trans_type IN ('rev', 'waive') AND NOT p.reverses_id <=> c.id
      THEN CONCAT('settled by row ', p.id, ', which names row ', COALESCE(p.reverses_id, 'none'))
    WHEN p.trans_type = 'pay' AND FIND_IN_SET(c.id, REPLACE(COALESCE(p.description, ''), ' ', ',')) = 0
      AND CONCAT(' ', COALESCE(p.description, ''), ' ') NOT REGEXP CONCAT('[^0-9]', c.id, '[^0-9]')
      THEN CONCAT('settled by payment ', p.id, ', which does not list it') END AS found,
    'a payment, reversal or waiver of the same student that names it',
    c.recorded_at IS NULL AND p.recorded_at IS NULL
  FROM fees_jrl c LEFT JOIN fees_jrl p ON p.id = c.paid_id
    LEFT JOIN fees_jrl v ON v.reverses_id = p.id AND v.trans_type = 'void'
  WHERE c.trans_type = 'chg' AND c.paid_id <> 0) charges
WHERE found IS NOT NULL
