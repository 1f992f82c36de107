import Forms

/// A file of a case, as it is handed to people and to other systems.
package struct EvidenceRecord: Sendable, Hashable {
    package let place: EvidencePlace
    package let file: ReceivedFile
}

extension EvidenceRecord: Encodable {
    private enum Key: String, CodingKey { case id, name, kind, bytes, sha256 }

    /// The keys are a contract with other systems. The kind is the one that was found, not the one that was declared.
    package func encode(to encoder: any Encoder) throws {
        var record = encoder.container(keyedBy: Key.self)
        try record.encode(file.id.rawValue, forKey: .id)
        try record.encode(file.declaration.name, forKey: .name)
        try record.encode(file.kind.mediaType, forKey: .kind)
        try record.encode(file.bytes, forKey: .bytes)
        try record.encode(file.sha256, forKey: .sha256)
    }
}
