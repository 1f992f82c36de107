import GRDB

/// The tables. Migrations only go forward: one that has stood on main is never edited.
enum Schema {
    /// `cases.sqlite`.
    static var cases: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 cases") { database in
            try database.execute(
                sql: """
                    CREATE TABLE definitions (
                        digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
                        form TEXT NOT NULL,
                        json BLOB NOT NULL
                    ) STRICT;

                    CREATE TABLE cases (
                        id INTEGER PRIMARY KEY,
                        reference TEXT NOT NULL UNIQUE,
                        form TEXT NOT NULL,
                        status TEXT NOT NULL CHECK (status IN ('new')),
                        received INTEGER NOT NULL -- seconds since 1970, UTC
                    ) STRICT;

                    CREATE INDEX cases_by_time ON cases (received);

                    CREATE TABLE submissions (
                        id INTEGER PRIMARY KEY,
                        case_id INTEGER NOT NULL REFERENCES cases (id),
                        definition TEXT NOT NULL REFERENCES definitions (digest),
                        language TEXT NOT NULL CHECK (language IN ('en', 'cy')),
                        channel TEXT NOT NULL CHECK (channel IN ('web')),
                        received INTEGER NOT NULL,
                        answers TEXT NOT NULL CHECK (json_valid(answers)),
                        signals TEXT NOT NULL CHECK (json_valid(signals)),
                        draft TEXT NOT NULL UNIQUE -- what its draft is called
                    ) STRICT;

                    CREATE INDEX submissions_by_case ON submissions (case_id);
                    """)
        }
        return migrator
    }

    /// `drafts.sqlite`.
    static var drafts: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 drafts") { database in
            try database.execute(
                sql: """
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
                    """)
        }
        return migrator
    }
}
