/// HTML as the Markdown renderer may write it, read byte by byte. Whatever a browser would have to forgive, and
/// whatever could run, is a fault.
struct SafeMarkup {
    /// The first thing that should not be there; nil where all is well.
    private(set) var fault: String?
    /// Whether every element that must be closed is, the last to be opened first.
    var isBalanced: Bool { open.isEmpty && !hasStrayClose }

    private var rest: ArraySlice<UInt8>
    private var open: [String] = []
    private var hasStrayClose = false

    private static let elements: Set = [
        "a", "blockquote", "br", "caption", "code", "details", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
        "img", "li", "ol", "p", "pre", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
    ]
    private static let emptyElements: Set = ["br", "hr", "img"]
    private static let attributes: Set = ["alt", "class", "href", "id", "scope", "start"]
    private static let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
    private static let schemes = ["http://", "https://", "mailto:", "tel:", "sms:"]

    init(_ html: [UInt8]) {
        rest = html[...]
        while fault == nil, let byte = rest.first {
            if byte == UInt8(ascii: "<") { readTag() } else { readText() }
        }
    }

    /// Reads one character of a text or of a value.
    private mutating func readText() {
        guard let byte = rest.first else { return }
        switch byte {
        case UInt8(ascii: "&"):
            guard let entity = Self.entities.first(where: { rest.starts(with: $0.utf8) }) else {
                fault = "a bare &"
                return
            }
            rest = rest.dropFirst(entity.utf8.count)
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            fault = "a text that is not escaped"
        default: rest = rest.dropFirst()
        }
    }

    private mutating func readTag() {
        rest = rest.dropFirst()
        let isClosing = take("/")
        let name = takeName()
        guard Self.elements.contains(name) else {
            fault = "the element '\(name)'"
            return
        }
        while fault == nil, !isClosing, take(" ") { readAttribute() }
        guard fault == nil else { return }
        guard take(">") else {
            fault = "a tag that does not end"
            return
        }
        if !isClosing {
            if !Self.emptyElements.contains(name) { open.append(name) }
        } else if open.popLast() != name {
            hasStrayClose = true
        }
    }

    private mutating func readAttribute() {
        let name = takeName()
        guard Self.attributes.contains(name), take("=\"") else {
            fault = "the attribute '\(name)'"
            return
        }
        let start = rest
        while fault == nil, let byte = rest.first, byte != UInt8(ascii: "\"") { readText() }
        let value = String(decoding: start[..<rest.startIndex], as: UTF8.self).lowercased()
        guard fault == nil, take("\"") else {
            fault = fault ?? "a value that does not end"
            return
        }
        if name == "href", !Self.schemes.contains(where: { value.utf8.starts(with: $0.utf8) }) {
            fault = "a link with another scheme"
        }
    }

    private mutating func take(_ markup: String) -> Bool {
        guard rest.starts(with: markup.utf8) else { return false }
        rest = rest.dropFirst(markup.utf8.count)
        return true
    }

    private mutating func takeName() -> String {
        let name = rest.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        rest = rest[name.endIndex...]
        return String(decoding: name, as: UTF8.self)
    }
}
