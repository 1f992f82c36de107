import Forms

/// Which of our addresses a path is: `/forms/FORM[/cy]/STEP` and the like.
struct Route: Equatable {
    enum Place: Equatable {
        case step(StepID)
        case check
        case done(Reference)
    }

    let form: FormID
    let language: Language
    let place: Place

    /// Nil where the path is none of ours.
    init?(_ path: String) {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)[...]
        guard parts.popFirst() == "forms", let form = parts.popFirst().flatMap(FormID.init(rawValue:)) else {
            return nil
        }
        self.form = form
        if parts.first == Language.welsh.rawValue {
            language = .welsh
            parts.removeFirst()
        } else {
            language = .english
        }
        switch (parts.popFirst(), parts.popFirst(), parts.isEmpty) {
        case ("check"?, nil, true): place = .check
        case ("done"?, let text?, true):
            guard let reference = Reference(text) else { return nil }
            place = .done(reference)
        case (let name?, nil, true):
            guard let step = StepID(rawValue: name), !Step.reservedIDs.contains(name) else { return nil }
            place = .step(step)
        default: return nil
        }
    }
}
