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

    /// Writes the file, in the place of one that may be there. Documents that nobody shows are left out.
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
                // Merging the index leaves about a fifth of the pages empty.
                try database.execute(sql: "VACUUM")
            }
            try queue.close()
        } catch {
            unlink(path)
            throw Unwritable(cause: (error as? DatabaseError)?.description ?? "\(type(of: error))")
        }
    }

    private func fill(_ database: Database) throws {
        try IndexSchema.create(in: database)
        let placed = Set(urls.keys.map(\.document))
        let order = placed.sorted { texts[$0].precedes(texts[$1]) }
        try insertTexts(order.map { texts[$0] }, in: database)
        try insertPlaces(Dictionary(uniqueKeysWithValues: zip(order, 1...)), in: database)
        for language in Language.allCases {
            let table = IndexSchema.table(of: language)
            try database.execute(
                sql: """
                    INSERT INTO \(table) (rowid, title, keywords, description, body)
                    SELECT number, title, keywords, description, body FROM document
                    WHERE language = '\(language.rawValue)' ORDER BY number;
                    INSERT INTO \(table) (\(table)) VALUES ('optimize');
                    """)
        }
    }

    private func insertTexts(_ texts: [IndexedText], in database: Database) throws {
        let names = texts.reduce(into: Set<String>()) { names, text in
            for column in text.columns { names.formUnion(FactMark.names(in: column)) }
        }
        let facts = Dictionary(uniqueKeysWithValues: zip(names.sorted(), 1...))
        let insertFact = try database.makeStatement(sql: "INSERT INTO fact (number, name) VALUES (?, ?)")
        for (name, number) in facts.sorted(by: { $0.value < $1.value }) {
            try insertFact.execute(arguments: [number, name])
        }
        let insertText = try database.makeStatement(sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)")
        for (number, text) in zip(1..., texts) {
            let columns = text.columns.map { FactMark.numbered($0, facts) }
            try insertText.execute(arguments: [number, text.language.rawValue] + StatementArguments(columns))
        }
    }

    /// - Parameter numbers: The numbers of the file, by those that `add` gave.
    private func insertPlaces(_ numbers: [Int: Int], in database: Database) throws {
        let insert = try database.makeStatement(
            sql: "INSERT INTO place (force, language, document, url) VALUES (?, ?, ?, ?)")
        let rows = urls.compactMap { place, url in
            numbers[place.document].map { (place.force.rawValue, place.siteLanguage.rawValue, $0, url) }
        }
        for (force, language, document, url) in rows.sorted(by: <) {
            try insert.execute(arguments: [force, language, document, url])
        }
    }
}
