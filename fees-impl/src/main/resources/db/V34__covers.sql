-- What a payer pays for a student, and when that was ended. fee is empty for all fees, last_day for no end, year_limit for no limit. Rows are
-- only added, as in fees_audit, so the indexes are part of the statement.
CREATE TABLE IF NOT EXISTS fees_cover (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  payer_id INT NOT NULL,
  studnum INT NOT NULL,
  fee VARCHAR(255) NOT NULL,
  percent DECIMAL(5,2) NOT NULL,
  year_limit DECIMAL(10,2) NULL,
  first_day DATE NOT NULL,
  last_day DATE NULL,
  authorization_text VARCHAR(255) NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_cover_request (request_key),
  KEY fees_cover_student (studnum),
  KEY fees_cover_payer (payer_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS fees_cover_end (
  cover_id INT NOT NULL PRIMARY KEY,
  last_day DATE NOT NULL,
  reason VARCHAR(255) NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_cover_end_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The payer's charges that a cover run made, with the cover, the date of the student's whole charge and the amount. The run is a correction
-- of the act cover; what undid it, one of the act uncover that names it.
CREATE TABLE IF NOT EXISTS fees_cover_use (
  charge_id INT NOT NULL PRIMARY KEY,
  cover_id INT NOT NULL,
  correction_id INT NOT NULL,
  charged DATE NOT NULL,
  amount DECIMAL(10,2) NOT NULL,
  KEY fees_cover_use_cover (cover_id),
  KEY fees_cover_use_correction (correction_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE INDEX IF NOT EXISTS fees_correction_act ON fees_correction (act, subject);
