/// The path of a page as authors write it, in English and without an extension: `/`, `/report`, `/report/burglary`.
package struct PagePath: Sendable, Hashable {
    /// The parts between the slashes; none for the home page.
    package let components: [String]

    package static let home = PagePath(checked: [])

    private init(checked components: [String]) {
        self.components = components
    }

    /// Reads `/a/b`. Nil where the text is not a path of lower-case ASCII letters, digits and hyphens.
    package init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "/") else { return nil }
        guard text != "/" else {
            self = .home
            return
        }
        let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        self.init(components: parts.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Nil where a component is not made of lower-case ASCII letters, digits and hyphens.
    package init?(components: [String]) {
        let fine = components.allSatisfy { component in
            !component.isEmpty
                && component.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                }
        }
        guard fine else { return nil }
        self.components = components
    }

    /// The path one level up; nil for the home page.
    package var parent: PagePath? {
        components.isEmpty ? nil : PagePath(checked: components.dropLast())
    }

    /// Every path above this one, the home page first.
    package var ancestors: [PagePath] {
        components.indices.map { PagePath(checked: Array(components[..<$0])) }
    }
}

extension PagePath: CustomStringConvertible {
    package var description: String { "/" + components.joined(separator: "/") }
}

extension PagePath: Comparable {
    package static func < (left: PagePath, right: PagePath) -> Bool {
        left.components.lexicographicallyPrecedes(right.components)
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
