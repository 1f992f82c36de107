import Forms
import FoundationEssentials
import GRDB

extension ForceDatabase {
    func note(_ text: String, on reference: Reference, by access: Access, now: Date) async throws -> Bool {
        try await change(reference) { id, database in
            try CaseEventRow.insert(CaseEvent(.note, at: now, by: access, text: text), on: id, database)
        }
    }

    func set(
        _ status: CaseRecord.Status, because reason: String?, of reference: Reference, by access: Access, now: Date
    ) async throws -> Bool {
        try await change(reference) { id, database in
            try database.execute(
                sql: """
                    UPDATE cases SET status = :status,
                        closed = CASE :status WHEN 'closed' THEN coalesce(closed, :now) END,
                        due = CASE :status WHEN 'closed' THEN :closed
                            ELSE coalesce((SELECT min(due) FROM clocks WHERE case_id = :id), :never) END
                    WHERE id = :id
                    """,
                arguments: [
                    "status": status.rawValue, "now": now.seconds, "closed": CaseTables.closed,
                    "never": CaseTables.never, "id": id,
                ])
            let event = CaseEvent(.status, at: now, by: access, subject: status.rawValue, text: reason)
            try CaseEventRow.insert(event, on: id, database)
        }
    }

    func link(_ reference: Reference, _ link: CaseLink, by access: Access, now: Date) async throws -> Bool {
        try await writer.write { database in
            guard let id = try Self.id(of: reference, database),
                let other = try Self.id(of: link.reference, database), id != other
            else { return false }
            for (from, to) in [(id, other), (other, id)] {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO links (case_id, other_id, kind) VALUES (?, ?, ?)",
                    arguments: [from, to, link.kind.rawValue])
                // The number and not the reference: when the other case is erased, its reference is nowhere.
                let event = CaseEvent(.linked, at: now, by: access, subject: "\(to)", text: link.kind.rawValue)
                try CaseEventRow.insert(event, on: from, database)
            }
            return true
        }
    }

    func hold(_ reference: Reference, because reason: String?, by access: Access, now: Date) async throws -> Bool {
        try await change(reference) { id, database in
            try database.execute(sql: "UPDATE cases SET hold = ? WHERE id = ?", arguments: [reason, id])
            let subject = reason == nil ? "released" : "held"
            try CaseEventRow.insert(
                CaseEvent(.retention, at: now, by: access, subject: subject, text: reason), on: id, database)
        }
    }

    func handOut(
        _ evidence: EvidenceID, of reference: Reference, by access: Access, now: Date,
        to take: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws -> EvidenceRecord? {
        let record = try await writer.write { database -> EvidenceRecord? in
            guard let id = try Self.id(of: reference, database),
                let record = try CaseRow.evidence(of: id, database).first(where: { $0.file.id == evidence })
            else { return nil }
            let event = CaseEvent(.exported, at: now, by: access, subject: evidence.rawValue)
            try CaseEventRow.insert(event, on: id, database)
            return record
        }
        guard let record else { return nil }
        try await StoreThread.run { try self.folder.read(record.file, to: take) }
        return record
    }
}

extension ForceFolder {
    /// Reads a file of a case.
    ///
    /// - Throws: `StoreFault` `.corrupt` where it is not what came in.
    func read(_ file: ReceivedFile, to take: ([UInt8]) throws -> Void) throws {
        var digest = FileDigest()
        try OpenFile.reading(evidence(file.id)).forEachPiece { piece in
            piece.withUnsafeBytes { digest.take($0) }
            try take(piece)
        }
        guard digest.sha256 == file.sha256 else {
            throw StoreFault(.corrupt, "the file \(file.id) is not what came in")
        }
    }
}
