import Forms
import FoundationEssentials
import GRDB

/// A submission on its way to being a case: what can be made ready before the writer's turn, and what the writer does.
struct Acceptance: Sendable {
    /// What became of it.
    enum Outcome: Sendable {
        case new(Reference)
        /// It had come in before.
        case repeated(Reference)
        /// Its draft had come in before, with other content. Nothing was changed.
        case conflict
    }

    /// Two references in 60 bits are as good as never the same; a few draws settle it if they are.
    private static let draws = 3

    private let submission: Submission
    private let files: [SubmittedFile]
    private let answers: String
    private let signals: String
    private let draft: String
    private let received: Int64
    private let due: Int64
    private let repeats: (recent: [Data], until: Int64)?

    /// - Parameters:
    ///   - files: The files of the submission, in their place.
    ///   - now: The time, to the second, for finding repeats.
    init(_ submission: Submission, files: [SubmittedFile], in database: ForceDatabase, now: Date) {
        self.submission = submission
        self.files = files
        answers = AnswersJSON.text(of: submission.answers(naming: files))
        signals = "[\(submission.signals.map { "\"\($0.rawValue)\"" }.joined(separator: ","))]"
        draft = submission.draft.id
        received = submission.kept(submission.received).seconds
        due = submission.clocks.map { submission.kept($0.due).seconds }.min() ?? CaseTables.never
        if submission.isSentInOneGo {
            let fingerprint = Fingerprint(of: submission, answers: answers, key: database.repeatKey)
            let until = now.endOfHour.seconds + 3_600
            repeats = (fingerprint.recent(at: now), until)
        } else {
            repeats = nil
        }
    }

    /// Makes the case, unless there is one of the same submission.
    ///
    /// - Parameter knowsDefinition: Whether the definition is known to be in the database.
    func perform(knowsDefinition: Bool, _ database: Database) throws -> Outcome {
        if let known = try sent(database) ?? recent(database) {
            guard known.isSame else { return .conflict }
            try CaseEventRow.insert(CaseEvent(.repeated, at: Date(seconds: received)), on: known.id, database)
            return .repeated(known.reference)
        }
        if !knowsDefinition { try ForceDatabase.insert(submission.definition, database) }
        let (id, reference) = try insertCase(database)
        try database.cachedStatement(
            sql: """
                INSERT INTO submissions (case_id, definition, language, channel, received, answers, signals, draft)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, submission.definition.digest, submission.language.rawValue, submission.channel.rawValue, received,
            answers, signals, draft,
        ])
        try insertParts(of: id, database)
        try database.cachedStatement(sql: "INSERT INTO search (rowid, reference, narrative) VALUES (?, ?, ?)")
            .execute(arguments: [id, reference.description, submission.narrative])
        return .new(reference)
    }

    private typealias Known = (id: Int64, reference: Reference, isSame: Bool)

    /// The case of the same draft.
    private func sent(_ database: Database) throws -> Known? {
        let statement = try database.cachedStatement(sql: "SELECT case_id FROM submissions WHERE draft = ?")
        guard let id = try Int64.fetchOne(statement, arguments: [draft]) else { return nil }
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT reference, answers FROM cases JOIN submissions ON submissions.case_id = cases.id
                    WHERE cases.id = ? AND draft = ?
                    """), arguments: [id, draft])
        guard let row, let reference = Reference(row["reference"] as String) else {
            throw StoreFault(.corrupt, "a row of cases")
        }
        let evidence = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT id, sha256 FROM evidence WHERE case_id = ? ORDER BY position"),
            arguments: [id])
        let isSame =
            Self.neutral(row["answers"], naming: evidence.map { $0["id"] })
            == Self.neutral(answers, naming: files.map(\.file.id.rawValue))
            && evidence.map { $0["sha256"] as String } == files.map(\.file.sha256)
        return (id, reference, isSame)
    }

    /// Answers with the positions of files in the place of their names, which are drawn anew each time.
    private static func neutral(_ answers: String, naming files: [String]) -> String {
        files.enumerated().reduce(answers) { $0.replacing($1.element, with: "#\($1.offset)") }
    }

    /// The case of the same content, sent in one go a few minutes ago.
    private func recent(_ database: Database) throws -> Known? {
        guard let repeats else { return nil }
        let places = repeats.recent.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: """
                SELECT cases.id, cases.reference FROM repeats JOIN cases ON cases.id = repeats.case_id
                WHERE fingerprint IN (\(places)) LIMIT 1
                """)
        let row = try Row.fetchOne(statement, arguments: StatementArguments(repeats.recent))
        if let row, let reference = Reference(row["reference"] as String) { return (row["id"], reference, true) }
        try database.cachedStatement(sql: "DELETE FROM repeats WHERE until <= ?")
            .execute(arguments: [repeats.until - 3_600])
        return nil
    }

    private func insertCase(_ database: Database) throws -> (id: Int64, reference: Reference) {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO cases (reference, form, status, is_anonymous, received, due)
                VALUES (?, ?, 'new', ?, ?, ?)
                """)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<Self.draws {
            let reference = Reference(force: submission.forceCode, form: submission.formCode, using: &generator)
            try statement.execute(arguments: [
                reference.description, submission.definition.form.rawValue, submission.isAnonymous, received, due,
            ])
            if database.changesCount == 1 { return (database.lastInsertedRowID, reference) }
        }
        throw StoreFault(.unavailable, "no unused reference was drawn")
    }
}

extension Acceptance {
    /// Everything that belongs to the case besides the submission.
    private func insertParts(of id: Int64, _ database: Database) throws {
        try CaseEventRow.insert(CaseEvent(.received, at: Date(seconds: received)), on: id, database)
        if let person = submission.person, !person.isEmpty {
            try database.cachedStatement(
                sql: """
                    INSERT INTO people (case_id, role, name, email, phone, address, born)
                    VALUES (?, 'reporter', ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [id, person.name, person.email, person.phone, person.address, person.born])
        }
        for clock in submission.clocks {
            try database.cachedStatement(sql: "INSERT OR IGNORE INTO clocks (case_id, due, label) VALUES (?, ?, ?)")
                .execute(arguments: [id, submission.kept(clock.due).seconds, clock.label])
        }
        for (position, submitted) in files.enumerated() {
            let (file, place) = (submitted.file, submitted.place)
            try database.cachedStatement(
                sql: """
                    INSERT INTO evidence
                        (id, case_id, position, step, question, name, declared, kind, bytes, sha256)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                file.id.rawValue, id, position, place.step.rawValue, place.question.rawValue, file.declaration.name,
                file.declaration.type, file.kind.rawValue, file.bytes, file.sha256,
            ])
        }
        if let repeats, let now = repeats.recent.first {
            try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO repeats (fingerprint, case_id, until) VALUES (?, ?, ?)"
            ).execute(arguments: [now, id, repeats.until])
        }
    }
}

extension Submission {
    /// The answers with the names that files have among the evidence, in the place of those that they had in the draft.
    ///
    /// - Parameter placed: The files in their place, in the order of `files`.
    fileprivate func answers(naming placed: [SubmittedFile]) -> [StepID: StepAnswers] {
        guard !files.isEmpty else { return answers }
        let names = Dictionary(zip(files, placed).map { ($0.file.id.rawValue, $1.file.id.rawValue) }) { first, _ in
            first
        }
        return answers.mapValues { step in
            let items = step.items.map { item in
                item.mapValues { answer in
                    guard case .list(let values) = answer else { return answer }
                    return .list(values.map { names[$0] ?? $0 })
                }
            }
            if case .repeated = step { return .repeated(items) }
            return .once(items.first ?? [:])
        }
    }

    /// A time as the store keeps it.
    fileprivate func kept(_ time: Date) -> Date { isAnonymous ? time.startOfHour : time }
}
