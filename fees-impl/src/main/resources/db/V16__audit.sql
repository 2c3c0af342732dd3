-- Who did what: each command that was carried out, added in the transaction of its effect, and each that was refused. Rows are only
-- added: the module's database user has no other right to this table than to read it and to add to it. So the indexes are part of
-- the statement, and there is no unique one but the number: no line waits for another. The codes are those of the package api.audit.
CREATE TABLE IF NOT EXISTS fees_audit (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recorded_at CHAR(24) CHARACTER SET ascii NOT NULL,
  recorded_by VARCHAR(128) NOT NULL,
  operation VARCHAR(20) CHARACTER SET ascii NOT NULL,
  subject_kind VARCHAR(12) CHARACTER SET ascii NULL,
  subject BIGINT NULL,
  result_kind VARCHAR(12) CHARACTER SET ascii NULL,
  result BIGINT NULL,
  request_key CHAR(36) CHARACTER SET ascii NULL,
  outcome VARCHAR(8) CHARACTER SET ascii NOT NULL,
  reason VARCHAR(64) CHARACTER SET ascii NOT NULL,
  KEY fees_audit_time (recorded_at),
  KEY fees_audit_user (recorded_by, recorded_at),
  KEY fees_audit_operation (operation, recorded_at),
  KEY fees_audit_outcome (outcome, recorded_at),
  KEY fees_audit_subject (subject, subject_kind),
  KEY fees_audit_result (result, result_kind),
  KEY fees_audit_request (request_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- Adds nothing, but fails without the right to add a line. Otherwise the first payment would.
INSERT INTO fees_audit (recorded_at, recorded_by, operation, outcome, reason) SELECT '', '', '', '', '' FROM DUAL WHERE FALSE;

-- Where the log begins: what has a higher number has a line.
INSERT IGNORE INTO fees_counter (name, value) SELECT 'audit_jrl', COALESCE(MAX(id), 0) FROM fees_jrl;
INSERT IGNORE INTO fees_counter (name, value) SELECT 'audit_batch', COALESCE(MAX(id), 0) FROM fees_batch;
INSERT IGNORE INTO fees_counter (name, value) SELECT 'audit_correction', COALESCE(MAX(id), 0) FROM fees_correction;
INSERT IGNORE INTO fees_counter (name, value) SELECT 'audit_run', COALESCE(MAX(id), 0) FROM fees_run;
INSERT IGNORE INTO fees_counter (name, value) SELECT 'audit_fee', COALESCE(MAX(id), 0) FROM fees_predefined;
