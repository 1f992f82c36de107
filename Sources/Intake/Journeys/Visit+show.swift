import CaseStore
import FastCGI
import FormViews
import Forms
import SiteModel

extension Visit {
    /// A page as the draft has it. Without a draft the form begins on its static page.
    func showPage(_ place: EntryPlace) async throws -> Response {
        guard let (draft, journey, stored) = try await draft() else { return try await beginAgain() }
        guard let step = journey.definition.step(place.step), place.item == nil || step.repeats != nil else {
            throw Problem.notFound
        }
        guard journey.reaches(place) else { return redirect(to: destination(of: journey, changing: isChanging)) }
        if step.repeats != nil, place.item == nil {
            return try itemsPage(of: step, draft.entries[place], in: journey, digest: stored.digest)
        }
        // Files may be there before anything else of the page is kept.
        let entry = (draft.entries[place] ?? StepEntry()).holding(draft.files, of: place)
        return try stepPage(step, at: place, entry, in: journey, digest: stored.digest)
    }

    /// A step, or an item of one that repeats.
    func stepPage(
        _ step: Step, at place: EntryPlace, _ entry: StepEntry, in journey: Journey, digest: String,
        faults: [Fault] = [], problem: Problem? = nil, status: Int = 200
    ) throws -> Response {
        var view = StepView(step, wording: wording(of: journey.definition), digest: digest, today: today)
        var number: Int?
        if let item = place.item {
            let items = journey.items(of: step.id)
            number = (items.firstIndex(of: item) ?? items.count) + 1
            view.item = (item, number ?? 1)
        }
        view.entry = entry
        view.earlier = journey.known(before: step.id)
        view.faults = faults
        view.problem = problem
        view.back = back(from: place, in: journey)
        view.isChanging = isChanging
        view.privacy = form.privacy.map { service.bundle.contents.url(of: $0, in: language, force: force) }
        let title = wording(of: journey.definition).title(of: step, number: number)
        return try pages.step(
            view, of: step, digest: digest, title: self.title(title, in: journey.definition), status: status)
    }

    /// The first step of a journey whose earlier answers are gone.
    func firstStep(in journey: Journey, digest: String) throws -> Response {
        guard let first = journey.definition.steps.first, first.repeats == nil else { return redirect(to: start) }
        return try stepPage(
            first, at: EntryPlace(first.id), StepEntry(), in: journey, digest: digest, problem: .expired,
            status: Problem.expired.status)
    }

    /// The items of a repeating group.
    func itemsPage(
        of step: Step, _ entry: StepEntry?, in journey: Journey, digest: String, finding: Judgement.Finding? = nil,
        problem: Problem? = nil
    ) throws -> Response {
        var view = ItemsView(step, in: journey, wording: wording(of: journey.definition), digest: digest)
        view.answer = entry?.fields[ItemList.field]?.first
        view.finding = finding
        view.problem = problem
        // Behind the list of items is what stands before them all.
        view.back = isChanging ? url.check : journey.pageBeforeItems(of: step.id).map { url.page($0) } ?? start
        view.isChanging = isChanging
        let status = problem?.status ?? (finding == nil ? 200 : 422)
        return try pages.page(
            "form/items", view.value, title: title(step.title[language], in: journey.definition), status: status,
            isError: status != 200)
    }

    /// The answers for checking; where one is missing, the step that asks for it.
    func showCheck() async throws -> Response {
        guard let (_, journey, stored) = try await draft() else { return try await beginAgain() }
        guard journey.end == .complete else { return redirect(to: destination(of: journey)) }
        return try checkPage(journey, digest: stored.digest)
    }

    func checkPage(
        _ journey: Journey, digest: String, problem: Problem? = nil
    ) throws -> Response {
        var view = CheckView(journey, wording: wording(of: journey.definition), digest: digest, today: today)
        view.problem = problem
        return try pages.page(
            "form/check", view.value, title: title(words("check.title"), in: journey.definition),
            status: problem?.status ?? 200, isError: problem != nil)
    }

    /// The confirmation. It tells nothing that the reference in its address does not.
    func showDone(_ reference: Reference) async throws -> Response {
        try await refuse(unknown: reference)
        let view = DoneView(reference, wording: wording(of: current.definition))
        return try pages.page("form/done", view.value, title: title(words("done.title"), in: current.definition))
    }

    /// The confirmation as a file, for whoever has no printer. A sensitive form leaves no file behind.
    func receipt(_ reference: Reference) async throws -> Response {
        try await refuse(unknown: reference)
        guard !current.definition.isSensitive else { throw Problem.notFound }
        let contents = service.bundle.contents
        let receipt = Receipt(
            reference, wording: wording(of: current.definition), force: contents.forces[force]?.name[language] ?? "",
            demonstration: contents.demonstration)
        var response = Response(status: 200, headers: service.bundle.headers.filter { $0.name != "Content-Type" })
        response.headers.append(("Content-Type", "text/plain; charset=utf-8"))
        response.headers.append(("Content-Disposition", "attachment; filename=\"\(reference).txt\""))
        response.body = Array(receipt.text.utf8)
        return response
    }

    private func refuse(unknown reference: Reference) async throws {
        guard reference.force == code, reference.form == current.definition.code,
            try await store.contains(reference, in: force)
        else { throw Problem.notFound }
    }

    func title(_ page: String, in definition: FormDefinition) -> String {
        "\(page) – \(definition.title[language])"
    }

    private func back(from place: EntryPlace, in journey: Journey) -> String? {
        if isChanging, place.item == nil { return url.check }
        return journey.page(before: place).map { url.page($0, changing: isChanging) } ?? start
    }
}
