-- A student's invoice in a message of an e-mail run: one row for each address. The student's line in fees_run_line sums them up.
-- charges has the ids of the charges on the invoice, separated by commas; it is NULL in runs from before this table.
CREATE TABLE IF NOT EXISTS fees_run_message (
  run_id INT NOT NULL,
  recipient VARCHAR(512) COLLATE utf8mb4_bin NOT NULL,
  studnum INT NOT NULL,
  outcome VARCHAR(16) NOT NULL,
  detail VARCHAR(512) NOT NULL,
  charges MEDIUMTEXT NULL,
  PRIMARY KEY (run_id, recipient, studnum)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- The earlier e-mails to a student, and all messages about a student in a run.
CREATE INDEX IF NOT EXISTS fees_run_message_student ON fees_run_message (studnum, outcome);
-- Earlier runs sent one message to all addresses of a student, which recipient then lists.
INSERT IGNORE INTO fees_run_message (run_id, recipient, studnum, outcome, detail)
SELECT l.run_id, l.recipient, l.studnum, l.outcome, l.detail
FROM fees_run_line l JOIN fees_run r ON r.id = l.run_id
WHERE r.channel = 'email' AND l.recipient <> ''
  AND NOT EXISTS (SELECT 1 FROM fees_run_message m WHERE m.run_id = l.run_id AND m.studnum = l.studnum);
