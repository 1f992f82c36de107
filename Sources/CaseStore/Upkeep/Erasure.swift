import Crypto
package import Forms
import FoundationEssentials
import GRDB
import Glibc

/// Erases the cases whose time is up: first tells which, and then does it. A case on legal hold is never erased.
///
/// What was erased is gone from the files: SQLite writes over what it deletes (`secure_delete`), the words leave the search
/// (FTS5 `optimize`), and the log is emptied. What stays is that something was erased, when, and by which rule, under a
/// keyed digest of the reference.
package struct Erasure {
    /// A case whose time is up.
    package struct Due: Sendable, Hashable {
        package let reference: Reference
        package let form: FormID
        package let rule: RetentionRule
        /// Whether a legal hold keeps it.
        package let isHeld: Bool
    }

    /// How many cases one transaction erases, so that reports that come in meanwhile do not wait long.
    private static let batch = 200

    private let database: ForceDatabase

    /// - Parameter now: What the periods are counted back from.
    package static func due(
        by rules: [RetentionRule], in force: ForceID, of store: SQLiteCaseStore
    ) async throws -> [Due] {
        let now = store.now()
        return try await store.with(force) { database in
            try await database.cases.read { reading in
                try rules.flatMap { try Self.due(by: $0, now: now, reading) }
            }
        }
    }

    /// Erases cases.
    ///
    /// - Parameter due: What `due` gave. One that was put on hold since is kept.
    /// - Returns: How many were erased.
    /// - Throws: `StoreFault`, also where a reader keeps the log from being emptied: the cases are gone then, and the log
    ///   is emptied the next time.
    package static func erase(
        _ due: [Due], in force: ForceID, of store: SQLiteCaseStore, by access: Access
    ) async throws -> Int {
        let now = store.now()
        return try await store.with(force) { database in
            let lock = try UpkeepLock.take(database.folder.path)
            let erasure = Erasure(database: database)
            var count = 0
            var rest = due.filter { !$0.isHeld }[...]
            while !rest.isEmpty {
                let batch = Array(rest.prefix(Self.batch))
                rest = rest.dropFirst(Self.batch)
                count += try await erasure.erase(batch, by: access, now: now)
            }
            try await erasure.wipe()
            withExtendedLifetime(lock) {}
            return count
        }
    }

    private static func due(by rule: RetentionRule, now: Date, _ database: Database) throws -> [Due] {
        let cutOff = rule.period.before(CalendarDate(utc: now)).startOfDay.seconds
        let forms = rule.forms.map { _ in "?" }.joined(separator: ", ")
        return try Row.fetchAll(
            database,
            sql: """
                SELECT reference, form, hold FROM cases WHERE form IN (\(forms)) AND \(rule.start.rawValue) < ?
                ORDER BY \(rule.start.rawValue), id
                """, arguments: StatementArguments(rule.forms.map(\.rawValue)) + [cutOff]
        ).compactMap { row in
            guard let reference = Reference(row["reference"] as String), let form = FormID(rawValue: row["form"])
            else { return nil }
            return Due(reference: reference, form: form, rule: rule, isHeld: row["hold"] as String? != nil)
        }
    }

    private func erase(_ due: [Due], by access: Access, now: Date) async throws -> Int {
        let files = try await database.writer.write { database in
            let key = SymmetricKey(data: try ForceDatabase.key("erasures", database))
            var files: [[String]] = []
            for case_ in due {
                guard let id = try ForceDatabase.id(of: case_.reference, database) else { continue }
                let isHeld = try Bool.fetchOne(
                    database, sql: "SELECT hold IS NOT NULL FROM cases WHERE id = ?", arguments: [id])
                guard isHeld == false else { continue }
                files.append(
                    try String.fetchAll(database, sql: "SELECT id FROM evidence WHERE case_id = ?", arguments: [id]))
                try Self.erase(id, case_, key, by: access, now: now, database)
            }
            return files
        }
        for name in files.joined() {
            guard let id = EvidenceID(rawValue: name) else { continue }
            unlink(database.folder.evidence(id))
        }
        return files.count
    }

    private static func erase(
        _ id: Int64, _ due: Due, _ key: SymmetricKey, by access: Access, now: Date, _ database: Database
    ) throws {
        let digest = HMAC<SHA256>.authenticationCode(for: Array(due.reference.description.utf8), using: key)
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO erasures (reference, time, class, basis, actor, purpose)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Data(digest), now.seconds, due.rule.name, due.rule.basis, access.name, access.purpose,
            ])
        try database.execute(sql: "DELETE FROM search WHERE rowid = ?", arguments: [id])
        try database.execute(sql: "DELETE FROM cases WHERE id = ?", arguments: [id])
    }

    /// Takes what was erased out of the search and the log.
    private func wipe() async throws {
        try await database.writer.write { try $0.execute(sql: "INSERT INTO search (search) VALUES ('optimize')") }
        let isEmpty = try await database.cases.writeWithoutTransaction { database in
            let (frames, moved) = try database.checkpoint(.truncate)
            return frames == moved
        }
        guard isEmpty else { throw StoreFault(.unavailable, "a reader keeps erased words in the log: do it again") }
    }
}

extension CalendarDate {
    fileprivate init(utc time: Date) {
        self = CalendarDate(daysSince1970: Int(time.seconds / 86_400))
    }

    fileprivate var startOfDay: Date { Date(seconds: Int64(daysSince1970) * 86_400) }
}
