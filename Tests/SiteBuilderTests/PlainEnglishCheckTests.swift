import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilder

/// What authors are told of texts that are hard to read.
@Suite struct PlainEnglishCheckTests {
    private static let rules = """
        longest-sentence: 8
        reading-ease: 60
        say-instead: { perpetrator: the person who did it, in order to: to }
        """

    private static func run(_ changes: [String: String?]) async throws -> SmallSite.Run {
        try await SmallSite.run(changes.merging(["plain-english.yml": rules]) { own, _ in own })
    }

    static let cases: [(what: String, changes: [String: String?], fault: String)] = [
        (
            "jargon in a page",
            ["national/other.md": SmallSite.page("Other", body: "One.\n\nAsk **the** perpetrator.")],
            "Content/national/other.md:6:13: 'perpetrator' is jargon | say 'the person who did it', or explain it and "
                + "name it under 'explains'"
        ),
        (
            "jargon behind a slot on its line",
            ["national/other.md": SmallSite.page("Other", body: "Ask {{force.name}} in order to win.")],
            "Content/national/other.md:4:20: 'in order to' is jargon | say 'to', or explain it and name it under "
                + "'explains'"
        ),
        (
            "a long sentence",
            ["national/other.md": SmallSite.page("Other", body: "Short. This one has two words too many in it.")],
            "Content/national/other.md:4:8: 9 words are in the sentence that begins with 'This one has two' | make two "
                + "of it, or a list: 8 words are enough"
        ),
        (
            "a long description",
            ["national/other.md": SmallSite.page("Other", keys: ["description: a b c d e f g h i"], body: "x")],
            "Content/national/other.md:2:1: 9 words are in the sentence that begins with 'a b c d' | make two of it, or "
                + "a list: 8 words are enough"
        ),
        (
            "jargon in a form",
            [
                "national/report/theft.md": SmallSite.theft.replacing(
                    "What was it?", with: "What did the perpetrator take?")
            ],
            "Content/national/report/theft.md:20:11: 'perpetrator' is jargon | say 'the person who did it', or explain "
                + "it and name it under 'explains'"
        ),
        (
            "jargon in a block",
            [
                "national/other.md": SmallSite.page("Other", body: "{{> block:desk}}"),
                "forces/kent/blocks/desk.md": "Perpetrators!",
            ],
            "Content/forces/kent/blocks/desk.md:1:1: 'perpetrator' is jargon | say 'the person who did it', or explain "
                + "it and name it under 'explains'"
        ),
        (
            "jargon in a string",
            [
                "strings.en.yml":
                    SmallSite.strings(language: "English").replacing("\"check.title\"", with: "In order to check")
            ],
            "Content/strings.en.yml:5:14: 'in order to' is jargon | say 'to'"
        ),
    ]

    @Test(arguments: cases)
    func whatIsHardToReadIsToldWithItsPlace(what: String, changes: [String: String?], fault: String) async throws {
        let run = try await Self.run(changes)
        #expect(run.faults.contains { $0.hasPrefix(fault) }, "\(what): \(run.faults)")
        #expect(!run.report.hasErrors)
    }

    @Test func whatIsExplainedIsNoJargon() async throws {
        let page = SmallSite.page("Other", keys: ["explains: [perpetrator]"], body: "A perpetrator does it.")
        #expect(try await Self.run(["national/other.md": page]).faults == [])
    }

    @Test func codeAndAddressesAreNotRead() async throws {
        let page = SmallSite.page("Other", body: "`perpetrator` [x](https://e.org/perpetrator)")
        #expect(try await Self.run(["national/other.md": page]).faults == [])
    }

    @Test func aPageOfLongWordsIsToldOf() async throws {
        let words = String(
            repeating: "Considerable administrative complications necessitate reconsideration. ", count: 21)
        let run = try await Self.run(["national/other.md": SmallSite.page("Other", body: words)])
        #expect(run.faults.count == 1 && run.faults[0].contains("the page is hard to read: its reading ease is -"))
    }

    @Test func withoutRulesNothingIsSaid() async throws {
        let page = SmallSite.page("Other", body: "A perpetrator does this and that and many more things.")
        #expect(try await SmallSite.run(["national/other.md": page]).faults == [])
    }
}
