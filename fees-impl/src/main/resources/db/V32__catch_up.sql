-- Who joined or left the group of an assessment: which assessment another one follows, of whom charges were reversed, and who is not to
-- be charged. Rows of fees_dismissed are only added.
ALTER TABLE fees_batch
  ADD COLUMN IF NOT EXISTS follows_id INT NULL INVISIBLE,
  ADD INDEX IF NOT EXISTS fees_batch_follows (follows_id),
  ADD INDEX IF NOT EXISTS fees_batch_date (trans_date);
ALTER TABLE fees_correction
  ADD COLUMN IF NOT EXISTS students MEDIUMTEXT NULL INVISIBLE;
CREATE TABLE IF NOT EXISTS fees_dismissed (
  batch_id INT NOT NULL,
  studnum INT NOT NULL,
  reason VARCHAR(255) NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (batch_id, studnum),
  KEY fees_dismissed_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
