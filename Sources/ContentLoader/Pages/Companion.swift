package import Forms

/// A page that is made from a form and stands beside it.
package enum Companion: String, Sendable, CaseIterable {
    /// Every question in order, for call-takers and for paper.
    case questions
    /// What the form asks, why, and how long it is kept.
    case privacy

    /// The last part of its path, below that of the form.
    package var component: String { rawValue }

    /// Where it stands.
    package func path(of form: PagePath) -> PagePath? { PagePath(components: form.components + [component]) }
}
