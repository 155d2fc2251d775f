-- Mentions that are held to be one event, why, and since when.

CREATE TABLE linking (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    stale INTEGER NOT NULL,
    linker TEXT
) STRICT;

INSERT INTO linking (one, stale) VALUES (1, 1);

CREATE TABLE incidents (
    incident_id TEXT PRIMARY KEY,
    event_type TEXT,
    sub_event_type TEXT,
    date TEXT,
    date_first TEXT,
    date_last TEXT,
    place TEXT,
    admin1 TEXT,
    country TEXT,
    latitude REAL,
    longitude REAL,
    place_precision INTEGER,
    killed TEXT,
    injured TEXT,
    perpetrator TEXT,
    target TEXT,
    weapon TEXT,
    grade TEXT NOT NULL,
    reason TEXT NOT NULL,
    link_group TEXT NOT NULL,
    digest TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;

CREATE INDEX incidents_by_date ON incidents (date_first, date_last);
CREATE INDEX incidents_by_group ON incidents (link_group);
CREATE INDEX incidents_by_digest ON incidents (digest);

CREATE TABLE incident_mentions (
    mention_id TEXT PRIMARY KEY REFERENCES mentions (mention_id) ON DELETE CASCADE,
    incident_id TEXT NOT NULL REFERENCES incidents (incident_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX incident_mentions_by_incident ON incident_mentions (incident_id);

CREATE TABLE incident_fields (
    incident_id TEXT NOT NULL REFERENCES incidents (incident_id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    summary TEXT,
    grade TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (incident_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE tellings (
    telling_id INTEGER PRIMARY KEY,
    incident_id TEXT NOT NULL,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    value TEXT,
    claimant TEXT NOT NULL,
    claimant_kind TEXT NOT NULL,
    claimant_actor_id TEXT,
    stance TEXT NOT NULL,
    mention_id TEXT NOT NULL,
    independent_source TEXT NOT NULL,
    FOREIGN KEY (incident_id, field) REFERENCES incident_fields (incident_id, field) ON DELETE CASCADE
) STRICT;

CREATE INDEX tellings_by_field ON tellings (incident_id, field);

CREATE TABLE links (
    left_mention TEXT NOT NULL REFERENCES mentions (mention_id) ON DELETE CASCADE,
    right_mention TEXT NOT NULL REFERENCES mentions (mention_id) ON DELETE CASCADE,
    incident_id TEXT NOT NULL REFERENCES incidents (incident_id) ON DELETE CASCADE,
    probability REAL NOT NULL,
    PRIMARY KEY (left_mention, right_mention)
) STRICT, WITHOUT ROWID;

CREATE INDEX links_by_right ON links (right_mention);
CREATE INDEX links_by_incident ON links (incident_id);

CREATE TABLE link_reasons (
    left_mention TEXT NOT NULL,
    right_mention TEXT NOT NULL,
    position INTEGER NOT NULL,
    comparison TEXT NOT NULL,
    words TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (left_mention, right_mention, position),
    FOREIGN KEY (left_mention, right_mention) REFERENCES links (left_mention, right_mention) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- By what a linker finds the mentions that a new one may be joined with; keys of mentions that are gone do no harm.
CREATE TABLE link_keys (
    key INTEGER NOT NULL,
    mention_id TEXT NOT NULL,
    PRIMARY KEY (key, mention_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE incident_history (
    change_id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    run_id INTEGER REFERENCES runs (run_id),
    judgement_id TEXT,
    change TEXT NOT NULL CHECK (change IN ('made', 'joined', 'parted', 'changed', 'ended')),
    incident_id TEXT NOT NULL,
    from_incident TEXT,
    mentions TEXT NOT NULL,
    why TEXT NOT NULL
) STRICT;

CREATE INDEX incident_history_by_incident ON incident_history (incident_id);
CREATE INDEX incident_history_by_former ON incident_history (from_incident);

CREATE VIEW incidents_flat AS
SELECT
    i.incident_id, i.date, i.place, i.admin1, i.country, i.latitude, i.longitude, i.place_precision, i.event_type,
    i.sub_event_type, i.perpetrator, i.target, i.killed, i.injured, i.weapon, i.grade, i.reason,
    count(*) AS mentions, count(DISTINCT m.report_id) AS reports,
    group_concat(DISTINCT r.source) AS sources, group_concat(DISTINCT r.language) AS languages
FROM incidents AS i
JOIN incident_mentions USING (incident_id)
JOIN mentions AS m USING (mention_id)
JOIN reports AS r USING (report_id)
GROUP BY i.incident_id;

DROP VIEW claims_flat;

CREATE VIEW claims_flat AS
SELECT
    c.claim_id, im.incident_id, c.mention_id, r.file, r.part, r.source, r.published, m.date, m.place, m.admin1,
    m.country, m.sub_event_type, m.status, c.field, c.value, c.claimant, c.claimant_kind, c.stance, c.via, c.party,
    c.quote
FROM claims AS c
JOIN mentions AS m USING (mention_id)
JOIN reports AS r USING (report_id)
LEFT JOIN incident_mentions AS im USING (mention_id);
