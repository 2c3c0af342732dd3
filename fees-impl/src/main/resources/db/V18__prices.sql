-- A discount is a percentage of up to four decimals or an amount (discount_amount). In the journal, discount has the percentage with two
-- decimals, so that a big journal is not rebuilt, and discount_percent has it where it has more. tax_included is 1 where the amount of a
-- fee, and so the total of its charges, includes the taxes; NULL where the taxes are added to it.
ALTER TABLE fees_jrl
  ADD COLUMN IF NOT EXISTS discount_percent DECIMAL(7,4) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS discount_amount DECIMAL(10,2) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS tax_included TINYINT NULL INVISIBLE;
ALTER TABLE fees_predefined
  MODIFY discount DECIMAL(7,4) NULL,
  ADD COLUMN IF NOT EXISTS discount_amount DECIMAL(10,2) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS tax_included TINYINT NULL INVISIBLE;
-- A row of the kind round keeps what the cash sum was rounded to.
ALTER TABLE fees_jrl
  ADD COLUMN IF NOT EXISTS rounding_step DECIMAL(10,2) NULL INVISIBLE;
