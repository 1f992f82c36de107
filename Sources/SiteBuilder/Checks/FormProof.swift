import Diagnostics
import FormViews
import Forms
import TemplateEngine

/// Draws every page that the intake may have to draw, so that a fault in a template is met by its author and not by a
/// citizen: each step empty and with every fault, the answers for checking, the confirmation and the problems.
struct FormProof {
    let templates: TemplateSet
    /// The folder of the templates, as faults name it.
    let folder: String
    let contexts: TemplateContexts
    /// Any day will do: nothing that is drawn here is kept.
    let today: CalendarDate

    private var words: Words { contexts.words }

    /// - Parameter location: Where the form is written.
    func run(on definition: FormDefinition, at location: SourceLocation, _ report: inout DiagnosticReport) {
        let wording = FormWording(definition, in: contexts.language, words: words)
        let presets = definition.presetQuestions
        var entries: [EntryPlace: StepEntry] = [:]
        for step in definition.steps {
            let entry = StepEntry(sampleFor: step, today: today)
            let item = step.repeats == nil ? nil : ItemID(rawValue: "1-aaaaaaaa")
            entries[EntryPlace(step.id, item: item)] = entry
            if item != nil { entries[EntryPlace(step.id)] = StepEntry(fields: [ItemList.field: ["no"]]) }
            var view = StepView(Self.open(step, presets: presets), wording: wording, digest: "", today: today)
            view.item = item.map { ($0, 1) }
            view.entry = entry
            view.faults = step.questions.filter { !presets.contains($0.id) }.flatMap { question in
                [Fault(question: question.id, finding: .init(question.kind.behaviour.missing))]
                    + question.kind.behaviour.parts.map {
                        Fault(question: question.id, finding: .init(.textMissing, part: $0))
                    }
            }
            view.problem = .notSaved
            view.back = "/"
            draw("form/step", view.value, at: location, &report)
        }
        let journey = Journey(definition, entries: entries, today: today)
        for step in definition.steps where step.repeats != nil {
            var view = ItemsView(step, in: journey, wording: wording, digest: "")
            view.finding = .init(.repeatMissing)
            view.problem = .notSaved
            draw("form/items", view.value, at: location, &report)
        }
        var check = CheckView(journey, wording: wording, digest: "", today: today)
        check.problem = .notSaved
        draw("form/check", check.value, at: location, &report)
        var generator = SystemRandomNumberGenerator()
        let reference = Reference(force: definition.code, form: definition.code, using: &generator)
        draw("form/done", DoneView(reference, wording: wording).value, at: location, &report)
    }

    /// The step as it is where everything in it is asked.
    private static func open(_ step: Step, presets: Set<QuestionID>) -> Step {
        var open = step
        for index in open.questions.indices {
            let reveal = step.reveal(of: step.questions[index], presets: presets)
            open.questions[index].when = reveal.map { Condition([.init(question: $0.host, values: [$0.value])]) }
        }
        return open
    }

    func drawProblems(_ report: inout DiagnosticReport) {
        for problem in Problem.allCases { draw("error", words.value(of: problem), &report) }
        for view in SearchView.samples { draw("search", view.value(words: words), &report) }
    }

    /// - Parameter location: Where the page that is drawn was written; nil for one that is all template.
    private func draw(
        _ template: String, _ value: TemplateValue, at location: SourceLocation? = nil,
        _ report: inout DiagnosticReport
    ) {
        do {
            // Any address will do: each site has its own.
            let urls = contexts.namedURLs { $0 }
            let html = try templates.render(template, with: value, over: contexts.shared(urls: urls))
            tell(
                PageOutline(html.bytes, isInMain: true),
                at: location ?? SourceLocation(file: "\(folder)/\(template).mustache"), &report)
        } catch {
            report.add(error.diagnostic)
        }
    }

    private func tell(_ outline: PageOutline, at location: SourceLocation, _ report: inout DiagnosticReport) {
        let faults = OutlineCheck.faults(of: [Self.shell, outline], isPage: { _ in true }, isResource: { _ in true })
        for fault in faults {
            // The summary of errors stands before everything else, the heading of the page too.
            if case .headingSkips(from: 0, _, _) = fault { continue }
            report.error(fault.code, at: location, fault.message, remedy: fault.remedy)
        }
    }

    /// A shell that nothing is wrong with.
    private static let shell = PageOutline(
        Array("<html lang=\"en\"><head><title>Title</title></head><body><main></main></body></html>".utf8))
}
