import Forms
import FoundationEssentials
import GRDB

extension ForceDatabase {
    /// - Parameter files: The files of the submission, in their place.
    func accept(_ submission: Submission, files: [SubmittedFile], now: Date) async throws -> Acceptance.Outcome {
        let acceptance = Acceptance(submission, files: files, in: self, now: now)
        let digest = submission.definition.digest
        let knows = knows(digest)
        let outcome = try await writer.write { try acceptance.perform(knowsDefinition: knows, $0) }
        if case .new = outcome { learn(digest) }
        return outcome
    }

    func reference(ofDraft draft: DraftKey) async throws -> Reference? {
        let draft = draft.id
        return try await cases.read { database in
            try String.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT reference FROM cases JOIN submissions ON submissions.case_id = cases.id
                        WHERE submissions.draft = ?
                        """), arguments: [draft]
            ).flatMap { Reference($0) }
        }
    }

    func contains(_ reference: Reference) async throws -> Bool {
        try await cases.read { try Self.id(of: reference, $0) != nil }
    }

    static func id(of reference: Reference, _ database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM cases WHERE reference = ?"),
            arguments: [reference.description])
    }
}
