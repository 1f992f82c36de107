import Forms
import FoundationEssentials
import GRDB

extension ForceDatabase {
    /// Two references in 60 bits are as good as never the same; a few draws settle it if they are.
    private static let draws = 3

    func accept(_ submission: Submission) async throws -> Reference {
        let answers = try Self.json(submission.answers)
        let signals = try Self.json(submission.signals)
        let draft = submission.draft.id
        return try await casePool.write { database in
            if let known = try Self.sent(draft, database) {
                guard known.answers == answers else {
                    throw StoreFault(.conflict, "the draft was sent before with other answers")
                }
                return known.reference
            }
            try Self.insert(submission.definition, database)
            let reference = try Self.insertCase(submission, database)
            try database.execute(
                sql: """
                    INSERT INTO submissions
                        (case_id, definition, language, channel, received, answers, signals, draft)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    database.lastInsertedRowID, submission.definition.digest, submission.language.rawValue,
                    submission.channel.rawValue, submission.received.seconds, answers, signals, draft,
                ])
            return reference
        }
    }

    private static func insertCase(_ submission: Submission, _ database: Database) throws -> Reference {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<draws {
            let reference = Reference(
                force: submission.forceCode, form: submission.formCode, using: &generator)
            try database.execute(
                sql: "INSERT OR IGNORE INTO cases (reference, form, status, received) VALUES (?, ?, ?, ?)",
                arguments: [
                    reference.description, submission.definition.form.rawValue, CaseRecord.Status.new.rawValue,
                    submission.received.seconds,
                ])
            if database.changesCount == 1 { return reference }
        }
        throw StoreFault(.unavailable, "no unused reference was drawn")
    }

    func reference(ofDraft draft: DraftKey) async throws -> Reference? {
        let draft = draft.id
        return try await casePool.read { try Self.sent(draft, $0)?.reference }
    }

    /// What was made of a draft that was sent, by what the store calls it.
    private static func sent(_ draft: String, _ database: Database) throws -> (reference: Reference, answers: String)? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT cases.reference, submissions.answers
                FROM submissions JOIN cases ON cases.id = submissions.case_id
                WHERE submissions.draft = ?
                """,
            arguments: [draft])
        guard let row, let reference = Reference(row["reference"] as String) else { return nil }
        return (reference, row["answers"])
    }

    func contains(_ reference: Reference) async throws -> Bool {
        try await casePool.read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM cases WHERE reference = ?)",
                arguments: [reference.description]) ?? false
        }
    }

    func cases() async throws -> [CaseRecord] {
        try await casePool.read { [force] database in
            try Row.fetchAll(database, sql: "\(Self.selectCase) ORDER BY cases.received DESC, cases.id DESC")
                .map { try Self.record($0, of: force) }
        }
    }

    func record(_ reference: Reference) async throws -> CaseRecord? {
        try await casePool.read { [force] database in
            try Row.fetchOne(
                database, sql: "\(Self.selectCase) WHERE cases.reference = ?", arguments: [reference.description]
            ).map { try Self.record($0, of: force) }
        }
    }

    /// A case with the first submission that it was made from.
    private static let selectCase = """
        SELECT cases.reference, cases.form, cases.status, cases.received, submissions.language, submissions.channel,
            submissions.definition, submissions.answers, submissions.signals
        FROM cases JOIN submissions ON submissions.id =
            (SELECT min(first.id) FROM submissions AS first WHERE first.case_id = cases.id)
        """

    private static func record(_ row: Row, of force: ForceID) throws -> CaseRecord {
        let (reference, answers, signals): (String, String, String) = (row["reference"], row["answers"], row["signals"])
        guard let reference = Reference(reference), let form = FormID(rawValue: row["form"]),
            let language = Language(rawValue: row["language"]),
            let channel = Submission.Channel(rawValue: row["channel"]),
            let status = CaseRecord.Status(rawValue: row["status"])
        else { throw StoreFault(.corrupt, "a row of cases") }
        let decoder = JSONDecoder()
        return CaseRecord(
            reference: reference, force: force, form: form, language: language, channel: channel,
            received: Date(timeIntervalSince1970: TimeInterval(row["received"] as Int64)), status: status,
            definition: row["definition"],
            answers: try decoder.decode([StepID: [QuestionID: Answer]].self, from: Data(answers.utf8)),
            signals: try decoder.decode([Submission.Signal].self, from: Data(signals.utf8)))
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension Date {
    /// Whole seconds since 1970.
    var seconds: Int64 { Int64(timeIntervalSince1970.rounded(.down)) }
}
