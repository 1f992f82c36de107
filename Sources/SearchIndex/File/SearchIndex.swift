import GRDB

/// Finds pages in the file that `SearchIndexWriter` wrote. Safe for many readers at once.
package struct SearchIndex: Sendable {
    /// Searches that run at once; more wait their turn. One takes a few milliseconds of one core.
    private static let readerCount = 4

    /// All are opened at once: the file may be replaced or deleted while the index is in use.
    let readers: [DatabaseQueue]
    /// The names of the facts that the texts hold, by their numbers.
    let factNames: [Int: String]

    /// Opens the file and checks that it is a whole search index. It must not change while it is in use; it may be
    /// replaced by another file.
    ///
    /// - Throws: `Unreadable` where the file is missing, damaged, something else, or of another version.
    package init(path: String) throws(Unreadable) {
        do {
            let uri = Self.immutableURI(path)
            var configuration = Configuration()
            configuration.readonly = true
            let first = try DatabaseQueue(path: uri, configuration: configuration)
            factNames = try first.read { database in
                try Self.check(database)
                return try Self.factNames(database)
            }
            let others = try (1..<Self.readerCount).map { _ in
                try DatabaseQueue(path: uri, configuration: configuration)
            }
            readers = [first] + others
        } catch {
            throw Unreadable(error)
        }
    }

    private static func factNames(_ database: Database) throws -> [Int: String] {
        var names: [Int: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT number, name FROM fact") {
            names[try row.decode(Int.self, atIndex: 0)] = try row.decode(String.self, atIndex: 1)
        }
        return names
    }

    private static func check(_ database: Database) throws {
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == IndexSchema.applicationID else {
            throw Unreadable(cause: "the file is not a search index")
        }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard version == IndexSchema.version else {
            throw Unreadable(cause: "the file has version \(version), not \(IndexSchema.version)")
        }
        guard try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
            throw Unreadable(cause: "the file is damaged")
        }
    }

    /// The file as a URI that promises SQLite that nobody writes it: no locks, no journal. See "Uniform Resource
    /// Identifiers" in SQLite's documentation.
    private static func immutableURI(_ path: String) -> String {
        var uri = path.hasPrefix("/") ? "file://" : "file:"
        for scalar in path.unicodeScalars {
            switch scalar {
            case "%": uri += "%25"
            case "?": uri += "%3F"
            case "#": uri += "%23"
            default: uri.unicodeScalars.append(scalar)
            }
        }
        return uri + "?immutable=1"
    }
}
