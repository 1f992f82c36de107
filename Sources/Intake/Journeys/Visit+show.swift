import CaseStore
import FastCGI
import FormViews
import Forms

extension Visit {
    /// The step as the draft has it. Without a draft the form begins on its static page.
    func showStep(_ id: StepID) async throws -> Response {
        guard let (draft, journey, stored) = try await draft() else { return redirect(to: start) }
        guard let step = journey.definition.step(id) else { throw Problem.notFound }
        guard journey.reaches(id) else { return redirect(to: destination(of: journey)) }
        var view = StepView(step, wording: wording(of: journey.definition), digest: stored.digest)
        view.entry = draft.entries[id] ?? StepEntry()
        view.earlier = journey.answers(before: id)
        view.back = back(from: id, in: journey)
        view.isChanging = isChanging
        return try pages.page("form/step", view.value, title: title(of: step, in: journey.definition))
    }

    /// The answers for checking; where one is missing, the step that asks for it.
    func showCheck() async throws -> Response {
        guard let (_, journey, stored) = try await draft() else { return redirect(to: start) }
        guard journey.end == .complete else { return redirect(to: destination(of: journey)) }
        return try checkPage(journey, digest: stored.digest)
    }

    func checkPage(
        _ journey: Journey, digest: String, problem: Problem? = nil
    ) throws -> Response {
        var view = CheckView(journey, wording: wording(of: journey.definition), digest: digest)
        view.problem = problem
        let title = "\(words("check.title")) – \(journey.definition.title[language])"
        return try pages.page(
            "form/check", view.value, title: title, status: problem?.status ?? 200, isError: problem != nil)
    }

    /// The confirmation. It tells nothing that the reference in its address does not.
    func showDone(_ reference: Reference) async throws -> Response {
        guard reference.force == code, reference.form == current.definition.code,
            try await store.contains(reference, in: force)
        else { throw Problem.notFound }
        let view = DoneView(reference, wording: wording(of: current.definition))
        let title = "\(words("done.title")) – \(current.definition.title[language])"
        return try pages.page("form/done", view.value, title: title)
    }

    func title(of step: Step, in definition: FormDefinition) -> String {
        "\(step.title[language]) – \(definition.title[language])"
    }

    func back(from step: StepID, in journey: Journey) -> String? {
        if isChanging { return url.check }
        return journey.step(before: step).map { url.step($0.id) } ?? start
    }
}
