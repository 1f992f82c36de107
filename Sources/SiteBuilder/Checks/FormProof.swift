import Diagnostics
import FormViews
import Forms
import TemplateEngine

/// Draws every page that the intake may have to draw, so that a fault in a template is met by its author and not by a
/// citizen: each step empty and with every fault, the answers for checking, the confirmation and the problems.
struct FormProof {
    let templates: TemplateSet
    let contexts: TemplateContexts
    let words: Words
    /// Any day will do: nothing that is drawn here is kept.
    let today: CalendarDate

    func run(on definition: FormDefinition, _ report: inout DiagnosticReport) {
        let wording = FormWording(definition, in: contexts.language, words: words)
        for step in definition.steps {
            var view = StepView(step, wording: wording, digest: "")
            view.faults = step.questions.flatMap { question in
                [Fault(question: question.id, finding: .init(question.kind.behaviour.missing))]
                    + question.kind.behaviour.parts.map {
                        Fault(question: question.id, finding: .init(.textMissing, part: $0))
                    }
            }
            view.problem = .notSaved
            view.back = "/"
            draw("form/step", view.value, &report)
        }
        let entries = definition.steps.map { ($0.id, StepEntry(sampleFor: $0, today: today)) }
        let journey = Journey(definition, entries: Dictionary(uniqueKeysWithValues: entries), today: today)
        var check = CheckView(journey, wording: wording, digest: "")
        check.problem = .notSaved
        draw("form/check", check.value, &report)
        var generator = SystemRandomNumberGenerator()
        let reference = Reference(force: definition.code, form: definition.code, using: &generator)
        draw("form/done", DoneView(reference, wording: wording).value, &report)
    }

    func drawProblems(_ report: inout DiagnosticReport) {
        for problem in Problem.allCases { draw("error", words.value(of: problem), &report) }
    }

    private func draw(_ template: String, _ value: TemplateValue, _ report: inout DiagnosticReport) {
        guard case .object(let members) = value else { return }
        do {
            _ = try templates.render(template, with: contexts.shared(members))
        } catch {
            report.add(error.diagnostic)
        }
    }
}
