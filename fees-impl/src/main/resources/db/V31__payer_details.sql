-- language is that of a payer's documents, en or fr, and empty for the school's. authorization is the number under which the payer pays;
-- its invoices show it. Where payers were recorded before, both are empty.
ALTER TABLE fees_payer
  ADD COLUMN IF NOT EXISTS language VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS authorization_text VARCHAR(255) NOT NULL DEFAULT '';

-- What a payer was changed to, by whom and when: version 2, 3 and so on. fees_payer has the latest. Rows are only added, as in fees_audit,
-- so the indexes are part of the statement.
CREATE TABLE IF NOT EXISTS fees_payer_change (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  payer_id INT NOT NULL,
  version INT NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  name VARCHAR(255) NOT NULL,
  address VARCHAR(1024) NOT NULL,
  email VARCHAR(255) NOT NULL,
  language VARCHAR(8) CHARACTER SET ascii NOT NULL,
  authorization_text VARCHAR(255) NOT NULL,
  active BOOLEAN NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_payer_change_request (request_key),
  UNIQUE KEY fees_payer_change_version (payer_id, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
