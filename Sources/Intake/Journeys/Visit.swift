import CaseStore
import FastCGI
import FormViews
import Forms
import SiteModel

/// One request to one form: what all places of a form have in common.
struct Visit {
    let route: Route
    let head: RequestHead
    let force: ForceID
    let code: LetterCode
    let pages: IntakePages
    let service: IntakeService
    let form: IntakeBundle.FormEntry
    let current: (definition: FormDefinition, stored: StoredDefinition)

    /// Nil where the force has no such form in the language.
    init?(_ route: Route, head: RequestHead, force: ForceID, pages: IntakePages, service: IntakeService) {
        guard let form = service.bundle.contents.form(route.form, of: force),
            let entry = service.bundle.contents.forces[force],
            form.languages.contains(route.language), entry.languages.contains(route.language),
            let current = service.bundle.definitions[form.definition]
        else { return nil }
        self.route = route
        self.head = head
        self.force = force
        code = entry.code
        self.pages = pages
        self.service = service
        self.form = form
        self.current = current
    }

    var language: Language { route.language }
    var url: FormURL { FormURL(form: route.form, language: language) }
    var store: any IntakeStore { service.store }
    var words: Words { service.bundle.words(in: language) }
    var today: CalendarDate { London.day(of: service.now()) }
    /// Whether a step is changed from the check page, and leads back to it.
    var isChanging: Bool { head.query == "change=1" }
    /// How long a draft is kept: not long, where its client has begun a great many of late.
    ///
    /// - Parameter isNew: Whether it is another one.
    func term(beginning isNew: Bool) -> DraftTerm {
        let limits = service.limits
        let isWithin =
            isNew
            ? limits.take(.draft, of: head.client, on: today) : limits.hasLeft(.draft, of: head.client, on: today)
        return isWithin ? .day : .hour
    }

    /// The static page that the form begins on.
    var start: String { service.bundle.contents.url(of: form.page, in: language, force: force) }

    func answer() async throws -> Response {
        switch (route.place, head.method) {
        case (.page(let place), .post): try await StepPost(visit: self, place: place).answer()
        case (.page(let place), _): try await showPage(place)
        case (.check, .post): try await CheckPost(visit: self).answer()
        case (.check, _): try await showCheck()
        case (.done(let reference), .get), (.done(let reference), .head): try await showDone(reference)
        case (.receipt(let reference), .get), (.receipt(let reference), .head): try await receipt(reference)
        case (.exit, .post): try await leave()
        case (.done, .post), (.receipt, .post), (.exit, _): throw Problem.methodNotAllowed
        }
    }

    func wording(of definition: FormDefinition) -> FormWording {
        FormWording(definition, in: language, words: words)
    }

    /// A definition by its digest: one of the bundle, or one that the store has met; nil where neither knows it.
    func definition(_ digest: String) async throws -> (definition: FormDefinition, stored: StoredDefinition)? {
        if digest == form.definition { return current }
        guard let stored = try await store.definition(digest, in: force), stored.form == route.form else { return nil }
        return (try LoadedBundle.decode(FormDefinition.self, from: stored.json, "a stored definition"), stored)
    }

    /// The draft that the citizen's cookie opens.
    func storedDraft() async throws -> Draft? {
        guard let key = DraftCookie.key(in: head) else { return nil }
        return try await store.draft(key, of: route.form, in: force)
    }

    /// The citizen's draft to go on with. One that has become a case already is over: what is posted now begins another.
    func openDraft() async throws -> Draft? {
        guard let draft = try await storedDraft() else { return nil }
        guard try await store.reference(ofDraft: draft.key, in: force) == nil else {
            try await store.delete(draft.key, in: force)
            return nil
        }
        return draft
    }

    /// The draft that the citizen's cookie opens, and the journey that it has come to.
    func draft() async throws -> (draft: Draft, journey: Journey, stored: StoredDefinition)? {
        guard let draft = try await storedDraft(),
            let (definition, stored) = try await definition(draft.definition)
        else { return nil }
        return (draft, Journey(definition, entries: draft.entries, today: today), stored)
    }

    /// What whoever asks for a draft that is not there gets: the static page that the form begins on; where the browser
    /// still has the key of a draft, the confirmation that it led to, or the first step, with a word on what became of
    /// the answers. Of a sensitive form nobody is told that it was begun here.
    func beginAgain() async throws -> Response {
        guard let key = DraftCookie.key(in: head), !current.definition.isSensitive else { return redirect(to: start) }
        if let reference = try await store.reference(ofDraft: key, in: force) {
            return redirect(to: url.done(reference))
        }
        var page = try firstStep(in: Journey(current.definition, entries: [:], today: today), digest: form.definition)
        page.headers.append(DraftCookie.forgettingHeader(for: route.form, isSecure: head.isSecure))
        return page
    }

    /// The address that a journey leads to from where it has come.
    func destination(of journey: Journey, changing: Bool = false) -> String {
        switch journey.end {
        case .incomplete(.page(let place)): url.page(place, changing: changing)
        case .incomplete(.firstItem(let step)): newItem(of: step, after: 0, changing: changing)
        case .exit(let page, _): service.bundle.contents.url(of: page, in: language, force: force)
        case .complete: url.check
        }
    }

    /// Where a journey goes on after a page that is answered: to the next, or from a change back to checking.
    func next(after place: EntryPlace, in journey: Journey) -> String {
        if !isChanging, let page = journey.page(after: place) { return url.page(page) }
        return destination(of: journey, changing: isChanging)
    }

    /// The address of an item of a repeating group that is not there yet.
    ///
    /// - Parameter count: How many items there are.
    func newItem(of step: StepID, after count: Int, changing: Bool = false) -> String {
        var generator = SystemRandomNumberGenerator()
        let item = ItemID(beginningAt: count + 1, using: &generator)
        return url.page(EntryPlace(step, item: item), changing: changing)
    }

    /// Ends the draft, and leads to a page that has nothing to do with the police.
    private func leave() async throws -> Response {
        try head.refuseOtherSites()
        let cookie = DraftCookie.forgettingHeader(for: route.form, isSecure: head.isSecure)
        let headers = [cookie, ("Clear-Site-Data", "\"cache\", \"storage\"")]
        if let key = DraftCookie.key(in: head) {
            do {
                let last = try await draft()?.journey.answered.last?.place.step
                if let step = last ?? current.definition.steps.first?.id {
                    service.observer.left(route.form, at: step, by: .exit)
                }
                try await store.delete(key, in: force)
            } catch let fault as StoreFault {
                // Whoever leaves is not kept for that. The draft goes when it expires, and its key is gone now.
                service.log(fault, force: force)
            }
        }
        return redirect(to: service.bundle.contents.neutralPage ?? start, headers)
    }

    /// Sends the browser on with a GET (RFC 9110, section 15.4.4).
    func redirect(to location: String, _ headers: [(name: String, value: String)] = []) -> Response {
        Response(status: 303, headers: [("Location", location), ("Cache-Control", "no-store")] + headers)
    }
}
