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

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

CREATE INDEX drafts_by_expiry ON drafts (expires);
