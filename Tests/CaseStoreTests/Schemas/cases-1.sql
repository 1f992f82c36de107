CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    form TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('new')),
    received INTEGER NOT NULL -- seconds since 1970, UTC
) STRICT;

CREATE TABLE definitions (
    digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
    form TEXT NOT NULL,
    json BLOB NOT NULL
) STRICT;

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

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

CREATE INDEX cases_by_time ON cases (received);

CREATE INDEX submissions_by_case ON submissions (case_id);
