/// HTML as a browser reads its tags, to judge whether anything in it could run.
struct SafeHTML {
    private let tags: [Tag]

    /// A tag, in lower case.
    private struct Tag {
        /// What stands outside of its quoted values.
        let markup: String
        /// The values of `href` and `src`.
        let targets: [String]

        init(_ bytes: ArraySlice<UInt8>) {
            let parts = bytes.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self).lowercased() }
            markup = stride(from: 0, to: parts.count, by: 2).map { parts[$0] }.joined(separator: "\"\"")
            targets = stride(from: 1, to: parts.count, by: 2)
                .filter { parts[$0 - 1].hasSuffix(" href=") || parts[$0 - 1].hasSuffix(" src=") }
                .map { parts[$0] }
        }

        var name: String { String(markup.prefix { $0 != " " }) }
    }

    init(_ html: [UInt8]) {
        // A quoted value holds no bare `>`: it is escaped.
        tags = html.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst()
            .map { Tag($0.prefix { $0 != UInt8(ascii: ">") }) }
    }

    /// Whether there is no script, no attribute that handles an event, and no target of a scheme that a page has no
    /// use for. An empty target is one that a gap begins.
    var isSafe: Bool {
        let schemes = ["http://", "https://", "mailto:", "tel:", "sms:"]
        return tags.allSatisfy { tag in
            !tag.markup.utf8.starts(with: "script".utf8)
                && tag.markup.split { $0.isWhitespace || $0 == "/" || $0 == "\"" }.allSatisfy { !$0.hasPrefix("on") }
                && tag.targets.allSatisfy { target in
                    target.isEmpty || schemes.contains { target.utf8.starts(with: $0.utf8) }
                }
        }
    }

    /// Whether every element that must be closed is, the last to be opened first.
    var isBalanced: Bool {
        var open: [String] = []
        for tag in tags where !["br", "hr", "img"].contains(tag.name) {
            if !tag.name.hasPrefix("/") {
                open.append(tag.name)
            } else if open.popLast() != String(tag.name.dropFirst()) {
                return false
            }
        }
        return open.isEmpty
    }
}
