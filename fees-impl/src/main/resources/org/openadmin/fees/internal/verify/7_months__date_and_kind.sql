-- Each row has a date that exists and a known kind, and so belongs to a line of a month.
SELECT CONCAT('row ', id), CONCAT('the date ', COALESCE(CAST(trans_date AS CHAR), 'none'), ' and the kind ',
       COALESCE(trans_type, 'none')), 'a date that exists and a known kind', recorded_at IS NULL
FROM fees_jrl WHERE trans_date IS NULL OR trans_date < '1000-01-01' OR trans_type IS NULL
  OR NOT trans_date <=> FROM_DAYS(TO_DAYS(trans_date))
  OR trans_type NOT IN ('chg', 'pay', 'roa', 'void', 'rev', 'waive', 'refund')
