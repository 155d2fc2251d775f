-- Reports with their untouched text, the runs that coded them, and their mentions.

PRAGMA application_id = 1380996196;

CREATE TABLE runs (
    run_id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    ended TEXT,
    version TEXT NOT NULL,
    coder TEXT NOT NULL,
    code TEXT NOT NULL,
    lexicons TEXT NOT NULL,
    gazetteers TEXT NOT NULL,
    options TEXT NOT NULL
) STRICT;

CREATE TABLE reports (
    report_key INTEGER PRIMARY KEY,
    report_id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    part INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    source TEXT,
    title TEXT,
    language TEXT NOT NULL,
    published TEXT,
    published_from TEXT,
    url TEXT,
    text TEXT NOT NULL,
    text_bytes BLOB,
    sha256 TEXT NOT NULL,
    record TEXT NOT NULL,
    blocks TEXT NOT NULL,
    content TEXT NOT NULL,
    coder TEXT,
    coded_run INTEGER REFERENCES runs (run_id),
    replaced_by TEXT REFERENCES reports (report_id)
) STRICT;

CREATE INDEX reports_by_place_in_file ON reports (file, part, sha256);
CREATE INDEX reports_by_published ON reports (published);

CREATE TABLE report_files (
    report_id TEXT NOT NULL REFERENCES reports (report_id),
    file TEXT NOT NULL,
    part INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    PRIMARY KEY (report_id, file, part, start_offset)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE reports_fts USING fts5 (title, text, content = 'reports', content_rowid = 'report_key');

CREATE TRIGGER reports_fts_insert AFTER INSERT ON reports BEGIN
    INSERT INTO reports_fts (rowid, title, text) VALUES (new.report_key, new.title, new.text);
END;

CREATE TRIGGER reports_fts_delete AFTER DELETE ON reports BEGIN
    INSERT INTO reports_fts (reports_fts, rowid, title, text)
    VALUES ('delete', old.report_key, old.title, old.text);
END;

CREATE TRIGGER reports_fts_update AFTER UPDATE OF title, text ON reports BEGIN
    INSERT INTO reports_fts (reports_fts, rowid, title, text)
    VALUES ('delete', old.report_key, old.title, old.text);
    INSERT INTO reports_fts (rowid, title, text) VALUES (new.report_key, new.title, new.text);
END;

CREATE TABLE mentions (
    mention_id TEXT PRIMARY KEY,
    report_id TEXT NOT NULL REFERENCES reports (report_id),
    run_id INTEGER NOT NULL REFERENCES runs (run_id),
    status TEXT NOT NULL,
    event_type TEXT NOT NULL,
    sub_event_type TEXT NOT NULL,
    trigger_text TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    date TEXT,
    date_first TEXT,
    date_last TEXT,
    place TEXT,
    gazetteer_id TEXT,
    gazetteer_name TEXT,
    admin1 TEXT,
    country TEXT,
    latitude REAL,
    longitude REAL,
    place_precision INTEGER,
    killed_low INTEGER,
    killed_best INTEGER,
    killed_high INTEGER,
    injured_low INTEGER,
    injured_best INTEGER,
    injured_high INTEGER,
    weapon TEXT,
    record TEXT NOT NULL
) STRICT;

CREATE INDEX mentions_by_report ON mentions (report_id);
CREATE INDEX mentions_by_date ON mentions (date_first);

CREATE TABLE mention_actors (
    mention_id TEXT NOT NULL REFERENCES mentions (mention_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    text TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    PRIMARY KEY (mention_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_actors_by_actor ON mention_actors (actor_id);

CREATE TABLE claims (
    claim_id INTEGER PRIMARY KEY,
    mention_id TEXT NOT NULL REFERENCES mentions (mention_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    claimant TEXT NOT NULL,
    claimant_kind TEXT NOT NULL,
    claimant_actor_id TEXT,
    stance TEXT NOT NULL,
    quote TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    cue TEXT,
    scope TEXT,
    via TEXT,
    distance TEXT,
    party TEXT,
    series_number INTEGER,
    UNIQUE (mention_id, position)
) STRICT;

CREATE INDEX claims_by_field ON claims (field, value);

CREATE TABLE mention_history (
    history_id INTEGER PRIMARY KEY,
    mention_id TEXT NOT NULL,
    report_id TEXT NOT NULL REFERENCES reports (report_id),
    run_id INTEGER NOT NULL REFERENCES runs (run_id),
    superseded_by_run INTEGER NOT NULL REFERENCES runs (run_id),
    record TEXT NOT NULL
) STRICT;

CREATE INDEX mention_history_by_mention ON mention_history (mention_id);

CREATE VIEW claims_flat AS
SELECT
    c.claim_id, c.mention_id, r.file, r.part, r.source, r.published, m.date, m.place, m.admin1, m.country,
    m.sub_event_type, m.status, c.field, c.value, c.claimant, c.claimant_kind, c.stance, c.via, c.party, c.quote
FROM claims AS c
JOIN mentions AS m USING (mention_id)
JOIN reports AS r USING (report_id);
