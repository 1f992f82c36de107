package import Diagnostics

/// A page's body: HTML with gaps for what differs between forces and languages. It is made once and stamped many
/// times.
package struct MarkdownBody: Sendable {
    package enum Segment: Sendable {
        /// HTML that is the same everywhere.
        case html([UInt8])
        /// A fact that is filled in, such as `force.name`.
        case slot(Slot)
        /// Words of the language that the body is shown in, by their key.
        case word(String)
        /// The beginning of a link to a page or a file of the site.
        case link(Link)
        /// The end of that link.
        case linkEnd(Link)
        /// An image: the first attributes of its element, up to the alternative text.
        case image(FileReference)
        /// Where a force may say something of its own.
        case block(Block)
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

    /// A link to something of the same site.
    package struct Link: Sendable, Hashable {
        package enum Target: Sendable, Hashable {
            /// A page by its path as written; an empty path is the page itself. The fragment is what stands after
            /// `#`; nil where there is none.
            case page(path: String, fragment: String?)
            /// A file of `assets/`, by its path below that.
            case file(String)
        }

        package let target: Target
        /// Whether the link is dropped to its text where the site lacks the page: `[text](/path){optional}`.
        package let isOptional: Bool
        /// Whether the link looks like a button.
        package let isButton: Bool
        package let location: SourceLocation
    }

    /// A file of `assets/` that the page shows.
    package struct FileReference: Sendable, Hashable {
        /// The path below `assets/`.
        package let path: String
        package let location: SourceLocation
    }

    /// A `{{> block:name}}` that the author wrote.
    package struct Block: Sendable, Hashable {
        package let name: String
        package let location: SourceLocation
        /// How many headings of the page stand before it.
        let headingsBefore: Int
    }

    /// A heading of the body.
    package struct Heading: Sendable, Hashable {
        package let level: Int
        package let id: String
        /// Its words, with slots as they were written.
        package let text: String
        package let location: SourceLocation
    }

    package internal(set) var segments: [Segment] = []
    package internal(set) var headings: [Heading] = []
    package internal(set) var opensBlocks = false
    package internal(set) var prose = Prose()

    /// The body of a page that has none.
    package static let empty = MarkdownBody()

    package var isEmpty: Bool { segments.isEmpty }

    /// The blocks that the body opens.
    package var blocks: [Block] {
        segments.compactMap { if case .block(let block) = $0 { block } else { nil } }
    }

    /// The body with another in the place of each block; a block that nothing is given for stays empty.
    package func filling(_ fill: (Block) -> MarkdownBody?) -> MarkdownBody {
        var body = MarkdownBody()
        var taken = 0
        for segment in segments {
            guard case .block(let block) = segment else {
                body.segments.append(segment)
                continue
            }
            guard let inner = fill(block) else { continue }
            body.segments += inner.segments
            body.headings += headings[taken..<block.headingsBefore] + inner.headings
            taken = block.headingsBefore
        }
        body.headings += headings[taken...]
        return body
    }

    /// The body inside an element that says that it is in another language.
    package func marked(language tag: String) -> MarkdownBody {
        var body = self
        body.segments.insert(.html(Array("<div lang=\"\(tag)\">\n".utf8)), at: 0)
        body.segments.append(.html(Array("</div>\n".utf8)))
        return body
    }
}
