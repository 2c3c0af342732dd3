-- The assessments are numbered from 1 without gaps, up to the counter.
SELECT 'batches', CONCAT(COUNT(b.id), ' recorded, the last is ', COALESCE(MAX(b.id), 0)),
       CONCAT(c.value, ' without gap'), 0
FROM fees_counter c LEFT JOIN fees_batch b ON TRUE WHERE c.name = 'batch' GROUP BY c.value
HAVING COUNT(b.id) <> c.value OR COALESCE(MAX(b.id), 0) <> c.value
