-- Each charge of an assessment has the record of that assessment.
SELECT CONCAT('batch ', j.batch_id), CONCAT('no record of it, ', COUNT(*), ' charges'), 'a record of it', 0
FROM fees_jrl j LEFT JOIN fees_batch b ON b.id = j.batch_id
WHERE j.batch_id IS NOT NULL AND b.id IS NULL GROUP BY j.batch_id
