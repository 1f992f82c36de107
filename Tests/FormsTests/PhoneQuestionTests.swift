import Testing

@testable import Forms

@Suite struct PhoneQuestionTests {
    /// A local number does not say where it is.
    @Test(
        arguments: [
            ("01632 960 001", "+441632960001"), ("(01632) 960001", "+441632960001"),
            ("+44 808 157 0192", "+448081570192"), ("+44 (0)808 157 0192", "+448081570192"),
            ("0033 1 99 00 12 34", "+33199001234"), ("01632-960-001", "+441632960001"),
            ("07700.900982", "+447700900982"), ("9600010", nil), ("123456789012345", nil),
        ] as [(String, String?)])
    func aNumberIsKeptAsItWasTypedAndAsItIsDialledFromAnywhere(typed: String, number: String?) throws {
        let judgement = try PhoneQuestion().judged([typed])
        let withSpace = try PhoneQuestion().judged(["  \(typed)\t"])
        var answer = ["typed": typed]
        answer["number"] = number
        #expect(judgement == .answered(.group(answer)))
        #expect(withSpace == .answered(.group(answer)))
    }

    /// The outermost have a digit too few and a digit too many.
    @Test(arguments: [
        "960001", "+", "call me", "01632 960001 ext 5", "01632/960001", "01632\n960001", "٠١٦٣٢٩٦٠٠٠١",
        "1234567890123456",
    ])
    func whatIsNoNumberIsAFault(typed: String) throws {
        let judgement = try PhoneQuestion().judged([typed])
        #expect(judgement == .faulty([.init(.phoneMalformed)]))
    }

    @Test(arguments: ["", "   ", "\r\n"])
    func nothingTypedIsNoAnswer(typed: String) throws {
        let judgement = try PhoneQuestion().judged([typed])
        #expect(judgement == .absent)
    }
}
