import CaseStore
import FastCGI
import FormViews
import Forms

extension StepPost {
    /// Sends a form of one step that needs no checking.
    func send(
        _ entry: StepEntry, of step: Step, _ definition: FormDefinition, _ stored: StoredDefinition
    ) async throws -> Response {
        let journey = Journey(definition, entries: [place: entry], today: visit.today)
        if case .exit = journey.end {
            await count(journey.end)
            return visit.redirect(to: visit.destination(of: journey))
        }
        guard journey.end == .complete else {
            let judged = JudgedStep(
                step, entry: entry, earlier: journey.known(before: step.id), presets: definition.presets,
                today: visit.today)
            return try show(step, entry, stored, faults: judged.faults, in: journey, status: 422)
        }
        let key = DraftCookie.key(in: visit.head) ?? DraftKey()
        do {
            let reference = try await accept(visit.submission(journey, stored, draft: key))
            visit.service.observer.accepted(visit.route.form, for: visit.force)
            return visit.redirect(to: visit.url.done(reference), forgettingCookie)
        } catch let fault as StoreFault {
            visit.service.log(fault, force: visit.force)
            var response = try show(
                step, entry, stored, problem: .notSaved, in: journey, status: Problem.notSaved.status)
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
}
