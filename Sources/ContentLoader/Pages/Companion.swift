package import Forms

/// A page that is made from another and stands beside it.
package enum Companion: String, Sendable, CaseIterable {
    /// Every question of a form in order, for call-takers and for paper.
    case questions
    /// What a form asks, why, and how long it is kept.
    case privacy
    /// What to know before a sensitive page is opened: how to leave it quickly, and what that cannot hide.
    case leaving

    /// The last part of its path, below that of the page.
    package var component: String { rawValue }

    /// Where it stands.
    package func path(of page: PagePath) -> PagePath? { PagePath(components: page.components + [component]) }

    /// Whether a page has it.
    package func belongs(to page: SourcePage) -> Bool {
        switch self {
        case .questions, .privacy: page.form != nil
        case .leaving: page.isSensitive
        }
    }
}
