-- A correction: the request and its result, so that the same request key returns the same result. Rows are added, never changed.
-- subject is the number of the charge, the assessment, the receipt or the student. The rows that a correction adds to the journal
-- have its number.
CREATE TABLE IF NOT EXISTS fees_correction (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  act VARCHAR(8) NOT NULL,
  subject INT NOT NULL,
  trans_date DATE NOT NULL,
  reason VARCHAR(255) NOT NULL,
  journal_rows INT NOT NULL,
  total DECIMAL(14,2) NOT NULL,
  reopened INT NOT NULL,
  reopened_total DECIMAL(14,2) NOT NULL,
  to_credit DECIMAL(14,2) NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE UNIQUE INDEX IF NOT EXISTS fees_correction_request ON fees_correction (request_key);

ALTER TABLE fees_jrl
  ADD COLUMN IF NOT EXISTS correction_id INT NULL INVISIBLE;
