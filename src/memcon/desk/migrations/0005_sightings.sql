-- What each article tells of happenings, as it is compared with what another tells: it follows from
-- the record, but takes far longer to be read off it. Where a row is missing, as on desks that are
-- older than this table, it is put down when it is first asked for (desk/recall.py).
CREATE TABLE sightings (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    told BLOB NOT NULL                     -- desk/sightings.py
) STRICT;
