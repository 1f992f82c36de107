CREATE TABLE "cases" (
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

CREATE TABLE clocks (
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    due INTEGER NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (case_id, due, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE definitions (
    digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
    form TEXT NOT NULL,
    json BLOB NOT NULL
) STRICT;

CREATE TABLE erasures (
    reference BLOB PRIMARY KEY NOT NULL CHECK (length(reference) = 32), -- keyed digest
    time INTEGER NOT NULL,
    class TEXT NOT NULL,
    basis TEXT NOT NULL,
    actor TEXT NOT NULL,
    purpose TEXT
) STRICT, WITHOUT ROWID;

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

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

CREATE TABLE keys (
    purpose TEXT PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL CHECK (length(bytes) = 32)
) STRICT;

CREATE TABLE links (
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('duplicate', 'related')),
    PRIMARY KEY (case_id, other_id),
    CHECK (case_id <> other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('reporter')),
    name TEXT, email TEXT, phone TEXT, address TEXT, born TEXT,
    CHECK (coalesce(name, email, phone, address, born) IS NOT NULL)
) STRICT;

CREATE TABLE repeats (
    fingerprint BLOB PRIMARY KEY NOT NULL CHECK (length(fingerprint) = 16),
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    until INTEGER NOT NULL CHECK (until % 3600 = 0)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
    reference, narrative, tokenize = "unicode61 remove_diacritics 2", detail = none, columnsize = 0);

CREATE TABLE "submissions" (
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

CREATE INDEX cases_by_clock ON cases (due, received DESC, id DESC);

CREATE INDEX cases_by_form ON cases (form, due, received DESC, id DESC);

CREATE INDEX cases_by_time ON cases (received);

CREATE INDEX events_by_case ON events (case_id);

CREATE TRIGGER events_stay BEFORE DELETE ON events WHEN EXISTS (SELECT 1 FROM cases WHERE id = OLD.case_id)
BEGIN SELECT raise(ABORT, 'events are only added'); END;

CREATE TRIGGER events_stay_as_they_are BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'events are only added'); END;

CREATE INDEX evidence_by_case ON evidence (case_id, position);

CREATE INDEX links_by_other ON links (other_id);

CREATE INDEX people_by_case ON people (case_id);

CREATE INDEX repeats_by_case ON repeats (case_id);

CREATE INDEX repeats_by_time ON repeats (until);

CREATE INDEX submissions_by_case ON submissions (case_id);
