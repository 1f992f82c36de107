import Testing

@testable import Forms

/// The three kinds that take text of any content: text, name and textarea.
@Suite struct TextQuestionTests {
    static let limitOfFive: [any QuestionBehaviour] = [
        TextQuestion(limit: 5), NameQuestion(limit: 5), TextareaQuestion(limit: 5),
    ]

    @Test(arguments: [[], [""], [" "], ["\t\r\n"], ["\u{A0}\u{2003}"], ["          "]] as [[String]])
    func nothingButWhiteSpaceIsNoAnswer(typed: [String]) throws {
        for kind in Self.limitOfFive {
            let judgement = try kind.judged(typed)
            #expect(judgement == .absent)
        }
    }

    /// The limit counts Unicode scalars, a line break being one however the browser sends it.
    @Test(arguments: ["a", "abcde", "ab\r\ncd", "ab\ncd", "a\r\r\nbc", "abce\u{301}", "👨‍👩‍👧", " a b ", "<b>\"'"])
    func textUpToTheLimitIsKeptAsTyped(typed: String) throws {
        for kind in Self.limitOfFive {
            let judgement = try kind.judged([typed])
            guard case .answered(.text(let kept)) = judgement else {
                Issue.record("not taken: \(judgement)")
                continue
            }
            #expect(Array(kept.utf8) == Array(typed.utf8))
        }
    }

    @Test(arguments: ["abcdef", "ab\r\ncde", "a\n\rbcd", "abcde\u{301}", "👨‍👩‍👧a", "  abc  "])
    func textBeyondTheLimitIsAFault(typed: String) throws {
        for kind in Self.limitOfFive {
            let judgement = try kind.judged([typed])
            #expect(judgement == .faulty([.init(.textTooLong, arguments: ["limit": "5"])]))
        }
    }

    @Test func theLimitInTheMessageIsGrouped() throws {
        let judgement = try TextareaQuestion(limit: 2_000).judged([String(repeating: "a", count: 2_001)])
        #expect(judgement == .faulty([.init(.textTooLong, arguments: ["limit": "2,000"])]))
    }

    @Test(
        arguments: [
            (.init(TextQuestion()), 200), (.init(NameQuestion()), 35), (.init(TextareaQuestion()), 2_000),
        ] as [(QuestionKind, Int)])
    func eachKindHasALimitOfItsOwn(kind: QuestionKind, limit: Int) throws {
        let longest = String(repeating: "a", count: limit)
        let atLimit = try kind.behaviour.judged([longest])
        let beyond = try kind.behaviour.judged([longest + "a"])
        #expect(atLimit == .answered(.text(longest)))
        #expect(beyond == .faulty([.init(.textTooLong, arguments: ["limit": limit.grouped])]))
    }
}
