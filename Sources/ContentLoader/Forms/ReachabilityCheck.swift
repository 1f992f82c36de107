import Diagnostics
import Forms

/// Walks a form with everything that its questions of choice can still be answered with, and reports steps and
/// questions that no answers lead to.
///
/// An exit takes its answers out of what is possible afterwards. Only exits with a single term are followed, so that
/// what is reported is never reachable; a fault may be missed, none is invented.
struct ReachabilityCheck {
    /// What each question of choice can have been answered with. An empty text stands for not at all.
    private var possible: [QuestionID: Set<String>] = [:]
    private var isEndless = true

    static func run(on source: FormSource, _ report: inout DiagnosticReport) {
        var check = ReachabilityCheck()
        for step in source.definition.steps {
            guard check.isEndless, step.when.map(check.canHold) ?? true else {
                report.error(
                    "unreachable-step", at: source.stepLocations[step.id] ?? source.location,
                    "no answers lead to the step '\(step.id)'",
                    remedy: "look at its 'when' and at the exits of the steps before it")
                continue
            }
            check.pass(step, in: source, &report)
        }
    }

    private mutating func pass(_ step: Step, in source: FormSource, _ report: inout DiagnosticReport) {
        for question in step.questions {
            if let when = question.when, !canHold(when) {
                report.error(
                    "unreachable-question", at: source.questionLocations[question.id] ?? source.location,
                    "no answers lead to the question '\(question.id)'", remedy: "look at its 'when'")
            }
            guard let choices = question.kind.choices else { continue }
            let canBeSkipped = question.optional || question.when != nil || step.when != nil
            possible[question.id] = Set(choices).union(canBeSkipped ? [""] : [])
        }
        for exit in step.exits {
            guard let term = exit.when.terms.first, exit.when.terms.count == 1 else { continue }
            possible[term.question]?.subtract(term.values)
            if possible[term.question]?.isEmpty == true { isEndless = false }
        }
    }

    private func canHold(_ condition: Condition) -> Bool {
        condition.terms.allSatisfy { term in
            possible[term.question].map { !$0.isDisjoint(with: term.values) } ?? true
        }
    }
}
