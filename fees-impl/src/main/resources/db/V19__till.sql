-- The counts of the drawers and the deposits. Rows are only added: the module's database user has no other right to these tables than
-- to read them and to add to them, so the indexes are part of the statements.

-- A count of a drawer, which is a cashier's money of a day: the latest row of a drawer is valid. expected = opening + moved - deposited,
-- difference = counted - expected. pieces are the notes and coins, such as 100.00x2 20.00x5; empty if only the sum was entered.
CREATE TABLE IF NOT EXISTS fees_cash_count (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  cashier VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  drawer_date DATE NOT NULL,
  opening DECIMAL(14,2) NOT NULL,
  moved DECIMAL(14,2) NOT NULL,
  deposited DECIMAL(14,2) NOT NULL,
  expected DECIMAL(14,2) NOT NULL,
  counted DECIMAL(14,2) NOT NULL,
  difference DECIMAL(14,2) NOT NULL,
  pieces VARCHAR(512) CHARACTER SET ascii NOT NULL,
  reason VARCHAR(255) NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_cash_count_request (request_key),
  KEY fees_cash_count_drawer (drawer_date, cashier)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- A deposit; id is its number. takes_back is the deposit that a counter-deposit corrects; its amounts are negative. No row of the
-- journal up to settled_to waits to be deposited or taken back, so that the search for those that do begins after it.
CREATE TABLE IF NOT EXISTS fees_deposit (
  id INT NOT NULL PRIMARY KEY,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  deposit_date DATE NOT NULL,
  until_date DATE NOT NULL,
  takes_back INT NULL,
  whole TINYINT NOT NULL,
  cash_rows DECIMAL(14,2) NOT NULL,
  difference DECIMAL(14,2) NOT NULL,
  cheques DECIMAL(14,2) NOT NULL,
  cheque_count INT NOT NULL,
  pieces VARCHAR(512) CHARACTER SET ascii NOT NULL,
  wanted_rows MEDIUMTEXT CHARACTER SET ascii NULL,
  to_verify TINYINT NOT NULL,
  settled_to INT NOT NULL,
  reason VARCHAR(255) NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_deposit_request (request_key),
  KEY fees_deposit_takes_back (takes_back)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What is in a deposit: a row of the journal, or the difference of a count. step counts the deposits of the same row: 0 is the deposit
-- that it is in, 1 the counter-deposit that took it back, 2 the deposit that it went into after that, and so on. So a row is in a
-- deposit while it has an odd number of steps, and the unique keys refuse a second deposit at the same time.
CREATE TABLE IF NOT EXISTS fees_deposit_row (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  deposit_id INT NOT NULL,
  jrl_id INT NULL,
  count_id INT NULL,
  step INT NOT NULL,
  amount DECIMAL(14,2) NOT NULL,
  UNIQUE KEY fees_deposit_row_journal (jrl_id, step),
  UNIQUE KEY fees_deposit_row_count (count_id, step),
  KEY fees_deposit_row_deposit (deposit_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Who verified a deposit.
CREATE TABLE IF NOT EXISTS fees_deposit_check (
  deposit_id INT NOT NULL PRIMARY KEY,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_deposit_check_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- These add nothing, but fail without the right to add a row. Otherwise the first count or deposit would.
INSERT INTO fees_cash_count SELECT * FROM fees_cash_count WHERE FALSE;
INSERT INTO fees_deposit SELECT * FROM fees_deposit WHERE FALSE;
INSERT INTO fees_deposit_row SELECT * FROM fees_deposit_row WHERE FALSE;
INSERT INTO fees_deposit_check SELECT * FROM fees_deposit_check WHERE FALSE;

INSERT IGNORE INTO fees_counter (name, value) VALUES ('deposit', 0);
-- Where deposits begin: earlier money was taken to the bank without the module.
INSERT IGNORE INTO fees_counter (name, value) SELECT 'deposit_jrl', COALESCE(MAX(id), 0) FROM fees_jrl;
