/// The registration number of a vehicle, British or foreign, in capitals and without needless spaces.
package struct RegistrationQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.registration
    /// The shortest and the longest number, in letters and digits: also those of other countries.
    static let length = 2...10

    package init() {}

    package var missing: FaultCode { .textMissing }
    package var schema: SchemaNode { ["type": "string", "pattern": "^[A-Z0-9]{2,7}( [A-Z0-9]{3})?$|^[A-Z0-9]{2,10}$"] }

    /// The number of a car of today gets its one space: `AB12 CDE`. Others are kept without any.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let text = typed.value.trimmed
        guard !text.isEmpty else { return .absent }
        let symbols = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
            .map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
        let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard Self.length.contains(symbols.count), symbols.allSatisfy({ isLetter($0) || isDigit($0) }) else {
            return .faulty([.init(.registrationMalformed)])
        }
        let isCurrent =
            symbols.count == 7 && symbols[0..<2].allSatisfy(isLetter) && symbols[2..<4].allSatisfy(isDigit)
            && symbols[4...].allSatisfy(isLetter)
        let halves = isCurrent ? [symbols[..<4], symbols[4...]] : [symbols[...]]
        return .answered(.text(halves.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")))
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        [["": ["AB12 CDE"]]]
    }
}
