import Forms
import GRDB
import Glibc

extension SearchIndexWriter {
    /// Why the file was not written.
    package struct Unwritable: Error, Hashable, Sendable, CustomStringConvertible {
        /// The cause in the words of SQLite.
        package let cause: String
        package var description: String { "search index not written: \(cause)" }
    }

    /// Writes the file, in the place of one that may be there.
    ///
    /// Nobody may have the file open: write it beside the one in use, then change the two.
    ///
    /// - Throws: `Unwritable`. No part of a file is left then.
    package func write(to path: String) throws(Unwritable) {
        unlink(path)
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { database in
                // No journal: a file that fails is deleted, not mended.
                try database.execute(
                    sql: """
                        PRAGMA page_size = 4096;
                        PRAGMA journal_mode = OFF;
                        PRAGMA temp_store = MEMORY;
                        """)
                try database.inTransaction {
                    try fill(database)
                    return .commit
                }
            }
            try queue.close()
        } catch {
            unlink(path)
            throw Unwritable(cause: (error as? DatabaseError)?.description ?? "\(type(of: error))")
        }
    }

    private func fill(_ database: Database) throws {
        try IndexSchema.create(in: database)
        try insertTexts(in: database)
        try insertPlaces(in: database)
        for language in Language.allCases {
            let table = IndexSchema.table(of: language)
            // One pass in memory makes one segment, which nothing has to merge afterwards.
            try database.execute(
                sql: """
                    INSERT INTO \(table) (\(table), rank) VALUES ('hashsize', \(Self.hashSize));
                    INSERT INTO \(table) (rowid, title, keywords, description, body)
                    SELECT number, title, keywords, description, body FROM document
                    WHERE language = '\(language.rawValue)' ORDER BY number;
                    INSERT INTO \(table) (\(table)) VALUES ('optimize');
                    """)
        }
    }

    /// How many bytes of an index are gathered in memory before they are written (FTS5, "The 'hashsize' option").
    private static let hashSize = 64 << 20

    private func insertTexts(in database: Database) throws {
        var facts: [String: Int] = [:]
        let insertText = try database.makeStatement(sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)")
        for (number, text) in zip(1..., texts) {
            let columns = text.columns.map { FactMark.numbered($0, &facts) }
            insertText.setUncheckedArguments([number, text.language.rawValue] + StatementArguments(columns))
            try insertText.execute()
        }
        for (name, number) in facts.sorted(by: { $0.value < $1.value }) {
            try database.execute(sql: "INSERT INTO fact (number, name) VALUES (?, ?)", arguments: [number, name])
        }
    }

    private func insertPlaces(in database: Database) throws {
        for (force, edition) in editions.sorted(by: { $0.key < $1.key }) {
            try database.execute(
                sql: "INSERT INTO site (force, edition) VALUES (?, ?)", arguments: [force.rawValue, edition])
        }
        let insert = try database.makeStatement(sql: "INSERT INTO place VALUES (?, ?, ?, ?)")
        for place in places {
            insert.setUncheckedArguments([place.edition, place.siteLanguage.rawValue, place.document, place.url])
            try insert.execute()
        }
    }
}
