-- A run of invoices: the request, the user and the result. alive_at is the time of its last activity: a running one without any for
-- a while was aborted, whatever its state.
CREATE TABLE IF NOT EXISTS fees_run (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  channel VARCHAR(8) NOT NULL,
  state VARCHAR(10) NOT NULL,
  invoice_date DATE NOT NULL,
  audience TEXT NOT NULL,
  minimum DECIMAL(10,2) NULL,
  sorted_by VARCHAR(8) NOT NULL,
  invoices INT NOT NULL,
  pages INT NOT NULL,
  charged DECIMAL(14,2) NOT NULL,
  credit DECIMAL(14,2) NOT NULL,
  problem VARCHAR(512) NOT NULL,
  started_at CHAR(24) CHARACTER SET ascii NOT NULL,
  alive_at CHAR(24) CHARACTER SET ascii NOT NULL,
  ended_at CHAR(24) CHARACTER SET ascii NULL,
  started_by VARCHAR(64) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE UNIQUE INDEX IF NOT EXISTS fees_run_request ON fees_run (request_key);

-- A student of a run. The lines of one message have the same recipient.
CREATE TABLE IF NOT EXISTS fees_run_line (
  run_id INT NOT NULL,
  studnum INT NOT NULL,
  student_name VARCHAR(512) NOT NULL,
  student_grade VARCHAR(32) NOT NULL,
  student_homeroom VARCHAR(32) NOT NULL,
  outcome VARCHAR(16) NOT NULL,
  due DECIMAL(14,2) NOT NULL,
  recipient VARCHAR(512) NOT NULL,
  detail VARCHAR(512) NOT NULL,
  PRIMARY KEY (run_id, studnum)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- The earlier e-mails to a student.
CREATE INDEX IF NOT EXISTS fees_run_line_student ON fees_run_line (studnum, outcome);
-- The number of students by outcome, for the list of runs.
CREATE INDEX IF NOT EXISTS fees_run_line_outcome ON fees_run_line (run_id, outcome);

-- E-mail runs lock this counter, so that they run one at a time.
INSERT IGNORE INTO fees_counter (name, value) VALUES ('mail', 0);
