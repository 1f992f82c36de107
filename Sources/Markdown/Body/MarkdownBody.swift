package import Diagnostics

/// A page's body: HTML with gaps for what differs between forces and languages. It is made once and stamped many
/// times.
package struct MarkdownBody: Sendable {
    package enum Segment: Sendable {
        /// HTML that is the same everywhere.
        case html([UInt8])
        /// A fact that is filled in, such as `force.name`.
        case slot(Slot)
        /// The URL of a page, written as the author wrote its path.
        case link(Link)
    }

    /// A `{{name}}` that the author wrote.
    package struct Slot: Sendable, Hashable {
        /// Where the value is written, which decides how it is escaped.
        package enum Context: Sendable, Hashable {
            case text
            /// Inside the target of a link: percent-encoded.
            case url
            /// Inside a `tel:` or `sms:` target: spaces are left out.
            case telephone
        }

        package let name: String
        package let context: Context
        package let location: SourceLocation
    }

    /// A link to a page of the same site.
    package struct Link: Sendable, Hashable {
        /// The path as written, without the fragment; empty for a link within the page.
        package let path: String
        /// What stands after `#`; nil where there is none.
        package let fragment: String?
        package let location: SourceLocation
    }

    /// A heading of the body.
    package struct Heading: Sendable, Hashable {
        package let level: Int
        package let id: String
        package let location: SourceLocation
    }

    package internal(set) var segments: [Segment] = []
    package internal(set) var headings: [Heading] = []

    package var isEmpty: Bool { segments.isEmpty }
}
