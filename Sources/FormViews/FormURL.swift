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

    /// - Parameter changing: Whether the step is changed from the check page, and leads back to it.
    package func step(_ step: StepID, changing: Bool = false) -> String {
        changing ? "\(base)/\(step)?change=1" : "\(base)/\(step)"
    }

    package var check: String { "\(base)/check" }

    package func done(_ reference: Reference) -> String { "\(base)/done/\(reference)" }
}
