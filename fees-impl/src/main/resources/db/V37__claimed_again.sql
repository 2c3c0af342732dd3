-- What became of unclaimed money whose receipt had been voided: each time a payment, or it was sent back. step is the number of payments
-- that the transaction of the bank was before. Rows are only added, as in fees_audit, so the indexes are part of the statement.
CREATE TABLE IF NOT EXISTS fees_import_again (
  line_id INT NOT NULL,
  step INT NOT NULL,
  row_id INT NULL,
  reason VARCHAR(255) NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (line_id, step),
  UNIQUE KEY fees_import_again_request (request_key),
  UNIQUE KEY fees_import_again_row (row_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
