-- The receipts that were sent by e-mail. A message is entered before it is sent; without an outcome, it may have arrived. The attempt tells
-- a repeated transaction from a repeated request: only the attempt that entered the message sends it.
CREATE TABLE IF NOT EXISTS fees_receipt_mail (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  attempt CHAR(36) CHARACTER SET ascii NOT NULL,
  receipt INT NOT NULL,
  addresses VARCHAR(512) NOT NULL,
  is_copy BOOLEAN NOT NULL,
  outcome VARCHAR(8) CHARACTER SET ascii NULL,
  reply VARCHAR(255) NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_receipt_mail_request (request_key),
  KEY fees_receipt_mail_receipt (receipt)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
