import Forms
import TemplateEngine

/// How a kind of question looks, and how its answers and faults read. Each kind's view stands in a file of its own below
/// `Kinds`.
protocol QuestionView: QuestionBehaviour {
    /// What the template of the shape is given.
    func shape(in context: QuestionContext) -> (shape: QuestionShape, value: TemplateValue)

    /// Whether each part shows its own error; otherwise the question shows the first for all of them.
    var showsErrorsByPart: Bool { get }

    /// The key of what messages call a part; nil where they use the noun of the question.
    func nounKey(of part: String) -> String?

    /// An answer as lines of text.
    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String]
}

extension QuestionView {
    var showsErrorsByPart: Bool { false }

    func nounKey(of part: String) -> String? { nil }

    /// The labels of choices, the text as it was typed, or the parts in their order.
    func lines(of answer: Answer, to question: Question, in wording: FormWording) -> [String] {
        switch answer {
        case .text(let text) where choices != nil: [wording.label(of: text, in: question)]
        case .text(let text): text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
        case .list(let values): values.map { wording.label(of: $0, in: question) }
        case .group(let group): parts.compactMap { group[$0] }
        }
    }
}

extension Question {
    /// How the question looks. Every kind has a view, which a test proves.
    var view: any QuestionView { kind.behaviour as? any QuestionView ?? TextQuestion() }
}

/// One question as it is drawn.
struct QuestionContext {
    let views: QuestionViews
    let question: Question
    let typed: TypedAnswer
    let findings: [Judgement.Finding]

    var wording: FormWording { views.wording }
    var words: Words { views.wording.words }
    var value: TemplateValue { text() }

    /// What was typed into a part; an empty part is the whole question.
    func text(_ part: String = "") -> TemplateValue {
        guard views.leavesGaps else { return .text(part.isEmpty ? typed.value : typed[part]) }
        return .gap(EntryGap.text(field: question.field(part)).name)
    }

    /// Whether a value was chosen.
    func isChosen(_ value: String, in part: String = "") -> TemplateValue {
        guard views.leavesGaps else {
            return .flag(part.isEmpty ? typed.values.contains(value) : typed[part] == value)
        }
        return .gap(EntryGap.choice(value: value, field: question.field(part)).name)
    }

    /// Whether anything was typed into one of these parts.
    func isFilled(_ parts: [String]) -> TemplateValue {
        guard views.leavesGaps else { return .flag(parts.contains { !typed[$0].isEmpty }) }
        return .gap(EntryGap.any(fields: parts.map(question.field)).name)
    }

    /// A line to type into.
    ///
    /// - Parameter mode: What keyboard a phone shows (HTML, the attribute `inputmode`).
    func input(
        type: String = "text", mode: String? = nil, autocomplete: String? = nil, width: String, prefix: String? = nil
    ) -> (shape: QuestionShape, value: TemplateValue) {
        (
            .input,
            [
                "type": .text(type), "inputmode": .text(orNull: mode), "autocomplete": .text(orNull: autocomplete),
                "value": value, "width": .text(width), "prefix": .text(orNull: prefix),
            ]
        )
    }

    /// Parts that are typed one below the other.
    ///
    /// - Parameter settings: The width of a part, its autofill token, and its keyboard.
    func fields(
        _ parts: [String], settings: (String) -> (width: String, autocomplete: String?, mode: String?)
    ) -> TemplateValue {
        .list(
            parts.map { part in
                let id = "\(question.id).\(part)"
                let finding = findings.first { $0.part == part }
                let (width, autocomplete, mode) = settings(part)
                return [
                    "id": .text(id), "name": .text(id), "label": .text(words("parts.\(part)")),
                    "value": text(part), "autocomplete": .text(orNull: autocomplete),
                    "inputmode": .text(orNull: mode), "width": .text(width),
                    "error": .text(orNull: finding.map { wording.message(for: $0, in: question) }),
                    "describedby": QuestionViews.describedBy(id, hint: false, error: finding != nil),
                ]
            })
    }

    /// Day, month and year side by side.
    ///
    /// - Parameter prefix: What the names of the parts begin with.
    func day(prefix: String = "") -> TemplateValue {
        let own = findings.filter { $0.part?.hasPrefix(prefix) ?? true }
        let wrong = own.first.map { Self.wrongParts($0.code) } ?? []
        return .list(
            ["day", "month", "year"].map { part in
                let id = "\(question.id).\(prefix)\(part)"
                return [
                    "id": .text(id), "name": .text(id), "label": .text(words("parts.\(part)")),
                    "value": text(prefix + part), "width": .text(part == "year" ? "4" : "2"),
                    "wrong": .flag(wrong.contains(part)),
                ]
            })
    }

    private static func wrongParts(_ code: FaultCode) -> [String] {
        switch code {
        case .dateMissingDay: ["day"]
        case .dateMissingMonth: ["month"]
        case .dateMissingYear: ["year"]
        case .dateMissingDayMonth: ["day", "month"]
        case .dateMissingDayYear: ["day", "year"]
        case .dateMissingMonthYear: ["month", "year"]
        default: ["day", "month", "year"]
        }
    }
}
