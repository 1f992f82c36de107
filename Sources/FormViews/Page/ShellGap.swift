import TemplateEngine

/// The gaps of a shell: what differs between the pages of one force in one language. The layout names them, and
/// builder and intake fill them.
package enum ShellGap: String, CaseIterable, Sendable {
    case title, head, languages, breadcrumbs, main

    /// The text that leaves this gap.
    package var mark: String { Stencil.mark(rawValue) }
}
