-- A charge that came from another one, which exists, was made with the row that split or transferred that one: a part is of the account of
-- its origin, a transferred charge of another. A split or transfer, and nothing else, has an origin of its own account, which is a charge.
SELECT CONCAT('row ', j.id), CONCAT('a ', COALESCE(j.trans_type, 'none'), ' of account ', COALESCE(j.studnum, 'none'), ' from row ',
         COALESCE(j.origin_id, 'none'), COALESCE(CONCAT(', a ', o.trans_type, ' of account ', o.studnum), '')),
       'a charge that was split or transferred then', j.recorded_at IS NULL
FROM fees_jrl j
LEFT JOIN fees_jrl o ON o.id = j.origin_id
LEFT JOIN fees_jrl s FORCE INDEX (fees_jrl_origin) ON s.origin_id = j.origin_id AND s.correction_id = j.correction_id AND s.id <> j.id
  AND s.trans_type = IF(o.studnum <=> j.studnum, 'split', 'xfer')
WHERE j.origin_id IS NOT NULL AND NOT COALESCE(o.trans_type = 'chg' AND CASE j.trans_type WHEN 'chg' THEN s.id IS NOT NULL
    WHEN 'split' THEN o.studnum <=> j.studnum WHEN 'xfer' THEN o.studnum <=> j.studnum ELSE FALSE END, FALSE)
  OR j.origin_id IS NULL AND j.trans_type IN ('split', 'xfer')
GROUP BY j.id
