-- A waiver has the reason code of its correction, and no other row has one.
SELECT CONCAT('row ', j.id), COALESCE(CONCAT('reason code ', j.reason_code), 'no reason code'),
  CASE WHEN j.trans_type = 'waive' THEN COALESCE(CONCAT('reason code ', c.reason_code), 'no reason code') ELSE 'no reason code' END, 0
FROM fees_jrl j LEFT JOIN fees_correction c ON c.id = j.correction_id AND j.trans_type = 'waive'
WHERE NOT (j.reason_code <=> c.reason_code)
