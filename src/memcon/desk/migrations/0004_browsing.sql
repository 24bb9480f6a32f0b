-- What is asked for by whoever looks around: laid out so that it is found at once, or counted before.

-- Where happenings were, and which are of a type.
CREATE INDEX happenings_spots
ON happenings (lat, lon, first DESC, place, place_country, type, status, goldstein)
WHERE lat IS NOT NULL AND lon IS NOT NULL;
CREATE INDEX happenings_type ON happenings (type, status);

-- Outlets with their first and last days.
DROP INDEX articles_publisher;
CREATE INDEX articles_publisher ON articles (publisher, published);

-- How often articles speak of an actor: its rows in `appearances`.
ALTER TABLE actors ADD COLUMN spoken_of INTEGER NOT NULL DEFAULT 0;
UPDATE actors SET spoken_of = (SELECT count(*) FROM appearances p WHERE p.actor = actors.id);
CREATE INDEX actors_spoken_of ON actors (kind, spoken_of);
CREATE TRIGGER appearances_more AFTER INSERT ON appearances BEGIN
    UPDATE actors SET spoken_of = spoken_of + 1 WHERE id = new.actor;
END;
CREATE TRIGGER appearances_fewer AFTER DELETE ON appearances BEGIN
    UPDATE actors SET spoken_of = spoken_of - 1 WHERE id = old.actor;
END;
