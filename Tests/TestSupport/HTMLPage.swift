import Foundation

/// A page as a client reads it: its tags in order, with the text before each. Enough to find what a form asks for.
package struct HTMLPage: Sendable {
    package struct Tag: Sendable {
        package let name: String
        package let isEnd: Bool
        package let attributes: [String: String]
        /// The text between this tag and the next.
        package let text: String

        package subscript(attribute: String) -> String? { attributes[attribute] }
    }

    package let source: String
    package let tags: [Tag]

    package init(_ source: String) {
        self.source = source
        var tags: [Tag] = []
        for piece in source.components(separatedBy: "<").dropFirst() {
            guard let tag = Self.tag(piece) else { continue }
            tags.append(tag)
        }
        self.tags = tags
    }

    /// The text of the first element of that name and, if given, that id.
    package func text(of name: String, id: String? = nil) -> String? {
        guard let index = tags.firstIndex(where: { $0.name == name && !$0.isEnd && (id == nil || $0["id"] == id) })
        else { return nil }
        let end = tags[index...].firstIndex { $0.name == name && $0.isEnd } ?? index
        return tags[index..<end].map(\.text).joined().trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The messages of the error summary; none where there is no summary.
    package var errors: [(target: String, message: String)] {
        guard let index = tags.firstIndex(where: { $0["id"] == "error-summary" }) else { return [] }
        let links = tags[index...].prefix { !($0.name == "form" && !$0.isEnd) }
        return links.filter { $0.name == "a" && !$0.isEnd && $0["href"]?.hasPrefix("#") == true }
            .map { (String($0["href"]?.dropFirst() ?? ""), $0.text) }
    }

    /// The first form of the page that reports something: every page has that of the search besides.
    package var form: HTMLForm? {
        let isForm = { (tag: Tag) in tag.name == "form" && !tag.isEnd && tag["data-form"] != nil }
        guard let start = tags.firstIndex(where: isForm) else { return nil }
        let end = tags[start...].firstIndex { $0.name == "form" && $0.isEnd } ?? tags.endIndex
        return HTMLForm(tags[start], controls: Array(tags[start..<end]))
    }

    private static func tag(_ piece: String) -> Tag? {
        let isEnd = piece.hasPrefix("/")
        var rest = piece.dropFirst(isEnd ? 1 : 0)
        let name = rest.prefix { $0.isLetter || $0.isNumber }
        guard !name.isEmpty else { return nil }
        rest = rest[name.endIndex...]
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard let first = rest.first, first != ">" else { break }
            let key = rest.prefix { $0 != "=" && $0 != ">" && !$0.isWhitespace }
            rest = rest[key.endIndex...]
            var value = ""
            if rest.hasPrefix("=\"") {
                rest = rest.dropFirst(2)
                let raw = rest.prefix { $0 != "\"" }
                value = unescaped(String(raw))
                rest = rest[raw.endIndex...].dropFirst()
            }
            if !key.isEmpty { attributes[String(key)] = value } else { rest = rest.dropFirst() }
        }
        return Tag(
            name: name.lowercased(), isEnd: isEnd, attributes: attributes, text: unescaped(String(rest.dropFirst())))
    }

    /// Replaced literally: by characters, an entity before a combining mark would be passed over.
    static func unescaped(_ text: String) -> String {
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
        }
    }
}
