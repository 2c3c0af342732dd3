-- What was sold at the counter: each charge of a predefined fee that a payment made, and the first row of that payment. Such a charge is of no
-- assessment. Rows are only added, as in fees_audit, so the indexes are part of the statement.
CREATE TABLE IF NOT EXISTS fees_sale (
  charge_id INT NOT NULL PRIMARY KEY,
  payment_id INT NOT NULL,
  predefined_id INT NOT NULL,
  KEY fees_sale_payment (payment_id),
  KEY fees_sale_predefined (predefined_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Of a void: returned if what was sold with the payment came back, kept if not. Where nothing was sold, and in older rows, it is empty.
ALTER TABLE fees_correction
  ADD COLUMN IF NOT EXISTS goods VARCHAR(8) CHARACTER SET ascii NULL INVISIBLE;
