-- Of a predefined fee: the most that a student is charged of it in a school year, and the days that it is for; empty for neither. Of an
-- assessment: how many students would have exceeded the limit, and the days that its charges are for. Charging reads the limit by name.
ALTER TABLE fees_predefined
  ADD COLUMN IF NOT EXISTS year_limit DECIMAL(10,2) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS period_first DATE NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS period_last DATE NULL INVISIBLE;

ALTER TABLE fees_batch
  ADD COLUMN IF NOT EXISTS over_limit INT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS period_first DATE NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS period_last DATE NULL INVISIBLE;
