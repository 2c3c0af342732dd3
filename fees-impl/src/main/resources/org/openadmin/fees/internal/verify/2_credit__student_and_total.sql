-- Each row has a student and a total.
SELECT CONCAT('row ', id), CONCAT_WS(' and ', IF(studnum IS NULL, 'no student', NULL),
       IF(total IS NULL, 'no total', NULL)), 'a student and a total', recorded_at IS NULL
FROM fees_jrl WHERE studnum IS NULL OR total IS NULL
