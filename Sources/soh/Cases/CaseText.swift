import CaseStore
import Diagnostics
import FormViews
import Forms
import FoundationEssentials

/// A case as a terminal shows it. What a citizen typed is made printable first, so that it cannot steer the terminal.
enum CaseText {
    /// One line of a list.
    static func line(_ record: CaseRecord) -> String {
        "\(record.reference)  \(time(record))  \(record.force)  \(record.form)  \(record.language.rawValue)  "
            + record.status.rawValue
    }

    /// The whole case: its answers by step, in the order and the words of the form.
    static func full(_ record: CaseRecord, definition stored: StoredDefinition?) throws -> String {
        var lines = [
            "\(record.reference)", "  force     \(record.force)", "  form      \(record.form)",
            "  language  \(record.language.rawValue)", "  received  \(time(record))",
            "  status    \(record.status.rawValue)",
        ]
        if !record.signals.isEmpty {
            lines.append("  signals   \(record.signals.map(\.rawValue).joined(separator: ", "))")
        }
        guard let stored else { return lines.joined(separator: "\n") }
        let definition = try JSONDecoder().decode(FormDefinition.self, from: Data(stored.json))
        let wording = FormWording(definition, in: .english, words: words)
        for step in definition.steps {
            guard let answers = record.answers[step.id] else { continue }
            lines += ["", step.title.en.printable]
            for question in step.questions {
                guard let answer = answers[question.id] else { continue }
                lines.append("  \(question.label.en.printable)")
                lines += wording.lines(of: answer, to: question).map { "    \($0.printable)" }
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The case as one line of JSON.
    static func json(_ record: CaseRecord) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(record), as: UTF8.self)
    }

    private static func time(_ record: CaseRecord) -> String { record.received.formatted(.iso8601) }

    /// The few words that a case needs besides those of its form.
    private static let words: Words = {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        var texts = ["options.yes": "Yes", "options.no": "No", "dates.day": "{day} {month} {year}"]
        for (index, month) in months.enumerated() { texts["months.\(index + 1)"] = month }
        return Words(texts)
    }()
}
