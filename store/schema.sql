-- A dossier: what was received, and what was read from it. The record is derived
-- and not stored. Version 1.

CREATE TABLE reports (
	id        TEXT PRIMARY KEY,       -- "r…"; a later edition "r…-1", "r…-2"
	first     TEXT NOT NULL,          -- id of the first edition
	edition   INTEGER NOT NULL,
	outlet    TEXT NOT NULL,
	title     TEXT NOT NULL,
	url       TEXT NOT NULL,
	file      TEXT NOT NULL,
	published TEXT NOT NULL,          -- ISO 8601 day, '' unknown
	dateline  TEXT NOT NULL,
	language  TEXT NOT NULL,
	author    TEXT NOT NULL,
	body      TEXT NOT NULL,
	UNIQUE (first, edition)
);

-- What one version of the reader made of a report: the claims as JSON.
CREATE TABLE readings (
	report TEXT PRIMARY KEY REFERENCES reports (id),
	reader TEXT NOT NULL,
	claims TEXT NOT NULL
);

-- What a user settled for the dossier: "agenda".
CREATE TABLE settings (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
);

-- The paragraphs of bodies, and titles as paragraphs of their own, for search.
CREATE VIRTUAL TABLE passages USING fts5 (
	words,
	report UNINDEXED,
	start  UNINDEXED,                 -- byte of the body, -1 for a title
	tokenize = 'porter unicode61 remove_diacritics 2'
);
