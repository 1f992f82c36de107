import Testing

@testable import Forms

@Suite struct EmailQuestionTests {
    @Test(
        arguments: [
            ("", .absent),
            (" \t", .absent),
            ("a@b.c", .answered(.text("a@b.c"))),
            (" name@example.com\r\n", .answered(.text("name@example.com"))),
            ("o'neil+police@mail.example.co.uk", .answered(.text("o'neil+police@mail.example.co.uk"))),
            ("siân@môr.cymru", .answered(.text("siân@môr.cymru"))),
        ] as [(String, Judgement)])
    func anAddressIsTakenWithoutTheSpaceAroundIt(typed: String, expected: Judgement) throws {
        let judgement = try EmailQuestion().judged([typed])
        #expect(judgement == expected)
    }

    @Test(arguments: [
        "name", "@", "name@", "@example.com", "name@example", "name@.com", "name@example.", "name@example..com",
        "name@@example.com", "a@b@example.com", "my name@example.com", "name@exam ple.com", "name@\u{A0}example.com",
        "na\u{0}me@example.com", "name\u{7F}@example.com", "x\r\nBcc: name@example.com", "name@\u{301}example.com",
    ])
    func whatLacksAPartOfAnAddressIsAFault(typed: String) throws {
        let judgement = try EmailQuestion().judged([typed])
        #expect(judgement == .faulty([.init(.emailMalformed)]))
    }

    /// RFC 5321 counts octets.
    @Test func anAddressHasAtMost254Bytes() throws {
        let host = "@example.com"
        let longest = String(repeating: "a", count: 254 - host.utf8.count) + host
        let atLimit = try EmailQuestion().judged([longest])
        let beyond = try EmailQuestion().judged(["a" + longest])
        let beyondInBytes = try EmailQuestion().judged(["é\(longest.dropFirst())"])
        #expect(atLimit == .answered(.text(longest)))
        #expect(beyond == .faulty([.init(.emailMalformed)]))
        #expect(beyondInBytes == .faulty([.init(.emailMalformed)]))
    }
}
