import Testing

@testable import SearchIndex

@Suite struct ExcerptTests {
    private static let long = (1...100).map { "word\($0)" }.joined(separator: " ")

    private func first(
        _ query: String, in page: SamplePage, facts: [String: String] = [:]
    ) async throws -> SearchResult {
        let found = try await withIndex(of: [page]) { try await $0.find(query, facts: facts) }
        return try #require(found.results.first)
    }

    @Test func whatMatchesIsMarkedInTheTitleAndTheExcerpt() async throws {
        let page = SamplePage("/", "Report a theft", body: "Thefts are <b>reported</b> here.")
        let result = try await first("theft", in: page)
        #expect(result.title.marked == "Report a [theft]")
        #expect(result.title.map(\.isMatch) == [false, true])
        #expect(result.excerpt.marked == "[Thefts] are <b>reported</b> here.")
    }

    @Test func theExcerptIsFromWhereTheMatchIs() async throws {
        let page = SamplePage("/", "Theft", description: "About stealing.", body: "\(Self.long) burglary \(Self.long)")
        #expect(try await first("stealing", in: page).excerpt.marked == "About [stealing].")
        let body = try await first("burglary", in: page).excerpt.marked
        #expect(body.contains("[burglary]") && body.hasPrefix("…") && body.hasSuffix("…"))
        #expect(body.split(separator: " ").count == 30)
    }

    @Test func whereOnlyTheTitleMatchesTheExcerptIsTheDescriptionOrTheBeginningOfTheBody() async throws {
        let described = SamplePage("/", "Theft", description: "About stealing.", body: Self.long)
        #expect(try await first("theft", in: described).excerpt.marked == "About stealing.")
        let excerpt = try await first("theft", in: SamplePage("/", "Theft", body: Self.long)).excerpt.marked
        #expect(excerpt.hasPrefix("word1 word2 ") && excerpt.hasSuffix("word30…"))
        #expect(try await first("theft", in: SamplePage("/", "Theft")).excerpt.isEmpty)
    }

    @Test func factsStandInTitleAndExcerptAsTheForceHasThem() async throws {
        let (name, phone) = (FactMark.text(of: "force.name"), FactMark.text(of: "phone"))
        let page = SamplePage(
            "/", "\(name): theft", description: "Call \(phone) after a theft, or visit \(name)'s office\(phone)")
        let result = try await first("theft", in: page, facts: ["force.name": "Heddlu Gwent", "phone": "101"])
        #expect(result.title.marked == "Heddlu Gwent: [theft]")
        #expect(result.excerpt.marked == "Call 101 after a [theft], or visit Heddlu Gwent's office101")
        let bare = try await first("theft", in: page, facts: ["phone": "999"])
        #expect(bare.title.marked == ": [theft]")
        #expect(bare.excerpt.marked == "Call 999 after a [theft], or visit 's office999")
    }

    @Test func aFactIsNoWordOfTheIndex() async throws {
        let mark = FactMark.text(of: "force.name")
        try await withIndex(of: [SamplePage("/", "Ask\(mark)theft", body: mark)]) { index in
            let found = try await index.find("theft")
            #expect(found.results.first?.title.marked == "Ask[theft]")
            #expect(found.results.first?.excerpt.isEmpty == true)
            let ask = try await index.urls("ask")
            #expect(ask == ["/"])
            let fact = try await index.urls("force")
            #expect(fact.isEmpty)
        }
    }

    @Test func marksThatAreNotWholeAreLeftOut() async throws {
        let mark = FactMark.text(of: "phone")
        let half = String(String.UnicodeScalarView(mark.unicodeScalars.dropLast()))
        let page = SamplePage("/", "The\u{2064}ft \u{2062}\(half)report \(mark)\u{2061}")
        #expect(try await first("report", in: page, facts: ["phone": "101"]).title.marked == "Theft [report] 101")
    }

    @Test func controlCharactersCannotPassForMatches() async throws {
        let page = SamplePage("/", "\u{2}A\u{3}\u{0}theft\n\n  \u{85}report\u{2028}", body: "bur\u{AD}glary")
        #expect(try await first("theft", in: page).title.marked == "A [theft] report")
        #expect(try await first("burglary", in: page).excerpt.marked == "[burglary]")
    }
}
