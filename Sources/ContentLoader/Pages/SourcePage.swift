package import Diagnostics
package import Forms
package import Markdown

/// A page as authors wrote it: one path, and its words in each language that it has been written in.
package struct SourcePage: Sendable {
    package let path: PagePath
    /// Whether the page is the front of a section: written as `index.md`.
    package let isFront: Bool
    package let location: SourceLocation
    package internal(set) var form: FormSource?
    /// The day by which somebody has to read the page again.
    package let reviewBy: CalendarDate?
    /// Whether an error was found in the English page.
    var isFaulty = false
    /// The words, English always among them.
    package internal(set) var texts: [Language: PageText]
}

/// The words of a page in one language.
package struct PageText: Sendable {
    package let title: String
    package let description: String?
    /// The last part of the page's URL in this language.
    package let slug: String?
    package let body: MarkdownBody
    package let location: SourceLocation
}
