-- An assessment that completes another one is later, charges the same fee in the same school year, and the other completes none; who was
-- left out of an assessment was left out of one that exists.
SELECT CONCAT('batch ', b.id), CONCAT('follows ', b.follows_id), COALESCE(CONCAT('"', f.name, '" of ', f.trans_date), 'the batch'), 0
FROM fees_batch b LEFT JOIN fees_batch f ON f.id = b.follows_id
WHERE b.follows_id IS NOT NULL
  AND (f.id IS NULL OR f.id >= b.id OR f.follows_id IS NOT NULL OR f.name <> b.name
    OR YEAR(f.trans_date - INTERVAL 8 MONTH) <> YEAR(b.trans_date - INTERVAL 8 MONTH))
UNION ALL
SELECT CONCAT('student ', d.studnum), CONCAT('left out of batch ', d.batch_id), 'the batch', 0
FROM fees_dismissed d LEFT JOIN fees_batch b ON b.id = d.batch_id WHERE b.id IS NULL
