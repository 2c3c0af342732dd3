-- The day by which a charge is to be paid; NULL in rows of earlier versions, which were due on their own date. And the due date of the
-- charges of an assessment. A predefined fee has a day, or days after the charge, or neither.
ALTER TABLE fees_jrl
  ADD COLUMN IF NOT EXISTS due_date DATE NULL INVISIBLE;
ALTER TABLE fees_batch
  ADD COLUMN IF NOT EXISTS due_date DATE NULL INVISIBLE;
ALTER TABLE fees_predefined
  ADD COLUMN IF NOT EXISTS due_date DATE NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS due_days INT NULL INVISIBLE;
-- The ages of outstanding charges count from their due dates, so that the index that lists these charges contains them too.
-- skip when: SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'fees_jrl' AND index_name = 'fees_jrl_kind' AND column_name = 'due_date'
ALTER TABLE fees_jrl
  DROP INDEX IF EXISTS fees_jrl_kind,
  ADD INDEX fees_jrl_kind (trans_type, paid_id, trans_date, id, total, recorded_by, studnum, due_date);
