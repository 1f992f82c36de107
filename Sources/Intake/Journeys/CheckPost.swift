import CaseStore
import FastCGI
import FormViews
import Forms
import FoundationEssentials

/// The checked answers, sent.
struct CheckPost {
    let visit: Visit

    func answer() async throws -> Response {
        try visit.head.refuseOtherSites()
        let posted = try await visit.head.form()
        guard posted.fields.isEmpty else { throw Problem.badRequest }
        if let key = DraftCookie.key(in: visit.head),
            let reference = try await visit.store.reference(ofDraft: key, in: visit.force)
        {
            // Sent before, by a second tap or after a lost answer: it counts once.
            return visit.redirect(to: visit.url.done(reference))
        }
        guard let (draft, journey, stored) = try await visit.draft() else { return try await visit.beginAgain() }
        guard journey.end == .complete else { return visit.redirect(to: visit.destination(of: journey)) }
        let submission = visit.submission(journey, stored, draft: draft.key, files: draft.files)
        let reference: Reference
        do {
            reference = try await visit.store.accept(submission, for: visit.force)
        } catch let fault as StoreFault where fault.code == .conflict {
            throw Problem.alreadySent
        } catch let fault as StoreFault {
            visit.service.log(fault, force: visit.force)
            return try visit.checkPage(journey, digest: stored.digest, problem: .notSaved)
        }
        visit.service.observer.accepted(visit.route.form, for: visit.force)
        do {
            try await visit.store.delete(draft.key, in: visit.force)
        } catch let fault as StoreFault {
            // The case is safe. The draft goes when it expires.
            visit.service.log(fault, force: visit.force)
        }
        return visit.redirect(to: visit.url.done(reference))
    }
}

extension Visit {
    /// What speaks for a machine having filled a form in.
    private func signals(of journey: Journey) -> [Submission.Signal] {
        var signals: [Submission.Signal] = []
        if journey.answered.contains(where: { $0.entry.isHoneypotFilled }) { signals.append(.honeypot) }
        let posted = journey.answered.compactMap(\.entry.posted)
        let taken = posted.min().map { Int(service.now().timeIntervalSince1970) - $0 }
        if let taken, taken < posted.count * Self.leastPerStep { signals.append(.hurried) }
        return signals
    }

    /// How long anybody takes at least for a step that follows another, in seconds.
    private static let leastPerStep = 2

    /// What a complete journey is sent as.
    func submission(
        _ journey: Journey, _ stored: StoredDefinition, draft: DraftKey, files: [SubmittedFile] = []
    ) -> Submission {
        let definition = journey.definition
        // A file whose question is no longer asked is none of the report, and goes with the draft.
        let named = Set(journey.answered.flatMap { $0.asked.flatMap { $0.kind.name == .file ? [$0.id] : [] } })
        let places = Set(journey.answered.map(\.place))
        let kept = files.filter { places.contains($0.place.entry) && named.contains($0.place.question) }
        return Submission(
            forceCode: code, definition: stored, formCode: definition.code, language: language,
            answers: journey.answers, received: service.now(), draft: draft,
            isSentInOneGo: !definition.review, isAnonymous: definition.identity == .none,
            signals: signals(of: journey), person: Person(in: journey),
            narrative: journey.narrative,
            clocks: (definition.clocks ?? []).map { Clock($0, in: journey, today: today) }, files: kept)
    }
}
