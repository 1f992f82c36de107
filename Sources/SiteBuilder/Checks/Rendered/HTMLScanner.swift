/// Cuts HTML into tags and text (HTML, section 13.2.5), as far as our templates and our Markdown use it.
///
/// Any bytes can be scanned, in time that grows with their number only: no byte is looked at more than a few times.
/// Comments and the doctype are passed over. What stands in `script`, `style`, `title` and `textarea` is text. A gap of
/// a stencil is part of whatever it stands in.
///
/// Not read: CDATA, the raw text elements that we never write (`iframe`, `noscript`, `xmp`), and comments in scripts. A
/// `title` or `style` of an SVG is taken for one of HTML.
struct HTMLScanner: Sequence, IteratorProtocol {
    /// What was met. Ranges are of the bytes that are scanned; they follow one another and never overlap.
    enum Event: Sendable {
        case start(HTMLTag)
        case end(HTMLTag)
        /// Text as it is written, with its entities. Never empty.
        case text(Range<Int>)
        /// A tag or a comment that the end of the bytes cuts off, named `a`, `/a` or `!`. Nothing comes after it.
        case unfinished(name: String, Range<Int>)
    }

    let html: HTMLBytes
    /// How far the bytes are read.
    var position = 0
    /// The element that was just begun, if its content is text whatever it looks like.
    var rawTextElement: String?

    init(_ html: [UInt8]) {
        self.html = HTMLBytes(html)
    }

    mutating func next() -> Event? {
        while position < html.count {
            let start = position
            position = endOfText(from: start)
            rawTextElement = nil
            if start < position { return .text(start..<position) }
            switch html[position + 1] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"):
                guard passComment() else { return .unfinished(name: "!", start..<html.count) }
            case UInt8(ascii: "/"):
                if html.isLetter(at: position + 2) { return takeTag(isEnd: true) }
                guard passComment() else { return .unfinished(name: "/", start..<html.count) }
            default:
                return takeTag(isEnd: false)
            }
        }
        return nil
    }
}

// MARK: - Text and comments

extension HTMLScanner {
    /// Where text from here on ends: at markup, or at the end tag of the raw text element that it stands in.
    private func endOfText(from start: Int) -> Int {
        var index = start
        while index < html.count {
            index = html.index(from: index) { $0 == UInt8(ascii: "<") }
            if let rawTextElement {
                if endsElement(rawTextElement, at: index) { return index }
            } else if beginsMarkup(at: index) {
                return index
            }
            index = Swift.min(index + 1, html.count)
        }
        return index
    }

    /// Whether the `<` here begins a tag or a comment; otherwise it is text.
    private func beginsMarkup(at index: Int) -> Bool {
        guard index + 1 < html.count else { return false }
        switch html[index + 1] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "/"): return index + 2 < html.count
        default: return html.isLetter(at: index + 1)
        }
    }

    /// Whether the `<` here begins the end tag of that element.
    private func endsElement(_ name: String, at index: Int) -> Bool {
        let end = index + 2 + name.utf8.count
        guard end < html.count, Self.endsName(html[end]) else { return false }
        return html[index + 1] == UInt8(ascii: "/") && html.holds(name.utf8, at: index + 2)
    }

    /// Passes over a comment, a doctype, or what a browser takes for a comment. False if it does not end.
    private mutating func passComment() -> Bool {
        let isComment = html.holds("!--".utf8, at: position + 1)
        let content = position + (isComment ? 4 : 2)
        var index = content
        while index < html.count {
            index = html.index(from: index) { $0 == UInt8(ascii: ">") }
            guard index < html.count else { break }
            index += 1
            if !isComment || endsComment(before: index, content: content) {
                position = index
                return true
            }
        }
        position = html.count
        return false
    }

    /// Whether the comment ends in `-->` or `--!>` here. Its own `<!--` may lend the dashes for the first, so that
    /// `<!-->` is whole (HTML, section 13.2.5.43).
    private func endsComment(before index: Int, content: Int) -> Bool {
        html.holds("-->".utf8, at: index - 3) || (index - 4 >= content && html.holds("--!>".utf8, at: index - 4))
    }
}
