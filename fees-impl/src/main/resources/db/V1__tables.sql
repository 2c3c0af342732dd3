-- Runs on an empty database and on one with the old system's tables (MyISAM, latin1, DOUBLE amounts). Each statement can run
-- again after a crash in mid-script. A statement that would rebuild a big table without need is skipped ("skip when" finds a row).
-- The columns of the old system keep their names, their order and their types. The module's columns are appended and INVISIBLE, so
-- that SELECT * and INSERT without column names in old tools continue to work.

CREATE TABLE IF NOT EXISTS fees_jrl (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  studnum INT NULL,
  trans_date DATE NULL,
  trans_type VARCHAR(8) NULL,
  name VARCHAR(255) NULL,
  description TEXT NULL,
  subtotal DECIMAL(10,2) NULL,
  tax1 DECIMAL(10,2) NULL, tax1_name VARCHAR(16) NULL,
  tax2 DECIMAL(10,2) NULL, tax2_name VARCHAR(16) NULL,
  tax3 DECIMAL(10,2) NULL, tax3_name VARCHAR(16) NULL,
  tax4 DECIMAL(10,2) NULL, tax4_name VARCHAR(16) NULL,
  total DECIMAL(10,2) NULL,
  paid_id INT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- skip when: SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'fees_jrl' AND engine = 'InnoDB'
ALTER TABLE fees_jrl ENGINE=InnoDB;
-- skip when: SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'fees_jrl' AND table_collation = 'utf8mb4_unicode_ci'
ALTER TABLE fees_jrl CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE fees_jrl
  MODIFY name VARCHAR(255) NULL,
  MODIFY description TEXT NULL,
  MODIFY subtotal DECIMAL(10,2) NULL,
  MODIFY tax1 DECIMAL(10,2) NULL, MODIFY tax1_name VARCHAR(16) NULL,
  MODIFY tax2 DECIMAL(10,2) NULL, MODIFY tax2_name VARCHAR(16) NULL,
  MODIFY tax3 DECIMAL(10,2) NULL, MODIFY tax3_name VARCHAR(16) NULL,
  MODIFY tax4 DECIMAL(10,2) NULL, MODIFY tax4_name VARCHAR(16) NULL,
  MODIFY total DECIMAL(10,2) NULL;

-- recorded_at is the time in UTC, such as 2026-09-08T14:03:07.123Z. It is stored as text, because a DATETIME is converted to the time
-- zone of each machine that reads it and loses the hour that daylight saving skips. discount is the percentage deducted before tax,
-- taxN_rate the tax rate in percent on that day. receipt_number is paid_id where that column contains a receipt number of this
-- module, so that an index can keep these unique while old duplicates remain.
ALTER TABLE fees_jrl
  ADD COLUMN IF NOT EXISTS recorded_at CHAR(24) CHARACTER SET ascii NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS recorded_by VARCHAR(64) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS request_key CHAR(36) CHARACTER SET ascii NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS method VARCHAR(16) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS reference VARCHAR(64) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS batch_id INT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS predefined_id INT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS reverses_id INT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS discount DECIMAL(5,2) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS tax1_rate DECIMAL(7,4) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS tax2_rate DECIMAL(7,4) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS tax3_rate DECIMAL(7,4) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS tax4_rate DECIMAL(7,4) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS student_name VARCHAR(512) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS student_grade VARCHAR(32) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS student_homeroom VARCHAR(32) NULL INVISIBLE;
ALTER TABLE fees_jrl
  ADD COLUMN IF NOT EXISTS receipt_number INT
    AS (IF(trans_type IN ('pay', 'roa') AND recorded_at IS NOT NULL, paid_id, NULL)) VIRTUAL INVISIBLE;

CREATE TABLE IF NOT EXISTS fees_predefined (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NULL,
  description VARCHAR(255) NULL,
  amount DECIMAL(10,2) NULL,
  discount DECIMAL(5,2) NULL,
  tax1_flag CHAR(1) NULL, tax2_flag CHAR(1) NULL, tax3_flag CHAR(1) NULL, tax4_flag CHAR(1) NULL,
  group_name VARCHAR(32) NULL,
  group_value TEXT NULL,
  profile VARCHAR(32) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- skip when: SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'fees_predefined' AND engine = 'InnoDB'
ALTER TABLE fees_predefined ENGINE=InnoDB;
-- skip when: SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'fees_predefined' AND table_collation = 'utf8mb4_unicode_ci'
ALTER TABLE fees_predefined CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE fees_predefined
  MODIFY name VARCHAR(255) NULL,
  MODIFY description VARCHAR(255) NULL,
  MODIFY amount DECIMAL(10,2) NULL,
  MODIFY discount DECIMAL(5,2) NULL,
  MODIFY group_value TEXT NULL;
ALTER TABLE fees_predefined
  ADD COLUMN IF NOT EXISTS recorded_at CHAR(24) CHARACTER SET ascii NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS recorded_by VARCHAR(64) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS request_key CHAR(36) CHARACTER SET ascii NULL INVISIBLE;

-- One row for each student, updated to lock the account: an UPDATE is certified on every node of a cluster, but FOR UPDATE locks on
-- one node only.
CREATE TABLE IF NOT EXISTS fees_account (
  studnum INT NOT NULL PRIMARY KEY,
  changes BIGINT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT IGNORE INTO fees_account (studnum) SELECT DISTINCT studnum FROM fees_jrl WHERE studnum IS NOT NULL;

-- The last number assigned in each series. The next is value + 1, assigned in the transaction that uses it.
CREATE TABLE IF NOT EXISTS fees_counter (
  name VARCHAR(16) NOT NULL PRIMARY KEY,
  value INT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT IGNORE INTO fees_counter (name, value)
  SELECT 'receipt', COALESCE(MAX(paid_id), 0) FROM fees_jrl WHERE trans_type IN ('pay', 'roa');
INSERT IGNORE INTO fees_counter (name, value) VALUES ('batch', 0);

-- An assessment: the request and its result. Rows are added, never changed.
CREATE TABLE IF NOT EXISTS fees_batch (
  id INT NOT NULL PRIMARY KEY,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  predefined_id INT NULL,
  name VARCHAR(255) NOT NULL,
  trans_date DATE NOT NULL,
  each_total DECIMAL(10,2) NOT NULL,
  audience TEXT NOT NULL,
  charges INT NOT NULL,
  already_charged INT NOT NULL,
  total DECIMAL(14,2) NOT NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
