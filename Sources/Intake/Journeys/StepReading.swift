import CaseStore
import Forms

/// Reads what is posted for one place of a form: fields, and files as they arrive.
struct StepReading {
    let visit: Visit
    let place: EntryPlace

    struct Result {
        let posted: PostedForm
        let definition: (definition: FormDefinition, stored: StoredDefinition)?
        let draft: Draft?
        /// The key of the draft, whether it exists yet or not.
        let key: DraftKey
        var files: FileReception?
    }

    /// - Throws: `Problem` for what makes no sense. No file is left then.
    func read() async throws -> Result {
        guard visit.head.mayHoldFiles else {
            let posted = try await visit.head.form()
            let definition = try await visit.definition(posted.definition)
            return Result(posted: posted, definition: definition, draft: nil, key: DraftKey())
        }
        var fields: [(name: String, value: String)] = []
        var definition: (definition: FormDefinition, stored: StoredDefinition)?
        var files: FileReception?
        var draft: Draft?
        var key = DraftKey()
        var isBegun = false
        do {
            try await visit.head.readForm(limit: limit) { event in
                if case .field(let name, let value) = event {
                    fields.append((name, value))
                } else if !isBegun {
                    // Every form of ours says first which definition drew it.
                    guard let digest = PostedForm.definition(in: fields) else { throw Problem.badRequest }
                    isBegun = true
                    definition = try await visit.definition(digest)
                    draft = try await visit.openDraft()
                    key = draft?.key ?? key
                    if let found = definition?.definition, found.review, let step = found.step(place.step),
                        step.repeats == nil || place.item != nil
                    {
                        files = FileReception(visit, step: step, place: place, key: key, earlier: draft?.files ?? [])
                    } else if definition != nil {
                        throw Problem.badRequest
                    }
                }
                try await files?.take(event)
            }
            let posted = try PostedForm(fields)
            if !isBegun { definition = try await visit.definition(posted.definition) }
            return Result(posted: posted, definition: definition, draft: draft, key: key, files: files)
        } catch {
            await files?.discard()
            throw error
        }
    }

    /// Only a step that asks for files may be as long as files are. One that the form of today does not have may belong
    /// to an older form.
    private var limit: Int {
        let step = visit.current.definition.step(place.step)
        let asksForFiles = step?.questions.contains { $0.kind.name == .file } ?? true
        return asksForFiles ? FormReader.longestUpload : FormReader.longestForm
    }
}
