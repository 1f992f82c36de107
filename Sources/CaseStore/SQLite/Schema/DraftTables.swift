/// The tables of `drafts.sqlite`. Times are seconds since 1970, UTC.
enum DraftTables {
    static let first = """
        CREATE TABLE drafts (
            id TEXT PRIMARY KEY NOT NULL,
            form TEXT NOT NULL,
            definition TEXT NOT NULL,
            expires INTEGER NOT NULL -- seconds since 1970, UTC
        ) STRICT;

        CREATE INDEX drafts_by_expiry ON drafts (expires);

        CREATE TABLE entries (
            draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
            step TEXT NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (draft, step)
        ) STRICT, WITHOUT ROWID;
        """

    /// What is known of a file is sealed like the file: its name may tell who somebody is.
    static let files = """
        CREATE TABLE files (
            id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32),
            draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            sealed BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX files_by_draft ON files (draft, position);
        """

    /// Counts beside the drafts, because neither is part of a case.
    static let exits = """
        CREATE TABLE exits (
            form TEXT NOT NULL,
            step TEXT NOT NULL,
            page TEXT NOT NULL,
            day TEXT NOT NULL CHECK (length(day) = 10), -- in London
            count INTEGER NOT NULL,
            PRIMARY KEY (day, form, step, page)
        ) STRICT, WITHOUT ROWID;
        """

    /// How many drafts there are: to count them each time would take longer the more there are.
    static let count = """
        CREATE TABLE draft_count (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            count INTEGER NOT NULL
        ) STRICT;

        INSERT INTO draft_count (id, count) SELECT 1, count(*) FROM drafts;

        CREATE TRIGGER drafts_counted AFTER INSERT ON drafts BEGIN
            UPDATE draft_count SET count = count + 1;
        END;

        CREATE TRIGGER drafts_uncounted AFTER DELETE ON drafts BEGIN
            UPDATE draft_count SET count = count - 1;
        END;
        """
}
