extension CaseSample {
    /// The length of the longest file, in bytes.
    private static let longestFile = 300_000

    /// The bytes of its file; nil where it has none. Every fourth file is empty.
    package var file: [UInt8]? {
        guard hasFile else { return nil }
        guard hasBytes else { return [] }
        var generator = SampleRandom(seed: ~UInt64(truncatingIfNeeded: number))
        let length = Int.random(in: 1...Self.longestFile, using: &generator)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 8)
        while bytes.count < length {
            withUnsafeBytes(of: generator.next().littleEndian) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(length))
    }

    /// Whether it has a file that is not empty.
    package var hasBytes: Bool { hasFile && !(number / 10).isMultiple(of: 4) }
}
