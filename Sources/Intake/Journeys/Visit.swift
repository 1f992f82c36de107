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
    var store: any SubmissionStore & DraftStore { service.store }
    var words: Words { service.bundle.words(in: language) }
    var today: CalendarDate { London.day(of: service.now()) }
    /// Whether a step is changed from the check page, and leads back to it.
    var isChanging: Bool { head.query == "change=1" }
    /// The static page that the form begins on.
    var start: String { service.bundle.contents.url(of: form.page, in: language, force: force) }

    func answer() async throws -> Response {
        switch (route.place, head.method) {
        case (.step(let step), .post): try await StepPost(visit: self, stepID: step).answer()
        case (.step(let step), _): try await showStep(step)
        case (.check, .post): try await CheckPost(visit: self).answer()
        case (.check, _): try await showCheck()
        case (.done(let reference), .get), (.done(let reference), .head): try await showDone(reference)
        case (.done, .post): throw Problem.methodNotAllowed
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

    /// The draft that the citizen's cookie opens, and the journey that it has come to.
    func draft() async throws -> (draft: Draft, journey: Journey, stored: StoredDefinition)? {
        guard let draft = try await storedDraft(),
            let (definition, stored) = try await definition(draft.definition)
        else { return nil }
        return (draft, Journey(definition, entries: draft.entries, today: today), stored)
    }

    /// The address that a journey leads to from where it has come.
    func destination(of journey: Journey, changing: Bool = false) -> String {
        switch journey.end {
        case .incomplete(let step): url.step(step, changing: changing)
        case .exit(let page): service.bundle.contents.url(of: page, in: language, force: force)
        case .complete: url.check
        }
    }

    /// Sends the browser on with a GET (RFC 9110, section 15.4.4).
    func redirect(to location: String, _ headers: [(name: String, value: String)] = []) -> Response {
        Response(status: 303, headers: [("Location", location), ("Cache-Control", "no-store")] + headers)
    }
}
