-- Who asked a run to stop: the portal that sends reads it between two messages, so a run can be stopped from anywhere. And the portal
-- of a run, with the start of that portal: a portal that has been restarted recognises the runs that it left unfinished.
ALTER TABLE fees_run
  ADD COLUMN IF NOT EXISTS stop_requested_by VARCHAR(64) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS portal CHAR(36) CHARACTER SET ascii NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS portal_start CHAR(36) CHARACTER SET ascii NULL INVISIBLE;
-- A run by e-mail that was interrupted had no sums. Its lines have only the amounts due, so charges and credit stay together.
UPDATE fees_run r JOIN (
  SELECT l.run_id, COUNT(*) AS students, SUM(l.due) AS due FROM fees_run_line l WHERE l.outcome = 'sent' GROUP BY l.run_id
) sent ON sent.run_id = r.id
SET r.invoices = sent.students, r.charged = sent.due
WHERE r.channel = 'email' AND r.state = 'running' AND r.invoices = 0;
