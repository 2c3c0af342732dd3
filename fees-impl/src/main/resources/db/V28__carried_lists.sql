-- What else a closing carries forward, so that long lists and what has become of the charges need not be counted from the first row. Each
-- closing or reopening stores what it adds to those before it that are in force, so the figures of one are the sums of all of them. One of
-- an earlier version has none of it; the next one adds what is missing. Rows are only added, as in fees_audit, so the indexes are part of
-- the statements. A day is text, because an old row may have a date that does not exist; it is empty for a row without one.

-- The closings with such lists: how many charges, receipts and rows of the journal they have added.
CREATE TABLE IF NOT EXISTS fees_closing_list (
  closing_id INT NOT NULL PRIMARY KEY,
  charges INT NOT NULL,
  receipts INT NOT NULL,
  journal_rows INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The charges of students by name, day and the kind of the row that had settled them by the end of the last closed day, which is empty for
-- those that were open by the dates of the rows. A charge of an earlier closing whose settlement has changed is taken from one kind and added
-- to the other. latest is the number of the last of them.
CREATE TABLE IF NOT EXISTS fees_closing_fee (
  closing_id INT NOT NULL,
  name VARCHAR(255) NOT NULL,
  trans_date CHAR(10) CHARACTER SET ascii NOT NULL,
  settled VARCHAR(8) NOT NULL,
  charges INT NOT NULL,
  total DECIMAL(14,2) NOT NULL,
  latest INT NOT NULL,
  PRIMARY KEY (closing_id, name, trans_date, settled)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The same charges also by the grade and homeroom of their day. named is 0 for those of the old system, which have neither.
CREATE TABLE IF NOT EXISTS fees_closing_group (
  closing_id INT NOT NULL,
  name VARCHAR(255) NOT NULL,
  trans_date CHAR(10) CHARACTER SET ascii NOT NULL,
  named INT NOT NULL,
  grade VARCHAR(32) COLLATE utf8mb4_bin NOT NULL,
  homeroom VARCHAR(32) COLLATE utf8mb4_bin NOT NULL,
  settled VARCHAR(8) NOT NULL,
  charges INT NOT NULL,
  total DECIMAL(14,2) NOT NULL,
  latest INT NOT NULL,
  PRIMARY KEY (name, closing_id, trans_date, named, grade, homeroom, settled)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Those charges of fees_closing_charge that a payment had settled by the dates of the rows, before its money was there.
CREATE TABLE IF NOT EXISTS fees_closing_opened (
  closing_id INT NOT NULL,
  charge_id INT NOT NULL,
  PRIMARY KEY (closing_id, charge_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The receipts by their number, in blocks of 10,000 from 0 on, by day and cashier. One for several accounts counts once.
CREATE TABLE IF NOT EXISTS fees_closing_receipt (
  closing_id INT NOT NULL,
  block INT NOT NULL,
  trans_date CHAR(10) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  receipts INT NOT NULL,
  PRIMARY KEY (closing_id, block, trans_date, recorded_by)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The rows of the journal by kind and amount, which is text because that of an old row may be missing.
CREATE TABLE IF NOT EXISTS fees_closing_amount (
  closing_id INT NOT NULL,
  trans_type VARCHAR(8) NOT NULL,
  amount VARCHAR(12) CHARACTER SET ascii NOT NULL,
  journal_rows INT NOT NULL,
  PRIMARY KEY (closing_id, trans_type, amount)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- These add nothing, but fail without the right to add a row. Otherwise the first closing would.
INSERT INTO fees_closing_list SELECT * FROM fees_closing_list WHERE FALSE;
INSERT INTO fees_closing_fee SELECT * FROM fees_closing_fee WHERE FALSE;
INSERT INTO fees_closing_group SELECT * FROM fees_closing_group WHERE FALSE;
INSERT INTO fees_closing_opened SELECT * FROM fees_closing_opened WHERE FALSE;
INSERT INTO fees_closing_receipt SELECT * FROM fees_closing_receipt WHERE FALSE;
INSERT INTO fees_closing_amount SELECT * FROM fees_closing_amount WHERE FALSE;
