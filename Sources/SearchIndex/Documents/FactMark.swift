/// Stands in a text for a fact that differs between forces, so that forces whose pages differ in nothing else share one
/// document.
///
/// A mark is made of characters of Unicode's category Cf. The unicode61 tokenizer of FTS5 takes them for separators, so
/// a mark is no word of the index, and what it stands for cannot be searched. In a document the bits between the outer
/// characters are those of the fact's name; in the file, those of its number, which takes less room.
package enum FactMark {
    private static let opening: Unicode.Scalar = "\u{2061}"
    private static let zero: Unicode.Scalar = "\u{2062}"
    private static let one: Unicode.Scalar = "\u{2063}"
    private static let closing: Unicode.Scalar = "\u{2064}"

    /// The mark of a fact, such as `force.name`.
    package static func text(of name: String) -> String {
        mark(name.utf8.flatMap { byte in (0..<8).reversed().map { byte >> $0 & 1 == 1 } })
    }

    static func text(ofNumber number: Int) -> String {
        mark(String(number, radix: 2).utf8.map { $0 == UInt8(ascii: "1") })
    }

    /// A text as it stands in the file: numbers in the place of names. What is no whole mark is left out.
    ///
    /// - Parameter numbers: The numbers of the names that have been met, which those of the text join.
    static func numbered(_ text: String, _ numbers: inout [String: Int]) -> String {
        guard mayHoldMarks(text) else { return text }
        return replacing(in: text) { bits in
            let name = name(bits)
            let number = numbers[name] ?? numbers.count + 1
            numbers[name] = number
            return Self.text(ofNumber: number)
        }
    }

    /// Whether a byte of the text could begin one of the four characters: nearly no text has one.
    private static func mayHoldMarks(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.dropLast(2).contains { bytes[$0] == 0xE2 && bytes[$0 + 1] == 0x81 }
        }
    }

    /// A text of the file with what its marks stand for.
    static func filled(_ text: String, _ values: [Int: String]) -> String {
        replacing(in: text) { values[number($0)] ?? "" }
    }

    private static func mark(_ bits: [Bool]) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(opening)
        scalars.append(contentsOf: bits.map { $0 ? one : zero })
        scalars.append(closing)
        return String(scalars)
    }

    private static func name(_ bits: [Bool]) -> String {
        let bytes = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start...].prefix(8).reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func number(_ bits: [Bool]) -> Int {
        bits.reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }

    /// Walks over bytes: nearly all of a text is copied as it is.
    private static func replacing(in text: String, with replacement: ([Bool]) -> String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var bits: [Bool]?
        var index = 0
        while index < bytes.count {
            // U+2061 to U+2064 are E2 81 A1 to E2 81 A4.
            guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x81,
                (0xA1...0xA4).contains(bytes[index + 2])
            else {
                bits = nil
                result.append(bytes[index])
                index += 1
                continue
            }
            switch bytes[index + 2] {
            case 0xA1: bits = []
            case 0xA2: bits?.append(false)
            case 0xA3: bits?.append(true)
            default:
                if let bits { result += replacement(bits).utf8 }
                bits = nil
            }
            index += 3
        }
        return String(decoding: result, as: UTF8.self)
    }
}
