/// A start or end tag, as it stands in the bytes that were scanned.
///
/// Attribute values stay ranges of those bytes until they are asked for: most of a page's attributes are classes, and
/// nobody asks for those.
struct HTMLTag: Sendable {
    struct Attribute: Sendable, Hashable {
        /// In lower case, as written otherwise.
        let name: String
        /// Where the value stands, without its quotes; empty where there is none.
        let value: Range<Int>
    }

    /// In lower case.
    let name: String
    /// From `<` to behind `>`.
    let range: Range<Int>
    /// In their order. One that stands twice is in here twice.
    let attributes: [Attribute]
    /// Whether the tag ends in `/>`. That closes elements of SVG and MathML only (HTML, section 13.1.2.1).
    let isSelfClosing: Bool
    private let html: [UInt8]

    init(name: String, range: Range<Int>, attributes: [Attribute], isSelfClosing: Bool, in html: [UInt8]) {
        self.name = name
        self.range = range
        self.attributes = attributes
        self.isSelfClosing = isSelfClosing
        self.html = html
    }

    /// The value of an attribute as text, empty where it has none; nil where the tag has no such attribute. Of two with
    /// the same name the first counts (HTML, section 13.2.5.33).
    subscript(name: String) -> String? {
        attributes.first { $0.name == name }.map { value(of: $0) }
    }

    /// The value of one of the tag's own attributes, as text.
    func value(of attribute: Attribute) -> String {
        HTMLText.decoded(html[attribute.value])
    }
}
