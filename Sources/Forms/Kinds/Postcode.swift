/// A full postcode of the United Kingdom, in capitals with one space before the last three symbols.
///
/// The pattern is that of BS 7666: one or two letters, a digit, perhaps a further digit or letter; then a digit and
/// two letters. Whether such a postcode is in use is not asked.
package struct Postcode: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// Reads forgivingly: case, spaces and full stops do not matter.
    package init?(_ typed: String) {
        let written = typed.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "." }
        let symbols = String(String.UnicodeScalarView(written)).utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
        guard (5...7).contains(symbols.count) else { return nil }
        let shape = symbols.map { byte -> Character in
            switch byte {
            case 0x41...0x5A: "A"
            case 0x30...0x39: "9"
            default: "?"
            }
        }
        let outward = String(shape.dropLast(3))
        let known = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"]
        let isGiro = symbols.elementsEqual("GIR0AA".utf8)
        guard String(shape.suffix(3)) == "9AA", known.contains(outward) || isGiro else { return nil }
        description =
            String(decoding: symbols.dropLast(3), as: UTF8.self) + " "
            + String(decoding: symbols.suffix(3), as: UTF8.self)
    }
}
