import CaseStore
import Crypto
import Forms
import FoundationEssentials
import TestSupport

/// Reports as they come in from the form for burglaries: six steps with about 1,500 bytes of answers, a person, 800
/// characters in their own words, and a clock.
struct StoreSample: Sendable {
    /// The forms that take turns, with their letters. They ask the same.
    private static let forms = [("burglary", "BUR"), ("theft", "THE"), ("damage", "DAM"), ("fraud", "FRA")]
    /// The length of a definition, in bytes: about that of the form for burglaries.
    private static let definitionLength = 20_000
    /// The time of the first report, in seconds since 1970, and how many later each next one comes in: a million take
    /// most of a year.
    private static let start = 1_790_000_000.0
    private static let interval = 30.0
    /// The time in which somebody has to be called back, in seconds.
    private static let clock = 48 * 3_600.0
    private static let accountLength = 720
    private static let itemsLength = 79

    private let force: LetterCode
    private let forms: [(definition: StoredDefinition, code: LetterCode)]
    private let words = StoreWords()
    /// The answers that are the same in every report.
    private let answers: [StepID: [QuestionID: Answer]]
    private let whatHappened: StepID
    private let account: QuestionID
    private let items: QuestionID
    private let aboutYou: StepID
    private let email: QuestionID

    init() throws {
        force = try Self.code("GWE")
        var random = SeededGenerator(seed: 0)
        let filling = words.text(length: Self.definitionLength, using: &random)
        forms = try Self.forms.map { id, letters in
            let json = Array("{\"id\":\"\(id)\",\"words\":\"\(filling)\"}".utf8)
            let definition = StoredDefinition(
                digest: SHA256.hash(data: json).hexadecimal, form: try Self.named(id), json: json)
            return (definition, try Self.code(letters))
        }
        answers = try StoreAnswers.same.reduce(into: [:]) { steps, step in
            steps[try Self.named(step.key)] = try step.value.reduce(into: [:]) { questions, question in
                questions[try Self.named(question.key)] = question.value
            }
        }
        (whatHappened, account, items) = try (
            Self.named("what-happened"), Self.named("account"), Self.named("items")
        )
        (aboutYou, email) = try (Self.named("about-you"), Self.named("email"))
    }

    /// The report of that number. Each number makes another, but for the key of the draft the same every time.
    func submission(_ number: Int) -> Submission {
        var random = SeededGenerator(seed: UInt64(truncatingIfNeeded: number))
        let told = words.text(length: Self.accountLength, using: &random)
        let taken = words.text(length: Self.itemsLength, using: &random)
        let address = "reporter-\(number)@example.org"
        var answers = answers
        answers[whatHappened]?[account] = .text(told)
        answers[whatHappened]?[items] = .text(taken)
        answers[aboutYou]?[email] = .text(address)
        let form = forms[number % forms.count]
        let received = Date(timeIntervalSince1970: Self.start + Self.interval * Double(number))
        return Submission(
            forceCode: force, definition: form.definition, formCode: form.code, language: .english,
            answers: answers.mapValues { .once($0) }, received: received, draft: DraftKey(),
            person: Person(
                name: "Gwen Prys", email: address, phone: "01632 960001", address: "7 Stryd Fawr, NP99 9ZZ",
                born: "1985-03-27"),
            narrative: "\(told)\n\(taken)", clocks: [Clock(label: "first contact", due: received + Self.clock)])
    }

    /// The id of a force. Forces have numbers here.
    static func force(_ number: Int) throws -> ForceID { try named("force-\(number)") }

    private static func named<Scope>(_ text: String) throws -> Identifier<Scope> {
        guard let identifier = Identifier<Scope>(rawValue: text) else { throw WrongResult(row: text) }
        return identifier
    }

    private static func code(_ text: String) throws -> LetterCode {
        guard let code = LetterCode(rawValue: text) else { throw WrongResult(row: text) }
        return code
    }
}
