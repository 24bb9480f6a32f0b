-- What a desk gives to whoever asks it in SQL. docs/reference/desk.md tells what each column means.
-- The tables beneath may change from version to version; these views stay. They are written so that
-- SQLite 3.38 and whatever R and Python bring can read them.

CREATE INDEX articles_publisher ON articles (publisher);
CREATE INDEX dyads_b ON dyads (b);

CREATE VIEW view_articles AS
SELECT a.article, a.title, a.publisher, a.published, a.language, a.url, a.given_id, a.added,
       f.article AS family, a.id <> a.family AS is_copy, a.length AS characters
FROM articles a JOIN articles f ON f.id = a.family;

CREATE VIEW view_actors AS
SELECT a.key AS actor, a.name, a.kind, a.country, a.sector, a.code,
       (SELECT count(DISTINCT p.article) FROM appearances p WHERE p.actor = a.id) AS articles
FROM actors a;

CREATE VIEW view_happenings AS
SELECT h.id AS happening, h.type, h.mode, h.status, h.quad, h.goldstein,
       h.mutual AS is_mutual, h.first AS first_day, h.last AS last_day, h.is_dated,
       (SELECT group_concat(name, '; ') FROM
        (SELECT a.name FROM parties p JOIN actors a ON a.id = p.actor
         WHERE p.happening = h.id AND p.side = 'source' ORDER BY p.place)) AS source,
       (SELECT group_concat(name, '; ') FROM
        (SELECT a.name FROM parties p JOIN actors a ON a.id = p.actor
         WHERE p.happening = h.id AND p.side = 'target' ORDER BY p.place)) AS target,
       (SELECT group_concat(name, '; ') FROM
        (SELECT a.name FROM parties p JOIN actors a ON a.id = p.actor
         WHERE p.happening = h.id AND p.side = 'intermediary' ORDER BY p.place)) AS intermediaries,
       h.place, h.place_country, h.lat AS latitude, h.lon AS longitude,
       h.sources, h.tellings, h.confidence
FROM happenings h;

CREATE VIEW view_events AS
SELECT t.happening, a.article, 'e' || t.number AS event, a.publisher, a.published,
       f.article AS family, t.start AS begins, t."end" AS ends, t.score, t.reasons
FROM tellings t JOIN articles a ON a.id = t.article JOIN articles f ON f.id = a.family;

CREATE VIEW view_parties AS
SELECT p.happening, p.side, p.place AS position, a.key AS actor, a.name, a.kind, a.country,
       a.sector, a.code
FROM parties p JOIN actors a ON a.id = p.actor;

CREATE VIEW view_dyads AS
SELECT d.happening, nullif(d.day, '') AS day,
       CASE WHEN d.toward < 0 THEN d.b ELSE d.a END AS source,
       nullif(CASE WHEN d.toward < 0 THEN d.a ELSE d.b END, '') AS target,
       d.toward = 0 AS is_mutual, d.type, d.status, d.goldstein
FROM dyads d;

CREATE VIEW view_statements AS
SELECT a.article, 's' || s.number AS statement, nullif(s.day, '') AS day, c.key AS speaker, c.name,
       c.country, s.start AS begins, s."end" AS ends
FROM statements s JOIN articles a ON a.id = s.article JOIN actors c ON c.id = s.actor;

CREATE VIEW view_positions AS
SELECT a.article, 'pos' || p.number AS position, nullif(p.day, '') AS day, c.key AS actor, c.name,
       c.country, i.name AS issue, p.stance, p.confidence, p.start AS begins, p."end" AS ends
FROM positions p JOIN articles a ON a.id = p.article JOIN actors c ON c.id = p.actor
JOIN issues i ON i.id = p.issue;

CREATE VIEW view_silences AS
SELECT a.article, 'sil' || s.number AS silence, nullif(s.day, '') AS day, c.key AS actor, c.name,
       c.country, i.name AS issue, s.kind, s.start AS begins, s."end" AS ends
FROM silences s JOIN articles a ON a.id = s.article JOIN actors c ON c.id = s.actor
LEFT JOIN issues i ON i.id = s.issue;

CREATE VIEW view_prospects AS
SELECT o.id AS prospect, o.what, o.kind, o.status, o.first AS first_day, o.last AS last_day,
       (SELECT group_concat(name, '; ') FROM
        (SELECT DISTINCT a.name FROM outlook_parties p JOIN actors a ON a.id = p.actor
         WHERE p.outlook = o.id ORDER BY a.name)) AS participants,
       o.place, o.place_country, nullif(o.opened, '') AS opened,
       nullif(o.mentioned, '') AS mentioned, o.sources
FROM outlooks o;

CREATE VIEW view_steps AS
SELECT s.outlook AS prospect, nullif(s.day, '') AS day, s.status, a.article, s.finding,
       a.publisher, s.start AS begins, s."end" AS ends
FROM steps s JOIN articles a ON a.id = s.article;

CREATE VIEW view_discrepancies AS
SELECT d.happening, d.kind, s.key + 1 AS side, json_extract(s.value, '$[0]') AS value, a.article,
       'e' || json_extract(e.value, '$[1]') AS event, a.publisher, a.published
FROM discrepancies d, json_each(d.sides) s, json_each(s.value, '$[1]') e
JOIN articles a ON a.id = json_extract(e.value, '$[0]');
