import FoundationEssentials
import GRDB

extension Verification {
    /// How many files are looked at between two looks into the database: it takes hours to read them all, and nobody may
    /// hold on to the log that long.
    private static let batch = 500

    /// A file as its row tells of it.
    private struct Owned {
        let id: String
        let reference: String
        let bytes: Int
        let sha256: String
    }

    /// Reads each file of a case.
    mutating func lookAtEvidence(_ database: DatabaseQueue) throws {
        var last = ""
        while true {
            let batch = try database.read { [last] in try Self.evidence(after: last, $0) }
            guard let end = batch.last else { return }
            for owned in batch {
                guard let message = complaint(of: owned) else { continue }
                // The case may have been erased meanwhile.
                let isThere = try database.read {
                    try Bool.fetchOne(
                        $0, sql: "SELECT EXISTS (SELECT 1 FROM evidence WHERE id = ?)", arguments: [owned.id]) ?? false
                }
                if isThere { find("evidence/\(owned.id)", message) }
            }
            last = end.id
        }
    }

    private static func evidence(after id: String, _ database: Database) throws -> [Owned] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT evidence.id, bytes, sha256, reference FROM evidence JOIN cases ON cases.id = case_id
                WHERE evidence.id > ? ORDER BY evidence.id LIMIT \(batch)
                """, arguments: [id]
        ).map { Owned(id: $0["id"], reference: $0["reference"], bytes: $0["bytes"], sha256: $0["sha256"]) }
    }

    /// What is wrong with a file; nil where all is well.
    private func complaint(of owned: Owned) -> String? {
        guard let file = try? OpenFile.reading("\(path)/evidence/\(owned.id)") else {
            return "this file of \(owned.reference) is not there"
        }
        guard readsFiles else {
            let bytes = Folder(path: "\(path)/evidence").status(of: owned.id)?.bytes
            return bytes == owned.bytes ? nil : "this file of \(owned.reference) is not as long as what came in"
        }
        guard let digest = try? FileDigest(reading: file) else {
            return "this file of \(owned.reference) cannot be read"
        }
        guard digest.count == owned.bytes else {
            return "this file of \(owned.reference) has \(digest.count) bytes; \(owned.bytes) came in"
        }
        guard digest.sha256 == owned.sha256 else {
            return "this file of \(owned.reference) was changed: its SHA-256 is not the one that came in"
        }
        return nil
    }
}
