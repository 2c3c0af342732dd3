-- Each reminder keeps its stage with its tone, and lists charges of its student that were due before its day; an invoice has no stage.
SELECT CONCAT('student ', l.studnum, ' in run ', l.run_id), 'a reminder without a stage', 'its stage and tone', 0
FROM fees_run r
JOIN fees_run_line l ON l.run_id = r.id
WHERE r.kind = 'reminders' AND l.outcome IN ('invoiced', 'waiting', 'sending', 'sent', 'failed', 'uncertain')
  AND (l.reminder_days IS NULL OR l.reminder_tone IS NULL OR l.reminder_tone NOT IN ('first', 'further', 'final'))
UNION ALL
SELECT CONCAT('student ', l.studnum, ' in run ', l.run_id), 'an invoice with a stage of reminders', 'no stage', 0
FROM fees_run r
JOIN fees_run_line l ON l.run_id = r.id
WHERE r.kind IS NULL AND (l.reminder_days IS NOT NULL OR l.reminder_tone IS NOT NULL)
UNION ALL
SELECT CONCAT('student ', c.studnum, ' in run ', c.run_id), CONCAT('charges ', COALESCE(c.charges, 'none')),
  'charges of the student that were overdue', 0
FROM (
  SELECT l.run_id, l.studnum, l.charges, r.invoice_date
  FROM fees_run r
  JOIN fees_run_line l ON l.run_id = r.id
  WHERE r.kind = 'reminders' AND r.channel = 'print' AND l.outcome = 'invoiced'
  UNION ALL
  SELECT m.run_id, m.studnum, m.charges, r.invoice_date
  FROM fees_run r
  JOIN fees_run_message m ON m.run_id = r.id
  WHERE r.kind = 'reminders'
) c
WHERE COALESCE(c.charges, '') = ''
  OR 1 + LENGTH(c.charges) - LENGTH(REPLACE(c.charges, ',', '')) <> (
    SELECT COUNT(*) FROM fees_jrl j
    WHERE j.studnum = c.studnum AND j.trans_type = 'chg' AND FIND_IN_SET(j.id, c.charges)
      AND COALESCE(j.due_date, j.trans_date) < c.invoice_date)
