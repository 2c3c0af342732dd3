-- A past settlement is of a charge, by a row of the same student, and was ended by a later void of this student, by the charge's own
-- reversal, or by one of the rows that took a transfer back. Old data may name a row of somebody else, or one that does not exist.
SELECT CONCAT('row ', h.charge_id), CONCAT('past settlement by row ', h.settled_by, ', ended by row ', h.ended_by),
       'rows of the same student: a charge, what settled it, and then its reversal or a void',
       c.id IS NOT NULL AND e.id IS NOT NULL AND p.recorded_at IS NULL
FROM fees_past_settlement h
LEFT JOIN fees_jrl c ON c.id = h.charge_id AND c.trans_type = 'chg'
LEFT JOIN fees_jrl p ON p.id = h.settled_by
LEFT JOIN fees_jrl e ON e.id = h.ended_by AND e.studnum = c.studnum
  AND (e.trans_type = 'void' OR e.trans_type = 'rev' AND e.reverses_id = c.id
    OR e.trans_type = 'xfer' AND e.reverses_id IN (h.settled_by, c.id))
WHERE c.id IS NULL OR p.id IS NULL OR e.id IS NULL OR NOT p.studnum <=> c.studnum OR e.id <= p.id
