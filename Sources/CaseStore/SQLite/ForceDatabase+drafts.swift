import Forms
import FoundationEssentials
import GRDB

extension ForceDatabase {
    /// How long a draft is kept after the last step that was saved: a day, which the pages say.
    static let draftLifetime: TimeInterval = 24 * 60 * 60

    /// A draft as it lies in the database.
    private struct SealedDraft {
        let definition: String
        let entries: [(step: String, sealed: Data)]
    }

    func draft(_ key: DraftKey, of form: FormID, now: Date) async throws -> Draft? {
        let id = key.id
        let found = try await draftPool.read { database -> SealedDraft? in
            let definition = try String.fetchOne(
                database, sql: "SELECT definition FROM drafts WHERE id = ? AND form = ? AND expires > ?",
                arguments: [id, form.rawValue, now.seconds])
            guard let definition else { return nil }
            let rows = try Row.fetchAll(
                database, sql: "SELECT step, sealed FROM entries WHERE draft = ?", arguments: [id])
            return SealedDraft(definition: definition, entries: rows.map { ($0["step"], $0["sealed"]) })
        }
        guard let found else { return nil }
        var entries: [StepID: StepEntry] = [:]
        for (name, sealed) in found.entries {
            // A row that does not open was changed by somebody: the step is asked again.
            guard let step = StepID(rawValue: name),
                let entry = try? SealedEntry(bytes: Array(sealed)).open(as: step, form: form, with: key)
            else { continue }
            entries[step] = entry
        }
        return Draft(key: key, form: form, definition: found.definition, entries: entries)
    }

    func save(
        _ entry: StepEntry, for step: StepID, in key: DraftKey, judgedBy definition: StoredDefinition, now: Date
    ) async throws {
        let id = key.id
        let sealed = Data(try SealedEntry(entry, of: step, form: definition.form, with: key).bytes)
        try await draftPool.write { database in
            try database.execute(sql: "DELETE FROM drafts WHERE expires <= ?", arguments: [now.seconds])
            try database.execute(
                sql: """
                    INSERT INTO drafts (id, form, definition, expires) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, expires = excluded.expires
                    """,
                arguments: [
                    id, definition.form.rawValue, definition.digest, (now + Self.draftLifetime).seconds,
                ])
            try database.execute(
                sql: """
                    INSERT INTO entries (draft, step, sealed) VALUES (?, ?, ?)
                    ON CONFLICT (draft, step) DO UPDATE SET sealed = excluded.sealed
                    """,
                arguments: [id, step.rawValue, sealed])
        }
    }

    func delete(_ key: DraftKey) async throws {
        let id = key.id
        try await draftPool.write { try $0.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [id]) }
    }
}
