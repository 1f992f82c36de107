import Forms
import GRDB

/// The tables of the file, and how it is known.
///
/// The texts are kept once, in `document`; the FTS5 tables hold only the index of those in their language.
enum IndexSchema {
    /// "SOHS" in ASCII: tells a search index from other SQLite files.
    static let applicationID = 0x534F_4853
    /// Goes up when a reader of the last version could not read the file.
    static let version = 1

    static func create(in database: Database) throws {
        try database.execute(
            sql: """
                PRAGMA application_id = \(applicationID);
                PRAGMA user_version = \(version);

                CREATE TABLE fact (
                    number INTEGER PRIMARY KEY,
                    name TEXT NOT NULL
                ) STRICT;

                CREATE TABLE document (
                    number INTEGER PRIMARY KEY,
                    language TEXT NOT NULL CHECK (language IN ('en', 'cy')),
                    title TEXT NOT NULL,
                    keywords TEXT NOT NULL,
                    description TEXT NOT NULL,
                    body TEXT NOT NULL
                ) STRICT;

                -- Which of the editions a force publishes.
                CREATE TABLE site (
                    force TEXT PRIMARY KEY,
                    edition INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE place (
                    edition INTEGER NOT NULL,
                    language TEXT NOT NULL CHECK (language IN ('en', 'cy')), -- of the site
                    document INTEGER NOT NULL REFERENCES document (number),
                    url TEXT NOT NULL,
                    PRIMARY KEY (edition, language, document)
                ) STRICT, WITHOUT ROWID;
                """)
        for language in Language.allCases {
            try database.execute(
                sql: """
                    CREATE VIRTUAL TABLE \(table(of: language)) USING fts5(
                        title, keywords, description, body,
                        content='document', content_rowid='number',
                        tokenize='\(tokenizer(of: language))'
                    )
                    """)
        }
    }

    /// The FTS5 table of the texts in a language.
    static func table(of language: Language) -> String {
        switch language {
        case .english: "english"
        case .welsh: "welsh"
        }
    }

    /// Porter's stemmer knows the endings of English. There is none for Welsh, whose words change in front; see
    /// `WelshMutation`.
    private static func tokenizer(of language: Language) -> String {
        switch language {
        case .english: "porter unicode61 remove_diacritics 2"
        case .welsh: "unicode61 remove_diacritics 2"
        }
    }
}
