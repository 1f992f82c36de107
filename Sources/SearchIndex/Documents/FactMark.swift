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

    /// The names of the facts that a text has marks of.
    static func names(in text: String) -> Set<String> {
        var names: Set<String> = []
        _ = replacing(in: text) { bits in
            names.insert(name(bits))
            return ""
        }
        return names
    }

    /// A text as it stands in the file: numbers in the place of names. What is no whole mark is left out.
    static func numbered(_ text: String, _ numbers: [String: Int]) -> String {
        replacing(in: text) { bits in numbers[name(bits)].map(Self.text(ofNumber:)) ?? "" }
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

    private static func replacing(in text: String, with replacement: ([Bool]) -> String) -> String {
        var result = String.UnicodeScalarView()
        var bits: [Bool]?
        for scalar in text.unicodeScalars {
            switch scalar {
            case opening: bits = []
            case zero: bits?.append(false)
            case one: bits?.append(true)
            case closing:
                if let bits { result.append(contentsOf: replacement(bits).unicodeScalars) }
                bits = nil
            default:
                bits = nil
                result.append(scalar)
            }
        }
        return String(result)
    }
}
