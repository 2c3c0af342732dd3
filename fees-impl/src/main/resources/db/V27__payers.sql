-- What a row of the journal has to do with other rows. origin_id is the charge that a split or transferred charge was a part of or came
-- from, and on the row that split or transferred it, that charge. part_number and part_count tell which of how many parts a charge is.
-- lead_id is the first row of a receipt for several accounts. reason_code is the configured reason of a waiver or a write-off. The
-- columns are added at once, whatever the size of the journal; the two indexes are built once, in some seconds for each million rows.
ALTER TABLE fees_jrl
  ADD COLUMN IF NOT EXISTS origin_id INT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS lead_id INT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS part_number SMALLINT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS part_count SMALLINT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS reason_code VARCHAR(32) NULL INVISIBLE;
-- The parts of a charge, and what a transferred charge has become.
CREATE INDEX IF NOT EXISTS fees_jrl_origin ON fees_jrl (origin_id);
-- The other rows of a receipt for several accounts.
CREATE INDEX IF NOT EXISTS fees_jrl_lead ON fees_jrl (lead_id);
-- Only the first row of a receipt for several accounts has its number as a unique one; the others repeat it in paid_id.
-- skip when: SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'fees_jrl' AND column_name = 'receipt_number' AND generation_expression LIKE '%lead_id%'
ALTER TABLE fees_jrl
  DROP INDEX IF EXISTS fees_jrl_receipt,
  DROP COLUMN IF EXISTS receipt_number;
ALTER TABLE fees_jrl
  ADD COLUMN IF NOT EXISTS receipt_number INT
    AS (IF(lead_id IS NULL AND trans_type IN ('pay', 'roa') AND recorded_at IS NOT NULL, paid_id, NULL)) VIRTUAL INVISIBLE;
CREATE UNIQUE INDEX IF NOT EXISTS fees_jrl_receipt ON fees_jrl (receipt_number);

-- Who owes or gives money for students and is none: a band, an agency, a bursary fund, the other parent. The rows of payer 12 have the
-- student number -12. kind is sponsor, fund or person; the lines of address are separated by line breaks.
CREATE TABLE IF NOT EXISTS fees_payer (
  id INT NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  request_key CHAR(36) CHARACTER SET ascii NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL,
  name VARCHAR(255) NOT NULL,
  address VARCHAR(1024) NOT NULL,
  email VARCHAR(255) NOT NULL,
  may_owe BOOLEAN NOT NULL,
  closed_at CHAR(24) CHARACTER SET ascii NULL,
  closed_by VARCHAR(64) NULL,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  UNIQUE KEY fees_payer_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- Old rows may have student numbers below zero. No payer has one of these.
INSERT IGNORE INTO fees_counter (name, value) SELECT 'payer', GREATEST(0, -COALESCE(MIN(studnum), 0)) FROM fees_jrl;
