import CaseStore
import FastCGI
import FormViews
import Forms
import FoundationEssentials

/// A page of a form that was posted: judged, and kept in the draft or sent at once.
struct StepPost {
    let visit: Visit
    let place: EntryPlace

    func answer() async throws -> Response {
        try visit.head.refuseOtherSites()
        var reading = try await StepReading(visit: visit, place: place).read()
        let response: Response
        do {
            response = try await answer(&reading)
        } catch {
            await reading.files?.discard()
            throw error
        }
        return response
    }

    private func answer(_ reading: inout StepReading.Result) async throws -> Response {
        guard let (definition, stored) = reading.definition else { return try showChanged(reading.posted) }
        guard let step = definition.step(place.step), place.item == nil || step.repeats != nil else {
            throw Problem.notFound
        }
        let posted = reading.posted
        if step.repeats != nil, place.item == nil {
            return try await ItemsPost(visit: visit, step: step, stored: stored).answer(posted)
        }
        var entry: StepEntry
        do {
            entry = try StepEntry(posted: posted.fields, for: step)
        } catch {
            throw Problem.badRequest
        }
        entry.isHoneypotFilled = posted.isHoneypotFilled
        return definition.review
            ? try await keep(entry, of: step, definition, stored, &reading)
            : try await send(entry, of: step, definition, stored)
    }

    /// Keeps a faultless step in the draft and goes on.
    private func keep(
        _ posted: StepEntry, of step: Step, _ definition: FormDefinition, _ stored: StoredDefinition,
        _ reading: inout StepReading.Result
    ) async throws -> Response {
        var entry = posted
        var draft = reading.draft
        do {
            if reading.files == nil { draft = try await visit.openDraft() }
            let key = draft?.key ?? reading.key
            entry = entry.holding(draft?.files ?? [], of: place)
            var entries = draft?.entries ?? [:]
            guard hasRoom(in: entries, step) else {
                await reading.files?.discard()
                return visit.redirect(to: visit.url.step(step.id))
            }
            if let fault = reading.files?.storeFault { throw fault }
            guard reading.files?.isRefused != true else {
                await reading.files?.discard()
                let journey = Journey(definition, entries: entries, today: visit.today)
                return try show(
                    step, entry, stored, problem: .tooMany, in: journey, status: Problem.tooMany.status)
            }
            // A draft is begun by the first file that is kept, or else by a step without fault.
            let isBegun = reading.files?.received.isEmpty == false
            let begun = isBegun ? visit.term(beginning: draft == nil) : nil
            if let begun { try await reading.files?.keep(judgedBy: stored, for: begun) }
            let files = try await files(of: draft, and: reading)
            entry = entry.holding(files, of: place)
            let before = Journey(definition, entries: entries, today: visit.today)
            let judged = JudgedStep(
                step, item: place.item, entry: entry, earlier: before.known(before: step.id),
                presets: definition.presets, today: visit.today)
            let wrongFiles = reading.files?.faults ?? []
            let cookie = DraftCookie.header(key, for: visit.route.form, isSecure: visit.head.isSecure)
            let hasDraft = draft != nil || !(reading.files?.kept ?? []).isEmpty
            let stays = reading.posted.stays || reading.posted.removal != nil
            let faults = stays ? wrongFiles : Self.merged(judged.faults, wrongFiles, in: step)
            guard !stays, faults.isEmpty else {
                var page = try show(
                    step, entry, stored, faults: faults, in: before, status: faults.isEmpty ? 200 : 422)
                if hasDraft { page.headers.append(cookie) }
                return page
            }
            let isNew = entries[place] == nil
            let term = begun ?? visit.term(beginning: draft == nil)
            entry.posted = Int(visit.service.now().timeIntervalSince1970)
            try await visit.store.save(
                entry, for: place, in: key, judgedBy: stored, for: term, force: visit.force)
            entries[place] = entry
            let journey = Journey(definition, entries: entries, today: visit.today)
            await count(journey.end)
            // What was answered before is gone, which nobody would guess from being asked it again.
            guard hasDraft || journey.reaches(place) else {
                var page = try visit.firstStep(in: journey, digest: stored.digest)
                page.headers.append(cookie)
                return page
            }
            return visit.redirect(to: next(in: journey, isNew: isNew), [cookie])
        } catch let fault as StoreFault {
            visit.service.log(fault, force: visit.force)
            return try await notSaved(entry, of: step, definition, stored, draft, &reading)
        }
    }

    /// The step with what was typed, after the store has failed.
    private func notSaved(
        _ entry: StepEntry, of step: Step, _ definition: FormDefinition, _ stored: StoredDefinition, _ draft: Draft?,
        _ reading: inout StepReading.Result
    ) async throws -> Response {
        await reading.files?.discard()
        let kept = reading.files?.kept ?? []
        let entry = entry.holding((draft?.files ?? []) + kept, of: place)
        let journey = Journey(definition, entries: draft?.entries ?? [:], today: visit.today)
        var page = try show(step, entry, stored, problem: .notSaved, in: journey, status: Problem.notSaved.status)
        // What was kept before the failure is the citizen's to go on with.
        if draft == nil, !kept.isEmpty {
            page.headers.append(
                DraftCookie.header(reading.key, for: visit.route.form, isSecure: visit.head.isSecure))
        }
        return page
    }

    /// The files of the place: those that were there, without one that is taken out, and those that came now.
    private func files(of draft: Draft?, and reading: StepReading.Result) async throws -> [SubmittedFile] {
        var files = draft?.files ?? []
        if let draft, let removed = reading.posted.removal,
            let index = files.firstIndex(where: { $0.file.id.rawValue == removed && $0.place.entry == place })
        {
            try await visit.store.remove(files[index].file.id, from: draft.key, in: visit.force)
            files.remove(at: index)
        }
        return files + (reading.files?.kept ?? [])
    }

    /// Whether a group takes this item: one that it has, or one more. A browser asks for no more than there is room for.
    private func hasRoom(in entries: [EntryPlace: StepEntry], _ step: Step) -> Bool {
        guard let most = step.repeats?.max, entries[place] == nil else { return true }
        return entries.keys.count { $0.step == step.id && $0.item != nil } < most
    }

    /// The faults in the order of the questions. Where a file was refused, nothing more is said of the question.
    private static func merged(_ faults: [Fault], _ files: [Fault], in step: Step) -> [Fault] {
        step.questions.flatMap { question in
            let refused = files.filter { $0.question == question.id }
            return refused.isEmpty ? faults.filter { $0.question == question.id } : refused
        }
    }

    /// Counts an exit that this step leads to. That it could not be counted is nothing to the citizen.
    func count(_ end: Journey.End) async {
        guard case .exit(let page, place.step) = end else { return }
        visit.service.observer.left(visit.route.form, at: place.step, by: .advice)
        let way = ExitCount.Way(form: visit.route.form, step: place.step, page: page)
        do {
            try await visit.store.countExit(way, on: visit.today, force: visit.force)
        } catch let fault as StoreFault {
            visit.service.log(fault, force: visit.force)
        } catch {
            // The request was given up.
        }
    }

    /// Where the journey goes on: from an item to the list of them, from a change back to checking, with whatever is
    /// newly asked first, otherwise to the next page.
    private func next(in journey: Journey, isNew: Bool) -> String {
        if place.item != nil, isNew || !visit.isChanging {
            return journey.reaches(EntryPlace(place.step))
                ? visit.url.step(place.step, changing: visit.isChanging)
                : visit.destination(of: journey, changing: visit.isChanging)
        }
        return visit.next(after: place, in: journey)
    }

    /// Shows the form as it is now, where nobody knows the one that was filled in. What fits into it is kept.
    private func showChanged(_ posted: PostedForm) throws -> Response {
        let (definition, stored) = visit.current
        guard let step = definition.step(place.step), step.repeats == nil else {
            return visit.redirect(to: visit.start)
        }
        let names = Set(step.questions.flatMap(\.fieldNames))
        let fields = Dictionary(grouping: posted.fields.filter { names.contains($0.name) }, by: \.name)
        let entry = StepEntry(fields: fields.mapValues { $0.map(\.value) })
        let journey = Journey(definition, entries: [:], today: visit.today)
        return try show(
            step, entry, stored, problem: .changed, in: journey, status: Problem.changed.status, at: EntryPlace(step.id)
        )
    }

    /// Shows the page again with everything that was typed.
    func show(
        _ step: Step, _ entry: StepEntry, _ stored: StoredDefinition, faults: [Fault] = [], problem: Problem? = nil,
        in journey: Journey, status: Int, at place: EntryPlace? = nil
    ) throws -> Response {
        try visit.stepPage(
            step, at: place ?? self.place, entry, in: journey, digest: stored.digest, faults: faults,
            problem: problem, status: status)
    }
}
