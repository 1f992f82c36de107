import Forms
import FoundationEssentials
import GRDB

extension ForceDatabase {
    /// How many drafts a force keeps at most.
    static let mostDrafts = 100_000

    /// A draft that was deleted without having been sent.
    struct GoneDraft {
        let form: FormID?
        /// How many of its pages had been answered.
        let pages: Int
        /// Its files, which lie sealed in a folder.
        let files: [String]
    }

    static func deleteExpired(_ now: Date, _ database: Database) throws -> [GoneDraft] {
        try delete("expires <= ?", [now.seconds], database)
    }

    /// Deletes what is more than the most, from what would expire first. Those that begin a great many drafts have some
    /// that expire soon.
    ///
    /// - Parameter id: The draft that stays in any case.
    static func deleteSurplus(
        besides id: String, most: Int = mostDrafts, _ database: Database
    ) throws -> [GoneDraft] {
        let count = try Int.fetchOne(database.cachedStatement(sql: "SELECT count FROM draft_count")) ?? 0
        guard count > most else { return [] }
        return try delete(
            "id IN (SELECT id FROM drafts WHERE id <> ? ORDER BY expires LIMIT ?)", [id, count - most], database)
    }

    private static func delete(
        _ condition: String, _ arguments: StatementArguments, _ database: Database
    ) throws -> [GoneDraft] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT id, form, (SELECT count(*) FROM entries WHERE draft = drafts.id) AS pages
                    FROM drafts WHERE \(condition)
                    """), arguments: arguments)
        let files = try database.cachedStatement(sql: "SELECT id FROM files WHERE draft = ?")
        let gone = try rows.map { row in
            GoneDraft(
                form: FormID(rawValue: row["form"]), pages: row["pages"],
                files: try String.fetchAll(files, arguments: [row["id"] as String]))
        }
        if !gone.isEmpty {
            try database.execute(sql: "DELETE FROM drafts WHERE \(condition)", arguments: arguments)
        }
        return gone
    }

    /// Deletes the files of drafts that are gone, and tells of them.
    func finish(_ drafts: [GoneDraft]) {
        for draft in drafts {
            deleteSealed(draft.files)
            if let form = draft.form { observer.expired(form, after: draft.pages) }
        }
    }
}
