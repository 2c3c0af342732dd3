-- A returned payment has the void of its payment and the charge of its fee, if there is one, and nothing else; its fee is the one that is
-- recorded. What undoes it has the same money again, by the same method, and the reversal of the fee, unless that was corrected before or split.
SELECT CONCAT('correction ', found.id), found.found, found.expected, 0 FROM (
  SELECT c.id, CONCAT(c.act, ' of receipt ', c.subject, ' without its record') AS found, 'a row of fees_return' AS expected
  FROM fees_correction c LEFT JOIN fees_return r ON r.correction_id = c.id AND (r.undoes IS NULL) = (c.act = 'return')
  WHERE c.act IN ('return', 'unreturn') AND r.correction_id IS NULL
  UNION ALL
  SELECT r.correction_id, 'a returned payment', 'a correction of a returned payment'
  FROM fees_return r LEFT JOIN fees_correction c ON c.id = r.correction_id AND c.act IN ('return', 'unreturn')
  WHERE c.id IS NULL
  UNION ALL
  SELECT r.correction_id, CONCAT('the return of row ', r.payment_id, ', of student ', r.studnum), 'its void, of the same student'
  FROM fees_return r
  LEFT JOIN fees_jrl v ON v.reverses_id = r.payment_id AND v.trans_type = 'void' AND v.correction_id = r.correction_id
    AND v.studnum = r.studnum
  WHERE r.undoes IS NULL AND v.id IS NULL
  UNION ALL
  SELECT r.correction_id, CONCAT('a fee of ', r.fee, ', charged by row ', COALESCE(r.fee_id, 'none')),
    'a charge of this amount and student, of this correction, or none for 0.00'
  FROM fees_return r
  LEFT JOIN fees_jrl f ON f.id = r.fee_id AND f.trans_type = 'chg' AND f.correction_id = r.correction_id AND f.studnum = r.studnum
    AND f.subtotal = r.fee
  WHERE r.undoes IS NULL AND (r.fee <> 0) <> (f.id IS NOT NULL)
  UNION ALL
  SELECT c.id, CONCAT('a charge of ', j.total, ' in row ', j.id), 'the charge of its fee alone'
  FROM fees_correction c JOIN fees_jrl j ON j.correction_id = c.id AND j.trans_type = 'chg'
  LEFT JOIN fees_return r ON r.correction_id = c.id AND r.fee_id = j.id
  WHERE c.act = 'return' AND r.correction_id IS NULL
  UNION ALL
  SELECT r.correction_id, CONCAT('undoes correction ', r.undoes, ' with row ', r.payment_id), 'the money of that return, received again'
  FROM fees_return r
  LEFT JOIN fees_return o ON o.correction_id = r.undoes AND o.undoes IS NULL AND o.studnum = r.studnum
  LEFT JOIN fees_jrl p ON p.id = o.payment_id
  LEFT JOIN fees_jrl a ON a.id = r.payment_id AND a.trans_type IN ('pay', 'roa') AND a.correction_id = r.correction_id
    AND a.studnum = p.studnum AND a.total = p.total AND a.method <=> p.method AND a.reference <=> p.reference
  WHERE r.undoes IS NOT NULL AND a.id IS NULL
  UNION ALL
  SELECT r.correction_id, CONCAT('undoes correction ', r.undoes, ' and reverses row ', COALESCE(r.fee_id, 'none')),
    CONCAT('row ', o.fee_id, ' reversed by it, or reversed or waived before')
  FROM fees_return r JOIN fees_return o ON o.correction_id = r.undoes
  LEFT JOIN fees_jrl x ON x.reverses_id = o.fee_id AND x.trans_type IN ('rev', 'waive')
    AND (x.correction_id = r.correction_id) = (r.fee_id IS NOT NULL)
  LEFT JOIN fees_jrl f ON f.id = o.fee_id
  LEFT JOIN fees_jrl s ON s.id = f.paid_id
  WHERE r.undoes IS NOT NULL AND NOT (r.fee_id IS NULL AND (o.fee_id IS NULL OR s.trans_type <=> 'split'))
    AND (x.id IS NULL OR r.fee_id IS NOT NULL AND r.fee_id <> o.fee_id)) found
