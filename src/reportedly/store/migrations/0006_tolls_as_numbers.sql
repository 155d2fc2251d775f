-- Tolls of incidents as numbers beside their words; incidents are made anew by the next run, which fills them in.

ALTER TABLE incidents ADD COLUMN killed_low INTEGER;
ALTER TABLE incidents ADD COLUMN killed_best INTEGER;
ALTER TABLE incidents ADD COLUMN killed_high INTEGER;
ALTER TABLE incidents ADD COLUMN injured_low INTEGER;
ALTER TABLE incidents ADD COLUMN injured_best INTEGER;
ALTER TABLE incidents ADD COLUMN injured_high INTEGER;

UPDATE incidents SET digest = '';
UPDATE linking SET stale = 1, linker = NULL;

DROP VIEW incidents_flat;

CREATE VIEW incidents_flat AS
SELECT
    i.incident_id, i.date, i.date_first, i.date_last, i.place, i.admin1, i.country, i.latitude, i.longitude,
    i.place_precision, i.event_type, i.sub_event_type, i.perpetrator, i.target, i.killed, i.killed_low, i.killed_best,
    i.killed_high, i.injured, i.injured_low, i.injured_best, i.injured_high, i.weapon, i.grade, i.reason,
    count(*) AS mentions, count(DISTINCT m.report_id) AS reports,
    (SELECT group_concat(source, '; ') FROM (
        SELECT DISTINCT r2.source AS source FROM incident_mentions AS im2 JOIN mentions AS m2 USING (mention_id)
        JOIN reports AS r2 USING (report_id) WHERE im2.incident_id = i.incident_id AND r2.source IS NOT NULL ORDER BY 1
    )) AS sources,
    group_concat(DISTINCT r.language) AS languages
FROM incidents AS i
JOIN incident_mentions USING (incident_id)
JOIN mentions AS m USING (mention_id)
JOIN reports AS r USING (report_id)
GROUP BY i.incident_id;
