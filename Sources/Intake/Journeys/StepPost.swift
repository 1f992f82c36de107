import CaseStore
import FastCGI
import FormViews
import Forms

/// A step that was posted: judged, and kept in the draft or sent at once.
struct StepPost {
    let visit: Visit
    let stepID: StepID

    func answer() async throws -> Response {
        try visit.head.refuseOtherSites()
        let posted = try await visit.head.form()
        guard let (definition, stored) = try await visit.definition(posted.definition) else {
            return try showChanged(posted)
        }
        guard let step = definition.step(stepID) else { throw Problem.notFound }
        var entry: StepEntry
        do {
            entry = try StepEntry(posted: posted.fields, for: step)
        } catch {
            throw Problem.badRequest
        }
        entry.isHoneypotFilled = posted.isHoneypotFilled
        return definition.review
            ? try await keep(entry, of: step, definition, stored)
            : try await send(entry, of: step, definition, stored)
    }

    /// Keeps a faultless step in the draft and goes on.
    private func keep(
        _ entry: StepEntry, of step: Step, _ definition: FormDefinition, _ stored: StoredDefinition
    ) async throws -> Response {
        var draft: Draft?
        do {
            draft = try await openDraft()
            var entries = draft?.entries ?? [:]
            let before = Journey(definition, entries: entries, today: visit.today)
            let judged = JudgedStep(
                step, entry: entry, earlier: before.answers(before: step.id), today: visit.today)
            guard judged.faults.isEmpty else {
                return try show(step, entry, definition, stored, faults: judged.faults, in: before)
            }
            let key = draft?.key ?? DraftKey()
            try await visit.store.save(entry, for: step.id, in: key, judgedBy: stored, force: visit.force)
            entries[step.id] = entry
            let journey = Journey(definition, entries: entries, today: visit.today)
            let cookie = DraftCookie.header(key, for: visit.route.form, isSecure: visit.head.isSecure)
            return visit.redirect(to: next(in: journey), [cookie])
        } catch let fault as StoreFault {
            visit.service.log(fault, force: visit.force)
            let journey = Journey(definition, entries: draft?.entries ?? [:], today: visit.today)
            return try show(step, entry, definition, stored, problem: .notSaved, in: journey)
        }
    }

    /// The citizen's draft. One that has become a case already is over: what is posted now begins another.
    private func openDraft() async throws -> Draft? {
        guard let draft = try await visit.storedDraft() else { return nil }
        guard try await visit.store.reference(ofDraft: draft.key, in: visit.force) == nil else {
            try await visit.store.delete(draft.key, in: visit.force)
            return nil
        }
        return draft
    }

    /// Where the journey goes on: from a change back to checking, with whatever is newly asked first; otherwise to
    /// the next step.
    private func next(in journey: Journey) -> String {
        if !visit.isChanging, let step = journey.step(after: stepID) { return visit.url.step(step.id) }
        return visit.destination(of: journey, changing: visit.isChanging)
    }

    /// Sends a form of one step that needs no checking.
    private func send(
        _ entry: StepEntry, of step: Step, _ definition: FormDefinition, _ stored: StoredDefinition
    ) async throws -> Response {
        let journey = Journey(definition, entries: [step.id: entry], today: visit.today)
        if case .exit = journey.end { return visit.redirect(to: visit.destination(of: journey)) }
        guard journey.end == .complete else {
            let judged = JudgedStep(step, entry: entry, earlier: [:], today: visit.today)
            return try show(step, entry, definition, stored, faults: judged.faults, in: journey)
        }
        let key = DraftCookie.key(in: visit.head) ?? DraftKey()
        do {
            let reference = try await accept(visit.submission(journey, stored, draft: key))
            return visit.redirect(to: visit.url.done(reference), forgettingCookie)
        } catch let fault as StoreFault {
            visit.service.log(fault, force: visit.force)
            var response = try show(step, entry, definition, stored, problem: .notSaved, in: journey)
            // Whether it was saved is not known. With the key the next try finds out, and counts once.
            response.headers.append(
                DraftCookie.header(key, for: visit.route.form, isSecure: visit.head.isSecure))
            return response
        }
    }

    /// Takes a submission in. One with the key of a report that was saved after all, but with other answers, is
    /// another report.
    private func accept(_ submission: Submission) async throws -> Reference {
        do {
            return try await visit.store.accept(submission, for: visit.force)
        } catch let fault as StoreFault where fault.code == .conflict {
            var another = submission
            another.draft = DraftKey()
            return try await visit.store.accept(another, for: visit.force)
        }
    }

    /// What has the browser forget the key of a form that is sent in one go, if it has one.
    private var forgettingCookie: [(name: String, value: String)] {
        guard DraftCookie.key(in: visit.head) != nil else { return [] }
        return [DraftCookie.forgettingHeader(for: visit.route.form, isSecure: visit.head.isSecure)]
    }

    /// Shows the form as it is now, where nobody knows the one that was filled in. What fits into it is kept.
    private func showChanged(_ posted: PostedForm) throws -> Response {
        let (definition, stored) = visit.current
        guard let step = definition.step(stepID) else { return visit.redirect(to: visit.start) }
        let names = Set(step.questions.flatMap(\.fieldNames))
        let fields = Dictionary(grouping: posted.fields.filter { names.contains($0.name) }, by: \.name)
        let entry = StepEntry(fields: fields.mapValues { $0.map(\.value) })
        let journey = Journey(definition, entries: [:], today: visit.today)
        return try show(step, entry, definition, stored, problem: .changed, in: journey)
    }

    /// Shows the step again with everything that was typed.
    private func show(
        _ step: Step, _ entry: StepEntry, _ definition: FormDefinition, _ stored: StoredDefinition,
        faults: [Fault] = [], problem: Problem? = nil, in journey: Journey
    ) throws -> Response {
        var view = StepView(step, wording: visit.wording(of: definition), digest: stored.digest)
        view.entry = entry
        view.earlier = journey.answers(before: step.id)
        view.faults = faults
        view.problem = problem
        view.back = visit.back(from: step.id, in: journey)
        view.isChanging = visit.isChanging
        return try visit.pages.page(
            "form/step", view.value, title: visit.title(of: step, in: definition), status: problem?.status ?? 422,
            isError: true)
    }
}
