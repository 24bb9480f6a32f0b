-- The desk, first version. Days are ISO 8601; spans are code points into an article's text.

-- What the desk says of itself: when it was made, the last day it was looked at.
CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One row an article.
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL UNIQUE,          -- the record's article.id
    given_id TEXT,
    url TEXT,
    publisher TEXT,
    language TEXT NOT NULL,
    published TEXT,
    title TEXT,
    added TEXT NOT NULL,                   -- time in UTC
    made_by TEXT NOT NULL,                 -- version and models, to find what to read again
    family INTEGER NOT NULL,               -- id of the family's first article
    length INTEGER NOT NULL                -- code points of the text
) STRICT;
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_family ON articles (family);
CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;

-- Its text, and the rest of its record, both compressed (desk/blobs.py). They stand apart, so that
-- articles can be gone through without them and pages of the file are filled.
CREATE TABLE texts (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    text BLOB NOT NULL
) STRICT;
CREATE TABLE records (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    record BLOB NOT NULL
) STRICT;

-- The words of titles and texts, diacritics folded; rowid is articles.id.
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2'
);

-- Near duplicates: each article's MinHash signature, band by band. An article's rows are found by
-- signing it again; they are many, so there is no index for that. Those of a time stand together, so
-- that an article is written to few pages of the file.
CREATE TABLE bands (
    days INTEGER NOT NULL,                 -- which four days since 1 January of year 1; 0: unknown
    band INTEGER NOT NULL,                 -- 24 bits of the hash of a band's number and values
    article INTEGER NOT NULL,
    PRIMARY KEY (days, band, article)
) STRICT, WITHOUT ROWID;

-- Who acts, across articles.
CREATE TABLE actors (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,              -- story.identities: "state:RUS", "person:sergei lavrov"
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    code TEXT NOT NULL                     -- whom it stands for: alpha-3 of its state, or its key
) STRICT;
CREATE INDEX actors_code ON actors (code);
CREATE VIRTUAL TABLE names USING fts5 (
    name, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);                                         -- rowid is actors.id

-- Where an actor of a record is which actor of the desk.
CREATE TABLE appearances (
    actor INTEGER NOT NULL REFERENCES actors,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    number INTEGER NOT NULL,               -- 3 of "a3"
    PRIMARY KEY (actor, article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearances_article ON appearances (article);

-- One row a happening, summed up from its tellings.
CREATE TABLE happenings (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    quad TEXT NOT NULL,
    goldstein REAL NOT NULL,
    mutual INTEGER NOT NULL,
    first TEXT,                            -- the days within which it happened, both inclusive
    last TEXT,
    is_dated INTEGER NOT NULL,             -- 0: by the day of publication only
    place TEXT,
    place_country TEXT,
    lat REAL,
    lon REAL,
    sources INTEGER NOT NULL,              -- families that tell it
    tellings INTEGER NOT NULL,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX happenings_first ON happenings (first);

-- An event of a record, which happening it tells, and why that was decided.
CREATE TABLE tellings (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    number INTEGER NOT NULL,               -- 3 of "e3"
    happening INTEGER NOT NULL REFERENCES happenings,
    start INTEGER NOT NULL,                -- its first evidence
    "end" INTEGER NOT NULL,
    score REAL,                            -- null: it is the first telling, or was put there by hand
    reasons TEXT NOT NULL,                 -- JSON: [["parties", 0.9, "Biden, Putin"], …]
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_happening ON tellings (happening);

-- Who took part.
CREATE TABLE parties (
    happening INTEGER NOT NULL REFERENCES happenings ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('source', 'target', 'intermediary')),
    place INTEGER NOT NULL,                -- its position in reading order
    actor INTEGER NOT NULL REFERENCES actors,
    day TEXT NOT NULL,                     -- happenings.first, '' where unknown
    PRIMARY KEY (happening, side, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_actor ON parties (actor, day, happening);

-- Each pair of codes in a happening, a < b; what a relation is read from. `toward` is 1 where a acts
-- on b, -1 where b acts on a, 0 where both do. One with a single party has b = ''.
CREATE TABLE dyads (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    day TEXT NOT NULL,                     -- happenings.first, '' where unknown
    happening INTEGER NOT NULL REFERENCES happenings ON DELETE CASCADE,
    toward INTEGER NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    goldstein REAL NOT NULL,
    PRIMARY KEY (a, b, day, happening, toward)
) STRICT, WITHOUT ROWID;
CREATE INDEX dyads_happening ON dyads (happening);

-- Where sources differ on a happening.
CREATE TABLE discrepancies (
    happening INTEGER NOT NULL REFERENCES happenings ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('date', 'place', 'number', 'proposer', 'denial')),
    sides TEXT NOT NULL,                   -- JSON: [["2021-06-16", [[article, number], …]], …]
    PRIMARY KEY (happening, kind, sides)
) STRICT, WITHOUT ROWID;

-- What is talked about, across articles.
CREATE TABLE issues (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,              -- story.issues
    name TEXT NOT NULL,
    context TEXT
) STRICT;
CREATE VIRTUAL TABLE topics USING fts5 (
    name, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);                                         -- rowid is issues.id

CREATE TABLE positions (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    number INTEGER NOT NULL,               -- 3 of "pos3"
    actor INTEGER NOT NULL REFERENCES actors,
    issue INTEGER NOT NULL REFERENCES issues,
    stance TEXT NOT NULL,
    day TEXT NOT NULL,                     -- '' where unknown
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX positions_issue ON positions (issue, actor, day);
CREATE INDEX positions_actor ON positions (actor, day);

CREATE TABLE silences (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    number INTEGER NOT NULL,               -- 3 of "sil3"
    actor INTEGER NOT NULL REFERENCES actors,
    issue INTEGER REFERENCES issues,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX silences_actor ON silences (actor, day);
CREATE INDEX silences_issue ON silences (issue);

-- Those of an article are found by its actors and its day; they are many, so there is no index for
-- that.
CREATE TABLE statements (
    actor INTEGER NOT NULL REFERENCES actors,
    day TEXT NOT NULL,
    article INTEGER NOT NULL,
    number INTEGER NOT NULL,               -- 3 of "s3"
    start INTEGER NOT NULL,                -- its first content
    "end" INTEGER NOT NULL,
    PRIMARY KEY (actor, day, article, number)
) STRICT, WITHOUT ROWID;

-- What lies ahead, across articles, and what each article or happening says of it.
CREATE TABLE outlooks (
    id INTEGER PRIMARY KEY,
    what TEXT NOT NULL,
    kind TEXT NOT NULL,                    -- story.outlook: what class of gathering or decision
    status TEXT NOT NULL,
    first TEXT,                            -- the days for which it is expected
    last TEXT,
    place TEXT,
    place_country TEXT,
    opened TEXT NOT NULL,                  -- first and last day on which it was told of
    mentioned TEXT NOT NULL,
    sources INTEGER NOT NULL
) STRICT;
CREATE INDEX outlooks_status ON outlooks (status, mentioned);

CREATE TABLE outlook_parties (
    code TEXT NOT NULL,
    outlook INTEGER NOT NULL REFERENCES outlooks ON DELETE CASCADE,
    actor INTEGER NOT NULL REFERENCES actors,
    mentioned TEXT NOT NULL,               -- outlooks.mentioned
    PRIMARY KEY (code, outlook, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX outlook_parties_mentioned ON outlook_parties (code, mentioned, outlook);
CREATE INDEX outlook_parties_outlook ON outlook_parties (outlook);
CREATE INDEX outlook_parties_actor ON outlook_parties (actor);

CREATE TABLE steps (
    outlook INTEGER NOT NULL REFERENCES outlooks ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    finding TEXT NOT NULL,                 -- "n3", or "e3" for an event that shows it was held
    day TEXT NOT NULL,
    status TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (outlook, article, finding)
) STRICT, WITHOUT ROWID;
CREATE INDEX steps_article ON steps (article);

-- What a user ruled: that two events are one happening, or that an event is not of it. An event is
-- known by its article and its trigger, so that the ruling holds when the article is read again.
CREATE TABLE rulings (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('split', 'merge')),
    one TEXT NOT NULL,                     -- articles.article
    one_start INTEGER NOT NULL,
    one_end INTEGER NOT NULL,
    other TEXT NOT NULL,
    other_start INTEGER NOT NULL,
    other_end INTEGER NOT NULL,
    ruled TEXT NOT NULL                    -- time in UTC
) STRICT;
CREATE INDEX rulings_one ON rulings (one);
CREATE INDEX rulings_other ON rulings (other);

CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,           -- address or file
    etag TEXT,
    modified TEXT,                         -- Last-Modified as the server sent it
    pulled TEXT                            -- time in UTC of the last pull that went well
) STRICT;

CREATE TABLE watches (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    question TEXT NOT NULL,                -- JSON: ["relation", "USA", "RUS"]
    seen INTEGER NOT NULL                  -- articles.id up to which its answers were looked at
) STRICT;
