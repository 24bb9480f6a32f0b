-- What a reader set right in a record, and the records of such articles as they were read: what
-- `records` has of them is that with the corrections made (desk/corrections.py). A number is never
-- given twice, so that nobody takes back another correction than he means.
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('speaker', 'type', 'not-event')),
    start INTEGER NOT NULL,                -- a trigger, or the first content of a statement
    "end" INTEGER NOT NULL,
    type TEXT,                             -- the right type and mode of an event
    mode TEXT,
    speaker TEXT,                          -- who said it: story.identities, its name there, and
    name TEXT,                             -- where it is first named
    named_start INTEGER,
    named_end INTEGER,
    was TEXT NOT NULL,                     -- what stood before
    who TEXT NOT NULL,
    corrected TEXT NOT NULL,               -- time in UTC
    note TEXT,
    CHECK (CASE kind WHEN 'type' THEN type IS NOT NULL
                     WHEN 'speaker' THEN speaker IS NOT NULL AND name IS NOT NULL
                     ELSE TRUE END)
) STRICT;
CREATE INDEX corrections_article ON corrections (article);
CREATE TABLE readings (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    record BLOB NOT NULL
) STRICT;

-- Another number whenever the record is another: what one process remembers of an article is no
-- longer so when a second has corrected it (desk/recall.py).
ALTER TABLE articles ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

ALTER TABLE rulings ADD COLUMN who TEXT;

CREATE VIEW view_corrections AS
SELECT c.id AS correction, c.kind, a.article, c.start AS begins, c."end" AS ends, c.was,
       CASE c.kind WHEN 'type' THEN c.type || coalesce(' ' || c.mode, '')
                   WHEN 'speaker' THEN c.name END AS became,
       NULL AS other_article, NULL AS other_begins, NULL AS other_ends,
       c.who, c.corrected AS made, c.note
FROM corrections c JOIN articles a ON a.id = c.article
UNION ALL
SELECT NULL, r.kind, r.one, r.one_start, r.one_end, NULL, NULL, r.other, r.other_start,
       r.other_end, r.who, r.ruled, NULL
FROM rulings r;
