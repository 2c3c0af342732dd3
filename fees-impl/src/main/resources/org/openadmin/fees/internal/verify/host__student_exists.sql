-- The students of old rows are in the portal.
SELECT CONCAT('student ', j.studnum), CONCAT(COUNT(*), ' rows of nobody the host knows'),
       'a student of the host', 1
FROM fees_jrl j LEFT JOIN fees_student s ON s.studnum = j.studnum
WHERE j.recorded_at IS NULL AND j.studnum IS NOT NULL AND s.studnum IS NULL GROUP BY j.studnum
