-- Only charges have a due date. It exists, is not before the date of the charge, and is that of the assessment.
-- Rows without a due date, of earlier versions, were due on their date. What came from another charge may be due like that one,
-- and the parts of an assessment after the first later than it.
SELECT CONCAT('row ', found.id), CONCAT('a ', COALESCE(found.trans_type, 'row'), ' of ', COALESCE(found.trans_date, 'no date'),
       COALESCE(CONCAT(' due ', found.due_date), ' without a due date')),
       COALESCE(CONCAT('due ', b.due_date), 'a charge due on its date or later'), found.recorded_at IS NULL
FROM (
  SELECT j.id, j.trans_type, j.trans_date, j.due_date, j.batch_id, j.recorded_at FROM fees_jrl j
  WHERE j.due_date IS NOT NULL AND (j.trans_type <> 'chg' OR j.trans_type IS NULL OR j.due_date < j.trans_date AND j.origin_id IS NULL
    OR NOT j.due_date <=> FROM_DAYS(TO_DAYS(j.due_date)))
  UNION
  SELECT j.id, j.trans_type, j.trans_date, j.due_date, j.batch_id, j.recorded_at
  FROM fees_batch b JOIN fees_jrl j ON j.batch_id = b.id AND j.trans_type = 'chg'
  WHERE NOT j.due_date <=> b.due_date
    AND NOT COALESCE(j.part_number > 1 AND j.part_count = b.parts AND j.due_date >= b.due_date, FALSE)) found
LEFT JOIN fees_batch b ON b.id = found.batch_id
