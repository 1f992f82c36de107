package import Forms

/// The addresses that the intake answers for one form in one language.
package struct FormURL: Sendable, Hashable {
    package let form: FormID
    package let language: Language

    package init(form: FormID, language: Language) {
        self.form = form
        self.language = language
    }

    /// What all of them begin with in every language: the path of the cookie.
    package static func root(of form: FormID) -> String { "/forms/\(form)" }

    private var base: String {
        language == .english ? Self.root(of: form) : "\(Self.root(of: form))/\(language.rawValue)"
    }

    /// A step, the list of the items of a step that repeats, or one of its items.
    ///
    /// - Parameter changing: Whether it is changed from the check page, and leads back to it.
    package func page(_ place: EntryPlace, changing: Bool = false) -> String {
        "\(base)/\(place.rawValue)\(changing ? "?change=1" : "")"
    }

    package func step(_ step: StepID, changing: Bool = false) -> String { page(EntryPlace(step), changing: changing) }

    package var check: String { "\(base)/check" }

    package var exit: String { "\(base)/exit" }

    package func done(_ reference: Reference) -> String { "\(base)/done/\(reference)" }

    /// The confirmation as a text to keep.
    package func receipt(_ reference: Reference) -> String { "\(done(reference))\(Self.receiptSuffix)" }

    package static let receiptSuffix = ".txt"
}
