-- Balance, outstanding amount and credit of one student or of all, from the index alone, and the list of a student's outstanding
-- charges.
CREATE INDEX IF NOT EXISTS fees_jrl_account ON fees_jrl (studnum, trans_type, paid_id, total);
-- The charges that a row has settled.
CREATE INDEX IF NOT EXISTS fees_jrl_settled_by ON fees_jrl (paid_id);
-- The students who already have this fee of this date, the journal by date, and the summary by date.
CREATE INDEX IF NOT EXISTS fees_jrl_date_name ON fees_jrl (trans_date, name(64));
-- Unique: the request key, the receipt number of a payment of this module, and the row that a correction of a kind corrects.
CREATE UNIQUE INDEX IF NOT EXISTS fees_jrl_request ON fees_jrl (request_key);
CREATE UNIQUE INDEX IF NOT EXISTS fees_jrl_receipt ON fees_jrl (receipt_number);
CREATE UNIQUE INDEX IF NOT EXISTS fees_jrl_reverses ON fees_jrl (reverses_id, trans_type);
-- The charges of an assessment.
CREATE INDEX IF NOT EXISTS fees_jrl_batch ON fees_jrl (batch_id);
-- The number of charges of a predefined fee.
CREATE INDEX IF NOT EXISTS fees_jrl_predefined ON fees_jrl (predefined_id);
CREATE UNIQUE INDEX IF NOT EXISTS fees_predefined_request ON fees_predefined (request_key);
CREATE UNIQUE INDEX IF NOT EXISTS fees_batch_request ON fees_batch (request_key);
