import Testing

@testable import Forms

@Suite struct RegistrationQuestionTests {
    @Test(
        arguments: [
            ("AB12 CDE", "AB12 CDE"), ("ab12cde", "AB12 CDE"), (" a b-1 2 c-d e\t", "AB12 CDE"),
            ("AB12 CDE\u{200D}", "AB12 CDE"), ("M 345 XYZ", "M345XYZ"), ("P123 ABC", "P123ABC"),
            ("ABC 123D", "ABC123D"),
            ("A1", "A1"), ("1 A", "1A"), ("AB1 CDE", "AB1CDE"), ("B-XY 1234", "BXY1234"), ("ABCDE12345", "ABCDE12345"),
            ("1234567", "1234567"),
        ] as [(String, String)])
    func aNumberIsKeptInCapitals(typed: String, kept: String) throws {
        let judgement = try RegistrationQuestion().judged([typed])
        #expect(judgement == .answered(.text(kept)))
    }

    @Test(arguments: [[], [""], [" "], ["\r\n"], ["\u{A0}\u{2003}"], ["\u{200B}"]] as [[String]])
    func nothingTypedIsNoAnswer(typed: [String]) throws {
        let judgement = try RegistrationQuestion().judged(typed)
        #expect(judgement == .absent)
    }

    /// The outermost have a symbol too few and a symbol too many.
    @Test(arguments: [
        "A", "-", "--", "AB.12", "AB12/CDE", "AB12\tCDE", "AB12\u{A0}CDE", "AB12 CDÉ", "AB12\u{301} CDE",
        "AB12 CDE\u{0}", "\u{0}", "АВ12 CDE", "AB١٢ CDE", "ＡＢ12 CDE", "AB12 CDE?", "👩👩", "ABCDE123456",
    ])
    func whatIsNoNumberIsAFault(typed: String) throws {
        let judgement = try RegistrationQuestion().judged([typed])
        #expect(judgement == .faulty([.init(.registrationMalformed)]))
    }

    @Test func anOverlongNumberIsAFault() throws {
        let judgement = try RegistrationQuestion().judged([String(repeating: "A", count: 100_000)])
        #expect(judgement == .faulty([.init(.registrationMalformed)]))
    }
}
