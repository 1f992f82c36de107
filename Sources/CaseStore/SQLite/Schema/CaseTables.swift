import GRDB

/// The tables of `cases.sqlite`. Times are seconds since 1970, UTC.
enum CaseTables {
    /// In the place of a clock, for a case that has none running: the end of the year 9999.
    static let never: Int64 = 253_402_300_799
    /// In the place of a clock, for a closed case: after all others.
    static let closed: Int64 = never + 1

    static let first = """
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
        """

    /// Cases get a status, clocks, people, evidence, events, links, a hold and a search. What is there is taken over.
    static func addWork(to database: Database) throws {
        try database.execute(sql: rebuilt)
        try database.execute(sql: added)
        try database.execute(sql: taken)
    }

    /// SQLite cannot change a check or a reference of a table: it is made anew (sqlite.org, "ALTER TABLE", section 7).
    private static let rebuilt = """
        CREATE TABLE new_cases (
            id INTEGER PRIMARY KEY,
            reference TEXT NOT NULL UNIQUE CHECK (length(reference) = 24),
            form TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('new', 'open', 'waiting', 'closed')),
            is_anonymous INTEGER NOT NULL CHECK (is_anonymous IN (0, 1)),
            received INTEGER NOT NULL CHECK (is_anonymous = 0 OR received % 3600 = 0),
            due INTEGER NOT NULL, -- the first of the clocks that run; 253402300799: none, 253402300800: closed
            closed INTEGER, -- when it was closed
            hold TEXT, -- why it must not be erased
            CHECK ((status = 'closed') = (due = 253402300800)),
            CHECK ((status = 'closed') = (closed IS NOT NULL))
        ) STRICT;

        INSERT INTO new_cases (id, reference, form, status, is_anonymous, received, due)
        SELECT cases.id, reference, cases.form, status, received % 3600 = 0 AND EXISTS (
                SELECT 1 FROM submissions JOIN definitions ON definitions.digest = submissions.definition
                WHERE submissions.case_id = cases.id AND json_valid(CAST(json AS TEXT))
                    AND json_extract(CAST(json AS TEXT), '$.identity') = 'none'),
            received, 253402300799
        FROM cases;

        CREATE TABLE new_submissions (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            definition TEXT NOT NULL REFERENCES definitions (digest),
            language TEXT NOT NULL CHECK (language IN ('en', 'cy')),
            channel TEXT NOT NULL CHECK (channel IN ('web')),
            received INTEGER NOT NULL,
            answers TEXT NOT NULL CHECK (json_valid(answers)),
            signals TEXT NOT NULL CHECK (json_valid(signals)),
            draft TEXT NOT NULL UNIQUE -- what its draft is called
        ) STRICT;

        INSERT INTO new_submissions SELECT id, case_id, definition, language, channel, received, answers, signals, draft
        FROM submissions;

        DROP TABLE submissions;
        DROP TABLE cases;
        ALTER TABLE new_cases RENAME TO cases;
        ALTER TABLE new_submissions RENAME TO submissions;
        CREATE INDEX cases_by_time ON cases (received);
        CREATE INDEX cases_by_clock ON cases (due, received DESC, id DESC);
        CREATE INDEX cases_by_form ON cases (form, due, received DESC, id DESC);
        CREATE INDEX submissions_by_case ON submissions (case_id);
        """

    private static let added = """
        CREATE TABLE people (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('reporter')),
            name TEXT, email TEXT, phone TEXT, address TEXT, born TEXT,
            CHECK (coalesce(name, email, phone, address, born) IS NOT NULL)
        ) STRICT;

        CREATE INDEX people_by_case ON people (case_id);

        CREATE TABLE evidence (
            id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32), -- the name of the file
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            step TEXT NOT NULL,
            question TEXT NOT NULL,
            name TEXT NOT NULL,
            declared TEXT NOT NULL,
            kind TEXT NOT NULL,
            bytes INTEGER NOT NULL CHECK (bytes >= 0),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX evidence_by_case ON evidence (case_id, position);

        CREATE TABLE clocks (
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            due INTEGER NOT NULL,
            label TEXT NOT NULL,
            PRIMARY KEY (case_id, due, label)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE links (
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            other_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('duplicate', 'related')),
            PRIMARY KEY (case_id, other_id),
            CHECK (case_id <> other_id)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX links_by_other ON links (other_id);

        CREATE TABLE events (
            id INTEGER PRIMARY KEY,
            case_id INTEGER REFERENCES cases (id) ON DELETE CASCADE, -- null for a list, which is of no one case
            kind TEXT NOT NULL CHECK (kind IN (
                'received', 'repeated', 'listed', 'viewed', 'exported', 'status', 'note', 'linked', 'retention')),
            time INTEGER NOT NULL,
            actor TEXT,
            purpose TEXT,
            subject TEXT,
            text TEXT,
            CHECK ((case_id IS NULL) = (kind = 'listed'))
        ) STRICT;

        CREATE INDEX events_by_case ON events (case_id);

        CREATE TRIGGER events_stay_as_they_are BEFORE UPDATE ON events
        BEGIN SELECT raise(ABORT, 'events are only added'); END;

        -- They go with their case, and not before.
        CREATE TRIGGER events_stay BEFORE DELETE ON events WHEN EXISTS (SELECT 1 FROM cases WHERE id = OLD.case_id)
        BEGIN SELECT raise(ABORT, 'events are only added'); END;

        -- What was sent in one go within the last minutes: keyed digests of content and minute, so that no time stands
        -- here but the hour after which the row is of no use.
        CREATE TABLE repeats (
            fingerprint BLOB PRIMARY KEY NOT NULL CHECK (length(fingerprint) = 16),
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            until INTEGER NOT NULL CHECK (until % 3600 = 0)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX repeats_by_case ON repeats (case_id);
        CREATE INDEX repeats_by_time ON repeats (until);

        CREATE TABLE keys (
            purpose TEXT PRIMARY KEY NOT NULL,
            bytes BLOB NOT NULL CHECK (length(bytes) = 32)
        ) STRICT;

        INSERT INTO keys (purpose, bytes) VALUES ('repeats', randomblob(32)), ('erasures', randomblob(32));

        -- That a case was erased, when, and by which rule. Who has its reference can find it here; nobody else can.
        CREATE TABLE erasures (
            reference BLOB PRIMARY KEY NOT NULL CHECK (length(reference) = 32), -- keyed digest
            time INTEGER NOT NULL,
            class TEXT NOT NULL,
            basis TEXT NOT NULL,
            actor TEXT NOT NULL,
            purpose TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE search USING fts5 (
            reference, narrative, tokenize = "unicode61 remove_diacritics 2", detail = none, columnsize = 0);

        INSERT INTO search (search, rank) VALUES ('automerge', 16), ('crisismerge', 64);
        """

    private static let taken = """
        INSERT INTO events (case_id, kind, time) SELECT id, 'received', received FROM cases ORDER BY id;

        INSERT INTO search (rowid, reference, narrative)
        SELECT cases.id, reference, coalesce(
            (SELECT group_concat(atom, char(10)) FROM submissions, json_tree(answers)
             WHERE submissions.case_id = cases.id AND type = 'text'), '')
        FROM cases;
        """
}
