import CaseStore
import Forms
import FoundationEssentials

/// Cases of one form as a table, with a column for each question of all the definitions that judged them.
///
/// The first line names the columns, and the last case may bring one that no other has. So the cells of the rows are
/// kept until then. They are as many as were asked for, and the cases themselves are not kept.
struct CaseCSV {
    private struct Place: Hashable {
        let step: StepID
        let question: QuestionID
    }

    private struct Column {
        let place: Place
        let step: String
        let label: String
    }

    private struct Row {
        let first: [String]
        let answers: [Place: String]
        let last: String
    }

    private static let first = ["reference", "force", "form", "language", "channel", "received", "due", "status"]
    private static let last = "evidence"

    private var columns: [Column] = []
    private var rows: [Row] = []
    private var seen: Set<String> = []

    /// How many cases there are.
    var count: Int { rows.count }

    /// - Parameter wording: That of the definition that judged the case.
    mutating func add(_ record: CaseRecord, in wording: CaseWording) {
        if seen.insert(record.definition).inserted { addColumns(of: wording.definition) }
        var answers: [Place: String] = [:]
        for step in wording.definition.steps {
            for question in step.questions {
                let items = record.answers[step.id]?.items.map { item in
                    item[question.id].map { wording.lines(of: $0, to: question).joined(separator: "\n") } ?? ""
                }
                guard let items, !items.allSatisfy(\.isEmpty) else { continue }
                answers[Place(step: step.id, question: question.id)] = Self.cell(
                    of: items, repeated: step.repeats != nil)
            }
        }
        let due = record.status == .closed ? nil : record.clocks.first?.due
        let first = [
            record.reference.description, record.force.rawValue, record.form.rawValue, record.language.rawValue,
            record.channel.rawValue, record.received.formatted(.iso8601), due?.formatted(.iso8601) ?? "",
            record.status.rawValue,
        ]
        let names = record.evidence.map { $0.file.declaration.name.lines.joined(separator: " ") }
        rows.append(Row(first: first, answers: answers, last: names.joined(separator: "\n")))
    }

    /// The answer to a question; those of a repeating group with the numbers of their items, for a spreadsheet has one
    /// cell for them all.
    private static func cell(of items: [String], repeated: Bool) -> String {
        guard repeated else { return items.first ?? "" }
        return items.enumerated().filter { !$0.element.isEmpty }.map { "\($0.offset + 1): \($0.element)" }
            .joined(separator: "\n")
    }

    /// Gives the table line by line: UTF-8 with a byte order mark, without which Excel takes it for something else.
    func write(_ take: (String) throws -> Void) rethrows {
        try take("\u{FEFF}" + Self.line(Self.first + titles + [Self.last]))
        for row in rows {
            try take(Self.line(row.first + columns.map { row.answers[$0.place] ?? "" } + [row.last]))
        }
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(CSVCell.quoted).joined(separator: ",") + "\r\n"
    }

    /// Puts questions that are not known yet behind those that they follow in their form.
    private mutating func addColumns(of definition: FormDefinition) {
        var next = 0
        for step in definition.steps {
            for question in step.questions {
                let place = Place(step: step.id, question: question.id)
                if let known = columns.firstIndex(where: { $0.place == place }) {
                    next = known + 1
                } else {
                    columns.insert(Column(place: place, step: step.title.en, label: question.label.en), at: next)
                    next += 1
                }
            }
        }
    }

    /// What the columns of the questions are called, each differently: the label alone, with its step, or with ids too.
    private var titles: [String] {
        let labels = Self.first + columns.map(\.label) + [Self.last]
        let long = columns.map { "\($0.step): \($0.label)" }
        return zip(columns, long).map { column, title in
            if labels.count(where: { $0 == column.label }) == 1 { return column.label }
            if long.count(where: { $0 == title }) == 1 { return title }
            return "\(title) (\(column.place.step) \(column.place.question))"
        }
    }
}
