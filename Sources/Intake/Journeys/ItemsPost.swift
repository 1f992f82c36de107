import CaseStore
import FastCGI
import FormViews
import Forms

/// The list of the items of a repeating group that was posted: to take one out, to add another, or to go on.
struct ItemsPost {
    let visit: Visit
    let step: Step
    let stored: StoredDefinition

    private var place: EntryPlace { EntryPlace(step.id) }

    func answer(_ posted: PostedForm) async throws -> Response {
        guard let (draft, journey, _) = try await visit.draft() else { return visit.redirect(to: visit.start) }
        guard posted.fields.allSatisfy({ $0.name == ItemList.field }), posted.fields.count <= 1 else {
            throw Problem.badRequest
        }
        let entry = StepEntry(fields: Dictionary(grouping: posted.fields, by: \.name).mapValues { $0.map(\.value) })
        do {
            if let removal = posted.removal { return try await remove(removal, draft) }
            guard journey.reaches(place) else { return visit.redirect(to: visit.destination(of: journey)) }
            return try await go(on: entry, draft, journey)
        } catch let fault as StoreFault {
            visit.service.log(fault, force: visit.force)
            return try visit.itemsPage(of: step, entry, in: journey, digest: stored.digest, problem: .notSaved)
        }
    }

    private func remove(_ item: String, _ draft: Draft) async throws -> Response {
        let place = ItemID(rawValue: item).map { EntryPlace(step.id, item: $0) }
        if let place, draft.entries[place] != nil {
            try await visit.store.remove(place, from: draft, in: visit.force)
        }
        // The page that it leads to shows what is left.
        return visit.redirect(to: visit.url.step(step.id, changing: visit.isChanging))
    }

    private func go(on entry: StepEntry, _ draft: Draft, _ journey: Journey) async throws -> Response {
        let count = journey.items(of: step.id).count
        let list = ItemList(step, count: count)
        if let finding = list.finding(in: entry) {
            return try visit.itemsPage(of: step, entry, in: journey, digest: stored.digest, finding: finding)
        }
        if list.hasRoom, ItemList.wantsAnother(entry) {
            return visit.redirect(to: visit.newItem(of: step.id, after: count, changing: visit.isChanging))
        }
        try await visit.store.save(
            entry, for: place, in: draft.key, judgedBy: stored, for: visit.term(beginning: false),
            force: visit.force)
        var entries = draft.entries
        entries[place] = entry
        let next = Journey(journey.definition, entries: entries, today: visit.today)
        return visit.redirect(to: visit.next(after: place, in: next))
    }
}
