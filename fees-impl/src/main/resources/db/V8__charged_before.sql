-- Who was charged a fee of this name before, and when. The index replaces fees_jrl_date_name, so that a new row costs as much as
-- before; a month is found with fees_jrl_day.
CREATE INDEX IF NOT EXISTS fees_jrl_fee ON fees_jrl (trans_type, name(64), trans_date);
DROP INDEX IF EXISTS fees_jrl_date_name ON fees_jrl;
