-- A run of invoices: what was asked for, by whom, and what came of it. alive_at is its last sign of life: one that has given none
-- for a while was cut off, whatever its state says.
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
-- What was e-mailed to a student before.
CREATE INDEX IF NOT EXISTS fees_run_line_student ON fees_run_line (studnum, outcome);
-- How many students met with what: the runs are listed with these counts.
CREATE INDEX IF NOT EXISTS fees_run_line_outcome ON fees_run_line (run_id, outcome);

-- Runs by e-mail wait for each other here.
INSERT IGNORE INTO fees_counter (name, value) VALUES ('mail', 0);
