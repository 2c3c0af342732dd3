-- What opens the document of a printed run again. The charges and the credit on a student's invoice, its place in the document, and a
-- digest of what it showed of the portal's data; NULL for students without an invoice, and in earlier runs. And digests of the whole
-- document and of the settings that it showed; NULL unless the run made a document, and in earlier runs.
ALTER TABLE fees_run_line
  ADD COLUMN IF NOT EXISTS page_order INT NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS charges MEDIUMTEXT CHARACTER SET ascii NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS credit DECIMAL(14,2) NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS family_digest CHAR(64) CHARACTER SET ascii NULL INVISIBLE;
ALTER TABLE fees_run
  ADD COLUMN IF NOT EXISTS document_digest CHAR(64) CHARACTER SET ascii NULL INVISIBLE,
  ADD COLUMN IF NOT EXISTS settings_digest CHAR(64) CHARACTER SET ascii NULL INVISIBLE;
