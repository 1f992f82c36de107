CREATE TABLE draft_count (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL
) STRICT;

CREATE TABLE drafts (
    id TEXT PRIMARY KEY NOT NULL,
    form TEXT NOT NULL,
    definition TEXT NOT NULL,
    expires INTEGER NOT NULL -- seconds since 1970, UTC
) STRICT;

CREATE TABLE entries (
    draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (draft, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE exits (
    form TEXT NOT NULL,
    step TEXT NOT NULL,
    page TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10), -- in London
    count INTEGER NOT NULL,
    PRIMARY KEY (day, form, step, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32),
    draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

CREATE INDEX drafts_by_expiry ON drafts (expires);

CREATE TRIGGER drafts_counted AFTER INSERT ON drafts BEGIN
    UPDATE draft_count SET count = count + 1;
END;

CREATE TRIGGER drafts_uncounted AFTER DELETE ON drafts BEGIN
    UPDATE draft_count SET count = count - 1;
END;

CREATE INDEX files_by_draft ON files (draft, position);
