import Testing

@testable import Forms

@Suite struct PhoneQuestionTests {
    @Test(arguments: [
        "01632 960 001", "(01632) 960001", "+44 808 157 0192", "01632-960-001", "07700.900982", "9600010",
        "123456789012345",
    ])
    func aNumberIsKeptAsItWasTyped(typed: String) throws {
        let judgement = try PhoneQuestion().judged([typed])
        let withSpace = try PhoneQuestion().judged(["  \(typed)\t"])
        #expect(judgement == .answered(.text(typed)))
        #expect(withSpace == .answered(.text(typed)))
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
