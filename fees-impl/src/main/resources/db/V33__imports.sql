-- Imported files and the transactions of the bank that came with them. Rows are only added, as in fees_audit, so the indexes are part of the
-- statements. round counts how often the same file, or the same transaction, was imported and undone before.
CREATE TABLE IF NOT EXISTS fees_import (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  file_name VARCHAR(255) NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii NOT NULL,
  round INT NOT NULL,
  line_count INT NOT NULL,
  total DECIMAL(14,2) NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_import_request (request_key),
  UNIQUE KEY fees_import_file (sha256, round)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- row_id is the payment that a transaction became when it was imported; without one it is unclaimed money until it has an end.
CREATE TABLE IF NOT EXISTS fees_import_line (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  import_id INT NOT NULL,
  line INT NOT NULL,
  fingerprint CHAR(64) CHARACTER SET ascii NOT NULL,
  round INT NOT NULL,
  day DATE NOT NULL,
  amount DECIMAL(10,2) NOT NULL,
  text VARCHAR(512) NOT NULL,
  row_id INT NULL,
  UNIQUE KEY fees_import_line_fingerprint (fingerprint, round),
  UNIQUE KEY fees_import_line_row (row_id),
  KEY fees_import_line_import (import_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What became of unclaimed money: a payment, or it was sent back for a reason.
CREATE TABLE IF NOT EXISTS fees_import_end (
  line_id INT NOT NULL PRIMARY KEY,
  row_id INT NULL,
  reason VARCHAR(255) NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_import_end_request (request_key),
  UNIQUE KEY fees_import_end_row (row_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS fees_import_undo (
  import_id INT NOT NULL PRIMARY KEY,
  reason VARCHAR(255) NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_import_undo_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT IGNORE INTO fees_counter (name, value) VALUES ('import', 0);
