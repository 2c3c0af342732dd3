-- Each reminder lists a charge that had reached its stage and that no earlier reminder had reminded of it; by e-mail, at this address.
WITH reminder AS (
  SELECT l.run_id, l.studnum, '' AS recipient, l.charges, l.reminder_days AS stage, r.invoice_date AS day
  FROM fees_run r
  JOIN fees_run_line l ON l.run_id = r.id
  WHERE r.kind = 'reminders' AND r.channel = 'print' AND r.state = 'done' AND l.outcome = 'invoiced'
  UNION ALL
  SELECT m.run_id, m.studnum, m.recipient, m.charges, l.reminder_days, r.invoice_date
  FROM fees_run r
  JOIN fees_run_message m ON m.run_id = r.id
  JOIN fees_run_line l ON l.run_id = m.run_id AND l.studnum = m.studnum
  WHERE r.kind = 'reminders' AND m.outcome IN ('sending', 'sent', 'uncertain')
)
SELECT CONCAT('student ', n.studnum, ' in run ', n.run_id), CONCAT('reminded again after ', n.stage, ' days'),
  'one reminder for each stage of a charge', 0
FROM reminder n
WHERE n.stage IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM fees_jrl j
  WHERE j.studnum = n.studnum AND j.trans_type = 'chg' AND FIND_IN_SET(j.id, n.charges)
    AND DATEDIFF(n.day, COALESCE(j.due_date, j.trans_date)) > n.stage
    AND NOT EXISTS (
      SELECT 1 FROM reminder e
      WHERE e.studnum = n.studnum AND e.run_id < n.run_id AND FIND_IN_SET(j.id, e.charges)
        AND (e.recipient = '' OR n.recipient = '' OR e.recipient = n.recipient)
        AND DATEDIFF(e.day, COALESCE(j.due_date, j.trans_date)) > n.stage))
