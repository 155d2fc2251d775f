-- Totals and habits that reports tell: they stand beside the incidents and are never counted among them.

CREATE VIEW aggregates_flat AS
SELECT
    m.mention_id, r.file, r.part, r.source, r.published, m.date, m.date_first, m.date_last, m.place, m.admin1, m.country,
    m.event_type, m.sub_event_type, m.killed_low, m.killed_best, m.killed_high, m.injured_low, m.injured_best,
    m.injured_high,
    (SELECT group_concat(claimant, '; ') FROM (
        SELECT DISTINCT claimant FROM claims AS c WHERE c.mention_id = m.mention_id ORDER BY claimant
    )) AS claimants,
    m.quote
FROM mentions AS m
JOIN reports AS r USING (report_id)
LEFT JOIN judged_mentions AS j USING (mention_id)
WHERE m.status = 'aggregate' AND (j.verdict IS NULL OR j.verdict <> 'reject');
