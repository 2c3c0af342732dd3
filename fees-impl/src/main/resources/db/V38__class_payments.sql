-- The payments of a class, recorded at once: what was in the envelope, and the receipts with consecutive numbers from first_receipt on. Rows
-- are only added, as in fees_audit, so the index is part of the statement.
CREATE TABLE IF NOT EXISTS fees_class_payment (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  fee VARCHAR(255) NOT NULL,
  homeroom VARCHAR(255) NOT NULL,
  trans_date DATE NOT NULL,
  method VARCHAR(16) CHARACTER SET ascii NOT NULL,
  reference VARCHAR(64) NOT NULL,
  total DECIMAL(14,2) NOT NULL,
  first_receipt INT NOT NULL,
  receipts INT NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_class_payment_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
