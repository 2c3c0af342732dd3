-- The school's code for the reason of a waiver, as the request gave it: a repeated request must give the same one. The journal has it in a
-- column of its own since V27.

ALTER TABLE fees_correction
  ADD COLUMN IF NOT EXISTS reason_code VARCHAR(32) NULL INVISIBLE;
