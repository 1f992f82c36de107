package import Forms

/// A file that has arrived whole, and what was found in it.
package struct ReceivedFile: Sendable, Hashable, Codable {
    package let id: EvidenceID
    package let declaration: FileDeclaration
    /// What its first bytes say that it is.
    package let kind: FileKind
    /// How long it is, in bytes.
    package let bytes: Int
    /// SHA-256 of its bytes, in hexadecimal.
    package let sha256: String
    /// Whether it lies on disk sealed with the key of a draft.
    package let isSealed: Bool

    /// Whether the declared media type is one of those that files of this kind go by. A browser that declares none
    /// contradicts nothing.
    package var isAsDeclared: Bool {
        let declared = declaration.type.prefix { $0 != ";" }.lowercased()
        return ["", "application/octet-stream"].contains(declared) || kind.mediaTypes.contains(declared)
    }
}

extension EvidenceID: Codable {}
