import Testing

@testable import Forms

@Suite struct TypedTextTests {
    @Test(
        arguments: [
            ("", ""), (" \t\r\n", ""), ("  a b  ", "a b"), ("\u{A0}a\u{2003}", "a"), ("a", "a"),
            (" \u{301}a", "\u{301}a"),
        ] as [(String, String)])
    func whiteSpaceGoesFromEitherEndOnly(typed: String, trimmed: String) {
        #expect(Array(typed.trimmed.unicodeScalars) == Array(trimmed.unicodeScalars))
    }

    @Test(
        arguments: [
            ("", 0), ("abc", 3), ("a\r\nb", 3), ("a\nb", 3), ("a\rb", 3), ("a\n\rb", 4), ("a\r\r\nb", 4),
            ("\r\n\r\n", 2),
            ("e\u{301}", 2), ("é", 1), ("👨‍👩‍👧", 5),
        ] as [(String, Int)])
    func lengthCountsScalarsAndALineBreakOnce(typed: String, length: Int) {
        #expect(typed.typedLength == length)
    }

    @Test(
        arguments: [
            (0, "0"), (35, "35"), (999, "999"), (1_000, "1,000"), (100_000, "100,000"), (1_234_567, "1,234,567"),
            (-999, "-999"), (-1_000, "-1,000"),
        ] as [(Int, String)])
    func thousandsAreGroupedByCommas(number: Int, text: String) {
        #expect(number.grouped == text)
    }
}
