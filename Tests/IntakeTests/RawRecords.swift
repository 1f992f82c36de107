/// Records of FastCGI as bytes, right or wrong (FastCGI 1.0, section 3.3).
enum RawRecords {
    /// The types of records (section 8).
    enum Kind {
        static let begin: UInt8 = 1
        static let abort: UInt8 = 2
        static let end: UInt8 = 3
        static let parameters: UInt8 = 4
        static let standardInput: UInt8 = 5
        static let standardOutput: UInt8 = 6
        static let getValues: UInt8 = 9
        static let getValuesResult: UInt8 = 10
        static let unknownType: UInt8 = 11
    }

    /// How the record begins that ends request 1. All of the answer has come when this has.
    static let endOfFirst = "\u{1}\u{3}\u{0}\u{1}\u{0}\u{8}\u{0}\u{0}"

    static func record(_ kind: UInt8, _ id: UInt16 = 1, _ content: [UInt8] = [], padding: UInt8 = 0) -> [UInt8] {
        let length = UInt16(truncatingIfNeeded: content.count)
        var bytes: [UInt8] = [1, kind]
        bytes += [UInt8(id >> 8), UInt8(id & 0xFF), UInt8(length >> 8), UInt8(length & 0xFF), padding, 0]
        bytes += content
        bytes += [UInt8](repeating: 0xEE, count: Int(padding))
        return bytes
    }

    static func begin(_ id: UInt16 = 1, role: UInt16 = 1, keep: Bool = false, padding: UInt8 = 0) -> [UInt8] {
        let content: [UInt8] = [UInt8(role >> 8), UInt8(role & 0xFF), keep ? 1 : 0, 0, 0, 0, 0, 0]
        return record(Kind.begin, id, content, padding: padding)
    }

    /// A stream, record by record, with the empty one that ends it.
    ///
    /// - Parameter piece: How long the content of a record may be.
    static func stream(
        _ kind: UInt8, _ id: UInt16 = 1, _ bytes: [UInt8], piece: Int = 65_535, padding: UInt8 = 0
    ) -> [[UInt8]] {
        let starts = stride(from: 0, to: bytes.count, by: piece)
        let records = starts.map { start in
            record(kind, id, Array(bytes[start..<min(start + piece, bytes.count)]), padding: padding)
        }
        return records + [record(kind, id, padding: padding)]
    }

    /// Name-value pairs (section 3.4).
    static func pairs(_ pairs: [(name: String, value: String)]) -> [UInt8] {
        pairs.flatMap { pair in
            length(pair.name.utf8.count) + length(pair.value.utf8.count) + Array(pair.name.utf8)
                + Array(pair.value.utf8)
        }
    }

    /// The names of pairs whose lengths take one byte each.
    static func names(in pairs: [UInt8]) -> [String] {
        var names: [String] = []
        var rest = pairs[...]
        while let nameLength = rest.popFirst(), let valueLength = rest.popFirst() {
            names.append(String(decoding: rest.prefix(Int(nameLength)), as: UTF8.self))
            rest = rest.dropFirst(Int(nameLength) + Int(valueLength))
        }
        return names
    }

    private static func length(_ length: Int) -> [UInt8] {
        guard length >= 0x80 else { return [UInt8(length)] }
        let four = UInt32(length) | 0x8000_0000
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: four >> $0) }
    }
}
