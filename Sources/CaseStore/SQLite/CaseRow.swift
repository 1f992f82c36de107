import Forms
import FoundationEssentials
import GRDB

/// A case as it lies in the database.
enum CaseRow {
    static func summary(_ row: Row, of force: ForceID) throws -> CaseSummary {
        guard let reference = Reference(row["reference"] as String), let form = FormID(rawValue: row["form"]),
            let language = Language(rawValue: row["language"]),
            let status = CaseRecord.Status(rawValue: row["status"])
        else { throw StoreFault(.corrupt, "a row of cases") }
        let due: Int64 = row["due"]
        return CaseSummary(
            reference: reference, force: force, form: form, language: language,
            received: Date(seconds: row["received"]), status: status,
            due: due < CaseTables.never ? Date(seconds: due) : nil)
    }

    /// A case with the first submission that it was made from.
    static let select = """
        SELECT cases.id, cases.reference, cases.form, cases.status, cases.received, cases.due, cases.hold,
            submissions.language, submissions.channel, submissions.definition, submissions.answers,
            submissions.signals
        FROM cases JOIN submissions ON submissions.id =
            (SELECT min(first.id) FROM submissions AS first WHERE first.case_id = cases.id)
        """

    /// - Parameter row: What `select` gives.
    static func record(_ row: Row, of force: ForceID, _ database: Database) throws -> CaseRecord {
        let summary = try summary(row, of: force)
        let (id, answers, signals): (Int64, String, String) = (row["id"], row["answers"], row["signals"])
        guard let channel = Submission.Channel(rawValue: row["channel"]) else {
            throw StoreFault(.corrupt, "a row of submissions")
        }
        return CaseRecord(
            reference: summary.reference, force: force, form: summary.form, language: summary.language,
            channel: channel, received: summary.received, status: summary.status, definition: row["definition"],
            answers: try decode([StepID: StepAnswers].self, answers),
            signals: try decode([Submission.Signal].self, signals), evidence: try evidence(of: id, database),
            clocks: try clocks(of: id, database), hold: row["hold"])
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(json.utf8))
        } catch {
            throw StoreFault(.corrupt, "a row of submissions")
        }
    }

    private static func clocks(of id: Int64, _ database: Database) throws -> [Clock] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT due, label FROM clocks WHERE case_id = ? ORDER BY due, label"),
            arguments: [id]
        ).map { Clock(label: $0["label"], due: Date(seconds: $0["due"])) }
    }

    static func evidence(of id: Int64, _ database: Database) throws -> [EvidenceRecord] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT id, step, question, name, declared, kind, bytes, sha256 FROM evidence
                    WHERE case_id = ? ORDER BY position
                    """), arguments: [id]
        ).map { row in
            guard let id = EvidenceID(rawValue: row["id"]), let step = StepID(rawValue: row["step"]),
                let question = QuestionID(rawValue: row["question"]), let kind = FileKind(rawValue: row["kind"])
            else { throw StoreFault(.corrupt, "a row of evidence") }
            return EvidenceRecord(
                place: EvidencePlace(step: step, question: question),
                file: ReceivedFile(
                    id: id, declaration: FileDeclaration(name: row["name"], type: row["declared"]), kind: kind,
                    bytes: row["bytes"], sha256: row["sha256"], isSealed: false))
        }
    }

    static func person(of id: Int64, _ database: Database) throws -> Person? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT name, email, phone, address, born FROM people WHERE case_id = ? ORDER BY id"),
            arguments: [id]
        ).map {
            Person(
                name: $0["name"], email: $0["email"], phone: $0["phone"], address: $0["address"], born: $0["born"])
        }
    }

    static func links(of id: Int64, _ database: Database) throws -> [CaseLink] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT links.kind, cases.reference FROM links JOIN cases ON cases.id = links.other_id
                    WHERE links.case_id = ? ORDER BY cases.id
                    """), arguments: [id]
        ).compactMap { row in
            guard let kind = CaseLink.Kind(rawValue: row["kind"]),
                let reference = Reference(row["reference"] as String)
            else { return nil }
            return CaseLink(kind, to: reference)
        }
    }
}
