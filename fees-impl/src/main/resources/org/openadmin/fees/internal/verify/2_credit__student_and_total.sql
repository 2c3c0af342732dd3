-- Each row has a total, and a student or a payer: a number below zero is a payer's.
SELECT CONCAT('row ', id), CONCAT_WS(' and ', IF(studnum IS NULL, 'no student', IF(studnum > 0 OR studnum IN (SELECT -id FROM fees_payer), NULL, CONCAT('student ', studnum))),
       IF(total IS NULL, 'no total', NULL)), 'a student and a total', recorded_at IS NULL
FROM fees_jrl WHERE studnum IS NULL OR total IS NULL OR studnum <= 0 AND studnum NOT IN (SELECT -id FROM fees_payer)
