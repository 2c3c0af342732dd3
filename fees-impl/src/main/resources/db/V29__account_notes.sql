-- The notes on accounts, and which of them were taken down. Rows are only added, as in fees_audit, so the indexes are part of the
-- statement.
CREATE TABLE IF NOT EXISTS fees_note (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  studnum INT NOT NULL,
  note VARCHAR(500) NOT NULL,
  confidential BOOLEAN NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_note_request (request_key),
  KEY fees_note_student (studnum)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS fees_note_end (
  note_id INT NOT NULL PRIMARY KEY,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_note_end_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
