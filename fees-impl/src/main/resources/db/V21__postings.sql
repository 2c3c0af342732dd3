-- The postings to the books. Rows are only added: the module's database user has no other right to these tables than to read them and to
-- add to them, so the indexes are part of the statements.

-- A posting; id is its number. journal_rows is the number of its rows, debits the sum of the debits of its lines.
CREATE TABLE IF NOT EXISTS fees_posting (
  id INT NOT NULL PRIMARY KEY,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  until_date DATE NOT NULL,
  narration VARCHAR(255) NOT NULL,
  journal_rows INT NOT NULL,
  debits DECIMAL(14,2) NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_posting_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The posting that each row of the journal is in: the primary key refuses a second one.
CREATE TABLE IF NOT EXISTS fees_posting_row (
  jrl_id INT NOT NULL PRIMARY KEY,
  posting_id INT NOT NULL,
  KEY fees_posting_row_posting (posting_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What a posting changes in each account on each day: the outstanding charges, and the balance. The rest is on account. An old row without
-- a student is one of the account 0.
CREATE TABLE IF NOT EXISTS fees_posting_account (
  posting_id INT NOT NULL,
  studnum INT NOT NULL,
  entry_date DATE NOT NULL,
  outstanding DECIMAL(14,2) NOT NULL,
  balance DECIMAL(14,2) NOT NULL,
  PRIMARY KEY (posting_id, studnum, entry_date),
  KEY fees_posting_account_student (studnum, entry_date, outstanding)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The lines in the books, with the accounts and the texts of the day of the posting. A debit is positive, a credit negative.
CREATE TABLE IF NOT EXISTS fees_posting_line (
  posting_id INT NOT NULL,
  place INT NOT NULL,
  entry_date DATE NOT NULL,
  side VARCHAR(12) CHARACTER SET ascii NOT NULL,
  account VARCHAR(32) NOT NULL,
  account_name VARCHAR(159) NOT NULL,
  text VARCHAR(255) NOT NULL,
  amount DECIMAL(14,2) NOT NULL,
  PRIMARY KEY (posting_id, place)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- These add nothing, but fail without the right to add a row. Otherwise the first posting would.
INSERT INTO fees_posting SELECT * FROM fees_posting WHERE FALSE;
INSERT INTO fees_posting_row SELECT * FROM fees_posting_row WHERE FALSE;
INSERT INTO fees_posting_account SELECT * FROM fees_posting_account WHERE FALSE;
INSERT INTO fees_posting_line SELECT * FROM fees_posting_line WHERE FALSE;

INSERT IGNORE INTO fees_counter (name, value) VALUES ('posting', 0);
