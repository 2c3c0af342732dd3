-- The months that are closed. Rows are only added; the last one tells what is closed now. A closing changes a column of the counters
-- that every command of the journal takes its number from: on a cluster, the one that is certified last fails and is repeated.
ALTER TABLE fees_counter ADD COLUMN IF NOT EXISTS closings INT NOT NULL DEFAULT 0 INVISIBLE;
INSERT IGNORE INTO fees_counter (name, value) VALUES ('closing', 0);
INSERT IGNORE INTO fees_counter (name, value) VALUES ('correction', 0);

CREATE TABLE IF NOT EXISTS fees_closing (
  id INT NOT NULL PRIMARY KEY,
  act VARCHAR(8) CHARACTER SET ascii NOT NULL,
  month CHAR(7) CHARACTER SET ascii NOT NULL,
  closed_through DATE NOT NULL,
  reason VARCHAR(255) NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_closing_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What a closing carries forward: each account with rows up to the last day of the month, old rows without a date included.
CREATE TABLE IF NOT EXISTS fees_closing_account (
  closing_id INT NOT NULL,
  studnum INT NOT NULL,
  journal_rows INT NOT NULL,
  balance DECIMAL(14,2) NOT NULL,
  PRIMARY KEY (closing_id, studnum)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The months that a closing closes, and the lines of their summaries as they were then, with the account codes of that day.
CREATE TABLE IF NOT EXISTS fees_closing_month (
  closing_id INT NOT NULL,
  month CHAR(7) CHARACTER SET ascii NOT NULL,
  journal_rows INT NOT NULL,
  total DECIMAL(14,2) NOT NULL,
  PRIMARY KEY (closing_id, month)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE IF NOT EXISTS fees_closing_line (
  closing_id INT NOT NULL,
  month CHAR(7) CHARACTER SET ascii NOT NULL,
  place INT NOT NULL,
  trans_type VARCHAR(8) CHARACTER SET ascii NOT NULL,
  name VARCHAR(255) NOT NULL,
  method VARCHAR(16) CHARACTER SET ascii NOT NULL,
  account VARCHAR(32) NOT NULL,
  journal_rows INT NOT NULL,
  subtotal DECIMAL(14,2) NOT NULL,
  total DECIMAL(14,2) NOT NULL,
  PRIMARY KEY (closing_id, month, place)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- The taxes of the line with this place, and with the place 0 those of the month: its columns, in their order.
CREATE TABLE IF NOT EXISTS fees_closing_tax (
  closing_id INT NOT NULL,
  month CHAR(7) CHARACTER SET ascii NOT NULL,
  place INT NOT NULL,
  position INT NOT NULL,
  name VARCHAR(64) NOT NULL,
  amount DECIMAL(14,2) NOT NULL,
  PRIMARY KEY (closing_id, month, place, position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- These add nothing, but fail without the right to add a row. Otherwise the first closing would.
INSERT INTO fees_closing SELECT * FROM fees_closing WHERE FALSE;
INSERT INTO fees_closing_account SELECT * FROM fees_closing_account WHERE FALSE;
INSERT INTO fees_closing_month SELECT * FROM fees_closing_month WHERE FALSE;
INSERT INTO fees_closing_line SELECT * FROM fees_closing_line WHERE FALSE;
INSERT INTO fees_closing_tax SELECT * FROM fees_closing_tax WHERE FALSE;
