import Testing

@testable import Forms

@Suite struct WordsTests {
    @Test(
        arguments: [
            ("Enter {noun}", ["noun": "the date"], "Enter the date"),
            ("{Noun} must be {limit}", ["Noun": "It", "limit": "5"], "It must be 5"),
            ("{a}{a}", ["a": "x"], "xx"),
            ("{a} and {b}", ["a": "x"], "x and {b}"),
            ("{A}", ["a": "x"], "{A}"),
            ("no placeholder", ["a": "x"], "no placeholder"),
            ("{a} and {b", ["a": "x"], "x and {b"),
            ("a } b {a}", ["a": "x"], "a } b x"),
            ("{}", ["a": "x"], "{}"),
            ("{a}", ["a": ""], ""),
            ("{a} {b}", ["a": "{b}", "b": "x"], "{b} x"),
            ("{a}", [:], "{a}"),
        ] as [(String, [String: String], String)])
    func placeholdersAreFilledOnce(pattern: String, arguments: [String: String], text: String) {
        let words = Words(["key": pattern])
        #expect(words("key", arguments) == text)
    }

    @Test func aKeyWithoutWordsShowsItself() {
        let words = Words(["key": "text"])
        #expect(words("other.key") == "other.key")
        #expect(words("other.key", ["noun": "x"]) == "other.key")
    }

    @Test(arguments: FaultCode.allCases)
    func everyFaultHasAMessageThatIsRequired(code: FaultCode) {
        #expect(Words.required.contains("faults.\(code.rawValue)"))
    }

    @Test(arguments: Problem.allCases)
    func everyProblemHasWordsThatAreRequired(problem: Problem) {
        #expect(Words.required.contains("problems.\(problem.rawValue).title"))
        #expect(Words.required.contains("problems.\(problem.rawValue).text"))
        #expect((400...599).contains(problem.status))
    }

    @Test(arguments: [
        "options.yes", "options.no", "parts.day", "parts.month", "parts.year", "parts.line1", "parts.line2",
        "parts.town", "parts.postcode", "months.1", "months.12", "noun-default", "not-answered",
    ])
    func partsMonthsAndOptionsAreRequired(key: String) {
        #expect(Words.required.contains(key))
    }

    @Test func wordsAreOneFlatObjectInJSON() throws {
        let words = Words(["a.b": "x", "a.c": "y"])
        let text = try JSONText.encode(words)
        #expect(text == #"{"a.b":"x","a.c":"y"}"#)
        let back = try JSONText.decode(Words.self, from: text)
        #expect(back == words)
    }
}
