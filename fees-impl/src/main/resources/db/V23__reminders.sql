-- What a run prints or sends: NULL is invoices, as in earlier runs. stage is the only one of which reminders were wanted, if there was one.
ALTER TABLE fees_run
  ADD COLUMN IF NOT EXISTS kind VARCHAR(10) CHARACTER SET ascii NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS stage INT NULL INVISIBLE;
-- The stage of a student's reminder and the tone of its letter; NULL for invoices, and for students who were left out.
ALTER TABLE fees_run_line
  ADD COLUMN IF NOT EXISTS reminder_days INT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS reminder_tone VARCHAR(8) CHARACTER SET ascii NULL INVISIBLE;
