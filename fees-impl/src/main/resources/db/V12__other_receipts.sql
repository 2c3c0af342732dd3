-- The numbers of the other receipts that list as paid a charge that a void has opened again, so that the same request key returns
-- the same result. NULL if there are none.
ALTER TABLE fees_correction
  ADD COLUMN IF NOT EXISTS other_receipts TEXT NULL INVISIBLE;
