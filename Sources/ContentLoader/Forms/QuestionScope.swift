import Diagnostics
import Forms

/// The ids that are taken and the questions that conditions may ask about, while a form is read from top to bottom.
struct QuestionScope {
    /// Names that posted forms, their translations and conditions use for something else.
    private static let reserved: Set<String> = ["website", "next", "clock", "all", "any", "not"]

    private var taken: Set<String> = reserved
    private(set) var questions: [QuestionID: Question] = [:]
    /// Ids of questions that have a fault: conditions on them are passed over, so that one fault is told once.
    private(set) var faulty: Set<String> = []

    /// Takes the id of a step or a question, and reports one that is taken: both are keys of one map in a
    /// translation.
    mutating func take(_ id: String, at location: SourceLocation, _ report: inout DiagnosticReport) {
        guard !taken.insert(id).inserted else { return }
        let why = Self.reserved.contains(id) ? "is a name that forms need for themselves" : "stands twice in the form"
        report.error("duplicate-id", at: location, "the id '\(id)' \(why)", remedy: "choose another")
    }

    /// Takes a question, so that conditions after it may ask about it.
    mutating func take(_ question: Question, at location: SourceLocation, _ report: inout DiagnosticReport) {
        take(question.id.rawValue, at: location, &report)
        questions[question.id] = question
    }

    /// Whether questions are missing that a faulty question set has. What asks about them is passed over.
    var isPartial = false

    mutating func pass(over id: String?) {
        if let id { faulty.insert(id) }
    }

    /// Reads a condition. Nil where it has a fault, which is reported, or asks about a question that has one.
    func condition(_ value: YAMLValue, _ report: inout DiagnosticReport) -> Condition? {
        ConditionReader(scope: self).read(value, &report)
    }
}
