-- Each row has a student and a total.
SELECT CONCAT('row ', id), CONCAT_WS(' and ', IF(studnum IS NULL, 'no student', IF(studnum > 0, NULL, CONCAT('student ', studnum))),
       IF(total IS NULL, 'no total', NULL)), 'a student and a total', recorded_at IS NULL
FROM fees_jrl WHERE studnum IS NULL OR studnum <= 0 OR total IS NULL
