-- The payments that banks returned, beside their corrections. Rows are only added, as in fees_audit, so the indexes are part of the
-- statement. A return: payment_id is the payment, which is void, fee_id the charge for it, fee its amount before taxes. What undoes it is
-- another row with the number of its correction in undoes: payment_id is then the money that is received again, fee_id the charge that was
-- reversed with it.
CREATE TABLE IF NOT EXISTS fees_return (
  correction_id INT NOT NULL PRIMARY KEY,
  undoes INT NULL,
  studnum INT NOT NULL,
  payment_id INT NOT NULL,
  fee_id INT NULL,
  fee DECIMAL(10,2) NOT NULL,
  cash_only_until DATE NULL,
  settled INT NOT NULL,
  settled_total DECIMAL(14,2) NOT NULL,
  UNIQUE KEY fees_return_undoes (undoes),
  KEY fees_return_payment (payment_id),
  KEY fees_return_student (studnum, cash_only_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- Adds nothing, but fails without the right to add a row. Otherwise the first returned payment would.
INSERT INTO fees_return SELECT * FROM fees_return WHERE FALSE;
