-- A predefined fee that is charged in equal parts: how many, and how far apart their due dates are, month, 2weeks or week. An assessment
-- of such a fee has so many charges for each student; without parts it has one.
ALTER TABLE fees_predefined
  ADD COLUMN IF NOT EXISTS part_count SMALLINT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS part_every VARCHAR(8) NULL INVISIBLE;
ALTER TABLE fees_batch
  ADD COLUMN IF NOT EXISTS parts SMALLINT NULL INVISIBLE;
