-- Tolls told of some of the victims alone ("two children"); incidents are made anew by the next run, which fills it in.

ALTER TABLE tellings ADD COLUMN partial INTEGER NOT NULL DEFAULT 0 CHECK (partial IN (0, 1));

UPDATE incidents SET digest = '';
UPDATE linking SET stale = 1, linker = NULL;
