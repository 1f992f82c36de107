package import Forms

/// A case that has to do with another.
package struct CaseLink: Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// Both tell of the same thing.
        case duplicate
        case related
    }

    package let kind: Kind
    package let reference: Reference

    package init(_ kind: Kind, to reference: Reference) {
        self.kind = kind
        self.reference = reference
    }
}
