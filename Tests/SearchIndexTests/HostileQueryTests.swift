import Forms
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct HostileQueryTests {
    private static let pages = [
        SamplePage("/theft/", "Theft", body: "NEAR the title AND the body, NOT a column."),
        SamplePage("/lladrad/", "Lladrad", body: "Riportio lladrad.", language: .welsh),
    ]

    @Test(arguments: [
        "theft\"", "\"theft", "theft*", "*theft", "(theft", "theft)", "^theft", "theft AND", "OR theft", "theft NOT",
        "title:theft", "{title body}:theft", "- title : theft", "NEAR(theft title, 2)", "theft\" OR \"zebra",
        "theft'; DROP TABLE place; --", "theft\u{0}", "theft\u{2}\u{3}", "theft \\", "theft % _ ?", "+theft+",
    ])
    func whatMeansSomethingToFTS5IsReadAsWords(query: String) async throws {
        try await withIndex(of: Self.pages) { index in
            let urls = try await index.urls(query)
            #expect(urls == ["/theft/"])
            let after = try await index.urls("theft")
            #expect(after == ["/theft/"])
        }
    }

    @Test(arguments: ["\"", "*", "\"\"", "()", "NEAR(", "title:", "zebra OR", ":", "zebra\" OR \"xylophone"])
    func noSyntaxFindsWhatTheWordsDoNot(query: String) async throws {
        let pages = [SamplePage("/theft/", "Theft", body: "We look into it.")]
        let urls = try await withIndex(of: pages) { try await $0.urls(query) }
        #expect(urls.isEmpty)
    }

    @Test func aThousandRandomQueriesAreAnswered() async throws {
        let pieces = [
            "theft", "lladrad", "a", "ŷ", "y\u{302}", "\u{301}", "'", "\u{2019}", "\u{2BC}", "\"", "*", "(", ")", ":",
            "^", "-", "+", "{", "}", ",", " ", "  ", " AND ", " OR ", " NOT ", "NEAR(", "title:", "\u{0}", "\u{2}",
            "\u{3}", "\u{AD}", "\u{2061}", "\u{10FFFF}", "\u{1E030}", "½", "日本", "ng", "ll", "g", "ing", "1", "👮", "%",
            "\\",
        ]
        var generator = SeededGenerator(seed: 20)
        let queries = (0..<1_000).map { _ in
            let count = Int.random(in: 0...60, using: &generator)
            return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        }
        try await withIndex(of: Self.pages) { index in
            for (number, query) in queries.enumerated() {
                let found = try await index.find(query, in: number.isMultiple(of: 2) ? .english : .welsh)
                #expect(found.results.count == min(found.total, 10), "\(query)")
            }
        }
    }

    @Test func theLargestQueryIsAnswered() async throws {
        let text = (0..<10).map { "glanaf\($0)aaaaaaaaaaa" }.joined(separator: " ")
        let query = text + " " + String(repeating: "x", count: 10_000)
        let urls = try await withIndex(of: Self.pages) { try await $0.urls(query, in: .welsh) }
        #expect(urls.isEmpty)
    }
}
