-- What reviewers decide: appended, never overwritten, each chained to the one before.

CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    judgement_id TEXT NOT NULL UNIQUE,
    previous TEXT UNIQUE REFERENCES judgements (judgement_id),
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT,
    verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'set', 'join', 'part', 'undo')),
    mentions TEXT NOT NULL,
    field TEXT,
    value TEXT,
    undoes TEXT REFERENCES judgements (judgement_id),
    record TEXT NOT NULL
) STRICT;

CREATE TABLE judgement_anchors (
    judgement_id TEXT NOT NULL REFERENCES judgements (judgement_id),
    mention_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL,
    sub_event_type TEXT NOT NULL,
    place TEXT,
    PRIMARY KEY (judgement_id, mention_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX judgement_anchors_by_report ON judgement_anchors (report_id);

CREATE TRIGGER judgements_stay AFTER UPDATE ON judgements BEGIN
    SELECT raise(ABORT, 'judgements are appended, never changed');
END;

CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements BEGIN
    SELECT raise(ABORT, 'judgements are appended, never deleted');
END;

CREATE TRIGGER judgement_anchors_stay AFTER UPDATE ON judgement_anchors BEGIN
    SELECT raise(ABORT, 'judgements are appended, never changed');
END;

CREATE TRIGGER judgement_anchors_are_kept BEFORE DELETE ON judgement_anchors BEGIN
    SELECT raise(ABORT, 'judgements are appended, never deleted');
END;

-- What the judgements make of the mentions as they are coded now: written anew whenever either changes.
CREATE TABLE judged_mentions (
    mention_id TEXT PRIMARY KEY REFERENCES mentions (mention_id) ON DELETE CASCADE,
    verdict TEXT CHECK (verdict IN ('accept', 'reject')),
    judgements TEXT NOT NULL,
    record TEXT
) STRICT;

ALTER TABLE claims ADD COLUMN judgement_id TEXT REFERENCES judgements (judgement_id);

DROP VIEW claims_flat;

CREATE VIEW claims_flat AS
SELECT
    c.claim_id, im.incident_id, c.mention_id, r.file, r.part, r.source, r.published, m.date, m.place, m.admin1,
    m.country, m.sub_event_type, m.status, c.field, c.value, c.claimant, c.claimant_kind, c.stance, c.via, c.party,
    c.quote, c.judgement_id
FROM claims AS c
JOIN mentions AS m USING (mention_id)
JOIN reports AS r USING (report_id)
LEFT JOIN incident_mentions AS im USING (mention_id)
LEFT JOIN judged_mentions AS j USING (mention_id)
WHERE j.verdict IS NULL OR j.verdict <> 'reject';
