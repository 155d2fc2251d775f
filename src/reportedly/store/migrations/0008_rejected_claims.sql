-- Claims that a reviewer rejected one by one, and tolls told as risen or revised; incidents are made anew by the next run.

ALTER TABLE claims ADD COLUMN rejected_by TEXT REFERENCES judgements (judgement_id);

ALTER TABLE tellings ADD COLUMN toll_update TEXT CHECK (toll_update IN ('risen', 'revised'));

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
WHERE (j.verdict IS NULL OR j.verdict <> 'reject') AND c.rejected_by IS NULL;

UPDATE incidents SET digest = '';
UPDATE linking SET stale = 1, linker = NULL;
