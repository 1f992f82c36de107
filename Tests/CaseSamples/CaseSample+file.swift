import TestSupport

extension CaseSample {
    /// The length of the longest file, in bytes.
    private static let longestFile = 300_000

    /// The bytes of its file; nil where it has none. Every fourth file is empty.
    package var file: [UInt8]? {
        guard hasFile else { return nil }
        guard Self.hasBytes(number) else { return [] }
        var generator = SeededGenerator(seed: ~UInt64(truncatingIfNeeded: number))
        let length = Int.random(in: 1...Self.longestFile, using: &generator)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 8)
        while bytes.count < length {
            withUnsafeBytes(of: generator.next().littleEndian) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(length))
    }

    /// Whether the sample of that number has a file where samples have files at all.
    package static func hasFile(_ number: Int) -> Bool { number.isMultiple(of: 10) }

    /// Whether that file is not empty.
    package static func hasBytes(_ number: Int) -> Bool { hasFile(number) && !(number / 10).isMultiple(of: 4) }
}
