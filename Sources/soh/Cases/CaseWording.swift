import CaseStore
import FormViews
import Forms
import FoundationEssentials

/// What a case says, in the order and the English words of the form that it was made with. It is as it was written:
/// whoever shows it makes it safe for where it is shown.
struct CaseWording: Sendable {
    /// A step that was answered.
    struct Step {
        let title: String
        let answers: [(label: String, lines: [String])]
    }

    let definition: FormDefinition
    private let wording: FormWording

    /// - Throws: `StoreFault` `.corrupt` where the definition cannot be read.
    init(_ stored: StoredDefinition) throws {
        guard let definition = try? JSONDecoder().decode(FormDefinition.self, from: Data(stored.json)) else {
            throw StoreFault(.corrupt, "the definition \(stored.digest) of \(stored.form); --format json does without")
        }
        self.definition = definition
        wording = FormWording(definition, in: .english, words: Self.words)
    }

    func steps(of record: CaseRecord) -> [Step] {
        var wording = wording
        for file in record.evidence.map(\.file) { wording.fileNames[file.id.rawValue] = file.declaration.name }
        return definition.steps.flatMap { step -> [Step] in
            guard let answers = record.answers[step.id] else { return [] }
            let isRepeated = if case .repeated = answers { true } else { false }
            return answers.items.enumerated().map { index, item in
                Step(
                    title: wording.title(of: step, number: isRepeated ? index + 1 : nil),
                    answers: step.questions.compactMap { question in
                        item[question.id].map { (question.label.en, wording.lines(of: $0, to: question)) }
                    })
            }
        }
    }

    /// An answer as lines of text.
    func lines(of answer: Answer, to question: Question) -> [String] { wording.lines(of: answer, to: question) }

    /// The few words that a case needs besides those of its form.
    private static let words: Words = {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        var texts = [
            "options.yes": "Yes", "options.no": "No", "dates.day": "{day} {month} {year}",
            "dates.between": "Between {from} and {to}", "check.confirmed": "Confirmed", "parts.station": "Station",
            "parts.train": "Train", "parts.line": "Line", "parts.latitude": "Latitude", "parts.longitude": "Longitude",
            "safe-contact.channels.phone": "Phone call", "safe-contact.channels.text": "Text message",
            "safe-contact.channels.email": "Email", "safe-contact.channels.post": "Letter",
            "safe-contact.channels.none": "No contact", "safe-contact.times": "Safe when:",
            "safe-contact.voicemail": "Messages may be left:", "safe-contact.neutral": "Do not say it is the police:",
        ]
        for (index, month) in months.enumerated() { texts["months.\(index + 1)"] = month }
        return Words(texts)
    }()
}

extension CaseFile {
    /// What is known of the case besides the answers, by name. Only an address has several lines.
    var head: [(name: String, value: String)] {
        let fields: [(String, String?)] = [
            ("force", record.force.rawValue), ("form", record.form.rawValue), ("language", record.language.rawValue),
            ("channel", record.channel.rawValue), ("received", record.received.formatted(.iso8601)),
            ("status", record.status.rawValue),
            ("signals", record.signals.isEmpty ? nil : record.signals.map(\.rawValue).joined(separator: ", ")),
            ("hold", record.hold), ("name", person?.name), ("email", person?.email), ("phone", person?.phone),
            ("address", person?.address), ("born", person?.born),
        ]
        return fields.compactMap { name, value in value.map { (name, $0) } }
    }
}

extension CaseEvent {
    /// Who did it, and what for.
    var who: String {
        guard let access else { return "" }
        return access.purpose.map { "\(access.name) (\($0))" } ?? access.name
    }
}

extension String {
    /// The lines of the text, also empty ones.
    var lines: [String] { split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init) }
}
