-- What else a closing carries forward, so that no figure has to read the closed months again. A closing or reopening of an earlier version
-- has none of it: until the next one, figures are read from the journal. Rows are only added, as in fees_audit, so the indexes are part of
-- the statements.

-- The sums of what a closing carries forward: the rows and the balances of all accounts, and the charges that were open. last_recorded is
-- the time at which the last row of the closed months was recorded, or empty.
CREATE TABLE IF NOT EXISTS fees_closing_sum (
  closing_id INT NOT NULL PRIMARY KEY,
  journal_rows INT NOT NULL,
  balance DECIMAL(14,2) NOT NULL,
  charges INT NOT NULL,
  outstanding DECIMAL(14,2) NOT NULL,
  last_recorded CHAR(24) CHARACTER SET ascii NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The charges that were open at the end of the last closed day. due is the day by which the charge was to be paid, as text, because an old
-- row may have a date that does not exist, or none.
CREATE TABLE IF NOT EXISTS fees_closing_charge (
  closing_id INT NOT NULL,
  studnum INT NOT NULL,
  charge_id INT NOT NULL,
  due CHAR(10) CHARACTER SET ascii NOT NULL,
  total DECIMAL(10,2) NOT NULL,
  PRIMARY KEY (closing_id, studnum, charge_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The days that a closing closes: their rows by kind, the receipts by cashier, and the voids of receipts by the cashier and the day of the
-- receipt. receipt is 1 for the latter two. The day is text; it is empty for old rows without a date.
CREATE TABLE IF NOT EXISTS fees_closing_day (
  closing_id INT NOT NULL,
  trans_date CHAR(10) CHARACTER SET ascii NOT NULL,
  trans_type VARCHAR(8) NOT NULL,
  receipt INT NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  receipt_date CHAR(10) CHARACTER SET ascii NOT NULL,
  journal_rows INT NOT NULL,
  total DECIMAL(14,2) NOT NULL,
  PRIMARY KEY (closing_id, trans_date, trans_type, receipt, recorded_by, receipt_date)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The rows since a closing, by account.
-- skip when: SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'fees_jrl' AND index_name = 'fees_jrl_day' AND column_name = 'studnum'
ALTER TABLE fees_jrl
  DROP INDEX IF EXISTS fees_jrl_day,
  ADD INDEX fees_jrl_day (trans_date, id, trans_type, paid_id, total, studnum);

-- These add nothing, but fail without the right to add a row. Otherwise the first closing would.
INSERT INTO fees_closing_sum SELECT * FROM fees_closing_sum WHERE FALSE;
INSERT INTO fees_closing_charge SELECT * FROM fees_closing_charge WHERE FALSE;
INSERT INTO fees_closing_day SELECT * FROM fees_closing_day WHERE FALSE;
