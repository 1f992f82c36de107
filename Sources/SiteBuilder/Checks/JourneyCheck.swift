import ContentLoader
import Diagnostics
import Forms
import Markdown

/// Walks every form with everything that it can be answered with, and reports what no author can have meant: ways that
/// end nowhere or lead in a circle, questions that nobody is asked, and danger that does not lead to help.
struct JourneyCheck {
    /// The slot of the emergency number.
    private static let emergency = "site.signposts.emergency"

    let content: SiteContent
    let today: CalendarDate
    let jobs: Int

    /// - Returns: The ways through each form.
    func run(_ report: inout DiagnosticReport) -> [JourneySummary] {
        var journeys: [JourneySummary] = []
        // A form that could not be read whole is walked when it can be.
        let forms = content.pages.compactMap { page in
            page.isFaulty ? nil : page.form.map { (form: $0, page: page) }
        }
        let proofs = forms.concurrentMap(jobs: jobs) { JourneyProof($0.form.definition, today: today) }
        for ((form, page), proof) in zip(forms, proofs) {
            journeys.append(JourneySummary(form: form.definition.id, page: page.path, paths: proof.paths))
            for finding in proof.findings { tell(finding, in: form, &report) }
            for (question, targets) in proof.dangers.sorted(by: { $0.key < $1.key }) {
                checkDanger(question, targets, in: form, &report)
            }
        }
        checkCircles(&report)
        return journeys
    }

    private func tell(_ finding: JourneyProof.Finding, in form: FormSource, _ report: inout DiagnosticReport) {
        switch finding {
        case .unreachableStep(let step):
            report.error(
                "unreachable-step", at: form.stepLocations[step] ?? form.location,
                "no answers lead to the step '\(step)'",
                remedy: "look at its 'when' and at the exits of the steps before it")
        case .unreachableQuestion(let question):
            report.error(
                "unreachable-question", at: form.questionLocations[question] ?? form.location,
                "no answers lead to the question '\(question)'", remedy: "look at its 'when'")
        case .unreachableExit(let step, let page):
            report.error(
                "unreachable-exit", at: form.stepLocations[step] ?? form.location,
                "no answers lead from the step '\(step)' to \(page)",
                remedy: "look at its 'when', and at the exits before it, which are tried first")
        case .impossible(let question):
            report.error(
                "impossible-condition", at: form.questionLocations[question] ?? form.location,
                "a condition asks for an answer to '\(question)' that nobody can give",
                remedy: "look at what the question takes, and at what conditions after it ask for")
        case .unanswerable(let question):
            report.error(
                "unanswerable-question", at: form.questionLocations[question] ?? form.location,
                "nothing can be answered to '\(question)' without a fault", remedy: "look at its limits")
        case .endless:
            report.error(
                "dead-end", at: form.location, "no answers lead to the end of the form",
                remedy: "look at the exits: at least one way must lead past them all")
        case .tooManyWays:
            report.error(
                "too-many-ways", at: form.location, "the form has more ways through it than can be walked",
                remedy: "let fewer questions decide what is asked later, or decide closer to where they are asked")
        }
    }

    /// Whoever is in danger must be told to call, by advice on the spot or by the page that they are led to.
    private func checkDanger(
        _ question: QuestionID, _ targets: Set<PagePath?>, in form: FormSource, _ report: inout DiagnosticReport
    ) {
        let questions = form.definition.steps.flatMap(\.questions)
        guard let asked = questions.first(where: { $0.id == question }), asked.advice[Question.dangerValue] == nil,
            targets.contains(where: { $0.map { !tellsToCall($0) } ?? true })
        else { return }
        report.error(
            "danger-without-help", at: form.questionLocations[question] ?? form.location,
            "whoever answers yes to '\(question)' is not told to call the emergency number",
            remedy: "lead out to a page that says {{\(Self.emergency)}}, or add 'advice: { yes: … }'")
    }

    private func tellsToCall(_ path: PagePath) -> Bool {
        let pages = content.pages.filter { $0.path == path }
        // A page that could not be read has been told of.
        return pages.allSatisfy { page in
            page.texts.values.allSatisfy { text in
                text.body.segments.contains {
                    if case .slot(let slot) = $0 { slot.name == Self.emergency } else { false }
                }
            }
        }
    }

    /// Reports forms whose exits lead round in a circle.
    private func checkCircles(_ report: inout DiagnosticReport) {
        var next: [PagePath: [LocatedPath]] = [:]
        for page in content.pages { if let form = page.form { next[page.path, default: []] += form.exits } }
        for page in next.keys.sorted() {
            for exit in next[page] ?? [] where leads(from: exit.path, to: page, next) {
                report.error(
                    "circle", at: exit.location, "this exit of \(page) leads back to it",
                    remedy: "lead to a page that helps further, or take the exit out")
            }
        }
    }

    private func leads(from start: PagePath, to end: PagePath, _ next: [PagePath: [LocatedPath]]) -> Bool {
        var seen: Set<PagePath> = []
        var open = [start]
        while let path = open.popLast() {
            if path == end { return true }
            guard seen.insert(path).inserted else { continue }
            open += (next[path] ?? []).map(\.path)
        }
        return false
    }
}
