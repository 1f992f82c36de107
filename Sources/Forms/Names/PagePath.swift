/// The path of a page as authors write it, in English and without an extension: `/`, `/report`, `/report/burglary`.
package struct PagePath: Sendable, Hashable {
    /// The path as authors write it.
    package let description: String

    package static let home = PagePath(checked: "/")

    private init(checked description: String) {
        self.description = description
    }

    /// Reads `/a/b`. Nil where the text is not a path of lower-case ASCII letters, digits and hyphens.
    package init?(_ text: String) {
        guard text != "/" else {
            self = .home
            return
        }
        var isAfterSlash = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "/") where !isAfterSlash: isAfterSlash = true
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"):
                guard index > 0 else { return nil }
                isAfterSlash = false
            default: return nil
            }
        }
        guard !isAfterSlash, !text.isEmpty else { return nil }
        description = text
    }

    /// Nil where a component is not made of lower-case ASCII letters, digits and hyphens.
    package init?(components: [String]) {
        guard !components.contains(where: { $0.isEmpty || $0.utf8.contains(UInt8(ascii: "/")) }) else { return nil }
        self.init("/" + components.joined(separator: "/"))
    }

    /// The parts between the slashes; none for the home page.
    package var components: [String] {
        description.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }

    /// The path one level up; nil for the home page.
    package var parent: PagePath? {
        guard self != .home, let slash = description.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return slash == description.startIndex ? .home : PagePath(checked: String(description[..<slash]))
    }

    /// Every path above this one, the home page first.
    package var ancestors: [PagePath] {
        guard let parent else { return [] }
        return parent.ancestors + [parent]
    }
}

extension PagePath: CustomStringConvertible {}

extension PagePath: Comparable {
    /// Part by part, so that the pages of a section stand right after it.
    package static func < (left: PagePath, right: PagePath) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8) { one, other in
            (one == UInt8(ascii: "/") ? 0 : one) < (other == UInt8(ascii: "/") ? 0 : other)
        }
    }
}

extension PagePath: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let path = PagePath(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a page path")
        }
        self = path
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
