-- The letters of a student's invoice that no font contains. NULL if there are none.
ALTER TABLE fees_run_line
  ADD COLUMN IF NOT EXISTS unprintable VARCHAR(512) NULL INVISIBLE;
