package import Forms
import FoundationEssentials
import GRDB
import Glibc

extension ForceDatabase {
    /// A draft as it lies in the database.
    private struct SealedDraft {
        let definition: String
        let entries: [(step: String, sealed: Data)]
        let files: [(id: String, sealed: Data)]
    }

    func draft(_ key: DraftKey, of form: FormID, now: Date) async throws -> Draft? {
        let id = key.id
        let found = try await drafts.read { database -> SealedDraft? in
            let definition = try String.fetchOne(
                database, sql: "SELECT definition FROM drafts WHERE id = ? AND form = ? AND expires > ?",
                arguments: [id, form.rawValue, now.seconds])
            guard let definition else { return nil }
            let entries = try Row.fetchAll(
                database, sql: "SELECT step, sealed FROM entries WHERE draft = ?", arguments: [id])
            let files = try Row.fetchAll(
                database, sql: "SELECT id, sealed FROM files WHERE draft = ? ORDER BY position", arguments: [id])
            return SealedDraft(
                definition: definition, entries: entries.map { ($0["step"], $0["sealed"]) },
                files: files.map { ($0["id"], $0["sealed"]) })
        }
        guard let found else { return nil }
        let files = found.files.compactMap { id, sealed in
            try? SealedRow<SubmittedFile>(bytes: Array(sealed)).open(at: id, form: form, with: key)
        }
        var entries: [EntryPlace: StepEntry] = [:]
        for (name, sealed) in found.entries {
            // A row that does not open was changed by somebody: the step is asked again.
            guard let place = EntryPlace(rawValue: name),
                let entry = try? SealedRow<StepEntry>(bytes: Array(sealed)).open(at: name, form: form, with: key)
            else { continue }
            entries[place] = entry.holding(files, of: place)
        }
        return Draft(key: key, form: form, definition: found.definition, entries: entries, files: files)
    }

    /// - Parameter posted: What to keep; nil only opens the draft.
    func save(
        _ posted: (place: EntryPlace, entry: StepEntry)?, in key: DraftKey, judgedBy definition: StoredDefinition,
        for term: DraftTerm, now: Date
    ) async throws {
        let id = key.id
        let row = try posted.map { place, entry in
            let sealed = try SealedRow(entry, at: place.rawValue, form: definition.form, with: key).bytes
            return (place: place.rawValue, sealed: Data(sealed))
        }
        let expires = (now + TimeInterval(term.rawValue)).endOfHour.seconds
        let gone = try await drafts.write { database in
            var gone = try Self.deleteExpired(now, database)
            try database.execute(
                sql: """
                    INSERT INTO drafts (id, form, definition, expires) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, expires = excluded.expires
                    """, arguments: [id, definition.form.rawValue, definition.digest, expires])
            if let row {
                try database.execute(
                    sql: """
                        INSERT INTO entries (draft, step, sealed) VALUES (?, ?, ?)
                        ON CONFLICT (draft, step) DO UPDATE SET sealed = excluded.sealed
                        """, arguments: [id, row.place, row.sealed])
            }
            gone += try Self.deleteSurplus(besides: id, database)
            return gone
        }
        finish(gone)
    }

    /// - Throws: `StoreFault` `.missing` where there is no such draft.
    func keep(_ file: ReceivedFile, for place: EvidencePlace, in key: DraftKey) async throws {
        let id = key.id
        let submitted = SubmittedFile(file, at: place)
        try OpenFile.move(folder.spooled(file.id), to: folder.sealed(file.id))
        try await drafts.write { database in
            let form = try String.fetchOne(database, sql: "SELECT form FROM drafts WHERE id = ?", arguments: [id])
            guard let form = form.flatMap(FormID.init(rawValue:)) else { throw StoreFault(.missing, "no such draft") }
            let sealed = Data(try SealedRow(submitted, at: file.id.rawValue, form: form, with: key).bytes)
            try database.execute(
                sql: """
                    INSERT INTO files (id, draft, position, sealed)
                    VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM files WHERE draft = ?), ?)
                    """, arguments: [file.id.rawValue, id, id, sealed])
        }
    }

    func remove(_ file: EvidenceID, from key: DraftKey) async throws {
        let id = key.id
        let isRemoved = try await drafts.write { database in
            try database.execute(
                sql: "DELETE FROM files WHERE id = ? AND draft = ?", arguments: [file.rawValue, id])
            return database.changesCount > 0
        }
        if isRemoved { deleteSealed([file.rawValue]) }
    }

    func remove(_ place: EntryPlace, from draft: Draft) async throws {
        let id = draft.key.id
        let files = draft.files.filter { $0.place.entry == place }.map(\.file.id.rawValue)
        try await drafts.write { database in
            try database.execute(
                sql: "DELETE FROM entries WHERE draft = ? AND step = ?", arguments: [id, place.rawValue])
            for file in files {
                try database.execute(sql: "DELETE FROM files WHERE id = ? AND draft = ?", arguments: [file, id])
            }
        }
        deleteSealed(files)
    }

    func delete(_ key: DraftKey) async throws {
        let id = key.id
        let files = try await drafts.write { database in
            let files = try String.fetchAll(database, sql: "SELECT id FROM files WHERE draft = ?", arguments: [id])
            try database.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [id])
            return files
        }
        deleteSealed(files)
    }

    func deleteSealed(_ ids: [String]) {
        for id in ids.compactMap(EvidenceID.init(rawValue:)) { unlink(folder.sealed(id)) }
    }
}

extension StepEntry {
    /// What was posted in a place, with the files that were added there.
    package func holding(_ files: [SubmittedFile], of place: EntryPlace) -> StepEntry {
        var entry = self
        entry.files = Dictionary(grouping: files.filter { $0.place.entry == place }, by: \.place.question)
            .mapValues { $0.map { EntryFile($0.file) } }
        return entry
    }
}

extension EntryFile {
    package init(_ file: ReceivedFile) {
        self.init(id: file.id.rawValue, name: file.declaration.name, kind: file.kind, bytes: file.bytes)
    }
}
