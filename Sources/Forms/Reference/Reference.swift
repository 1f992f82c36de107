/// The name of a case that a citizen is given: `GWE-BUR-7K3M-Q9ZT-01VX-8`.
///
/// The codes of force and form, twelve random symbols of Crockford's base 32 (60 bits) in fours, and a check symbol
/// over the twelve. A reference is never sequential and never a credential.
package struct Reference: Sendable, Hashable {
    package let force: LetterCode
    package let form: LetterCode
    /// Twelve values below 32.
    private let values: [UInt8]

    static let length = 12

    /// Draws a new reference.
    package init(force: LetterCode, form: LetterCode, using generator: inout some RandomNumberGenerator) {
        self.force = force
        self.form = form
        // One draw for all of them: the generator of the system asks the kernel each time.
        let bits = generator.next() as UInt64
        values = (0..<Self.length).map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 5)) & 31 }
    }

    /// Reads a reference exactly as it is written.
    ///
    /// Nil where the pattern or the check symbol is wrong.
    package init?(_ text: String) {
        guard let reference = Reference(forgiving: text), reference.description == text else { return nil }
        self = reference
    }

    /// Reads a reference as people copy it: case, spaces and hyphens do not matter, O is read as 0, I and L as 1.
    ///
    /// Nil where the pattern or the check symbol is wrong.
    package init?(forgiving text: String) {
        let symbols = text.utf8.filter { ![0x20, 0x2D, 0x09, 0x0A, 0x0D].contains($0) }
            .map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
        guard symbols.count == 6 + Self.length + 1,
            let force = LetterCode(rawValue: String(decoding: symbols[..<3], as: UTF8.self)),
            let form = LetterCode(rawValue: String(decoding: symbols[3..<6], as: UTF8.self))
        else { return nil }
        let values = symbols[6...].compactMap(CrockfordBase32.value)
        guard values.count == Self.length + 1, CheckSymbol.of(values.dropLast()) == values.last else { return nil }
        self.force = force
        self.form = form
        self.values = values.dropLast()
    }
}

extension Reference: CustomStringConvertible {
    package var description: String {
        let symbols = (values + [CheckSymbol.of(values)]).map { CrockfordBase32.alphabet[Int($0)] }
        let groups = stride(from: 0, to: symbols.count, by: 4).map { start in
            String(decoding: symbols[start..<min(start + 4, symbols.count)], as: UTF8.self)
        }
        return ([force.rawValue, form.rawValue] + groups).joined(separator: "-")
    }
}
