/// A file that a citizen has added to a report under way.
package struct EntryFile: Sendable, Hashable, Codable {
    package let id: String
    /// The name on the citizen's device.
    package let name: String
    package let kind: FileKind
    package let bytes: Int

    package init(id: String, name: String, kind: FileKind, bytes: Int) {
        self.id = id
        self.name = name
        self.kind = kind
        self.bytes = bytes
    }
}

/// What one report may hold.
package enum EvidenceLimits {
    /// All files of a report, in bytes.
    package static let bytes = 500_000_000
    /// The most files of a report.
    package static let files = 20
}

/// Numbers of bytes as people read them.
package enum FileSize {
    /// `812 bytes`, `14KB`, `2.5MB`, `20MB`: in thousands, as shops and phones count.
    package static func text(_ bytes: Int) -> String {
        let units = [(1_000, "KB"), (1_000_000, "MB"), (1_000_000_000, "GB")]
        guard bytes >= 1_000 else { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
        // The next unit is the one for what would be a thousand of this one when it is rounded.
        let (unit, name) = units.first { (bytes + $0.0 / 2) / $0.0 < 1_000 } ?? units[2]
        let tenths = (bytes * 10 + unit / 2) / unit
        guard tenths < 100, tenths % 10 != 0 else { return "\((bytes + unit / 2) / unit)\(name)" }
        return "\(tenths / 10).\(tenths % 10)\(name)"
    }
}
