import Testing

@testable import SearchIndex

@Suite struct SearchTests {
    @Test func aTitleRanksAboveKeywordsAboveADescriptionAboveABody() async throws {
        let filler = "one two three four five six seven eight"
        let pages = [
            SamplePage("/body", "Body page", body: "Report theft here \(filler)"),
            SamplePage("/description", "Description page", description: "theft", body: "Report somewhere \(filler)"),
            SamplePage("/keywords", "Keyword page", keywords: ["theft"], body: "Report somewhere \(filler)"),
            SamplePage("/title", "Report theft", body: "Somewhere here page \(filler)"),
        ]
        let urls = try await withIndex(of: pages) { try await $0.urls("theft") }
        #expect(urls == ["/title", "/keywords", "/description", "/body"])
    }

    @Test func aWholeWordRanksAboveTheBeginningOfOne() async throws {
        let pages = [
            SamplePage("/begin", "Carpets", body: "carpet hire"), SamplePage("/other", "Vans", body: "van hire"),
            SamplePage("/whole", "Cars", body: "car hire"),
        ]
        let urls = try await withIndex(of: pages) { try await $0.urls("car") }
        #expect(urls == ["/whole", "/begin"])
    }

    private static let pages = [
        SamplePage("/burglary", "Burglaries", body: "We investigate burglaries and look for the burglar."),
        SamplePage("/died", "When someone has died"),
        SamplePage("/different", "A different matter", body: "Naïve café owners should read what's here."),
    ]

    @Test(arguments: [
        ("burglary", ["/burglary"]), ("BURGLARIES", ["/burglary"]), ("burgl", ["/burglary"]),
        ("bu", ["/burglary"]), ("investigating", ["/burglary"]), ("naive cafe", ["/different"]),
        ("NAI\u{308}VE CAFÉ", ["/different"]), ("owner's", ["/different"]), ("owner\u{2019}s", ["/different"]),
        ("burglar bur\u{AD}glary", ["/burglary"]), ("died", ["/died"]), ("the burglary", ["/burglary"]),
        ("zebra", []), ("the", ["/burglary"]), ("b", []), ("", []), ("?!", []),
    ])
    func aPageIsFound(query: String, urls: [String]) async throws {
        let found = try await withIndex(of: Self.pages) { try await $0.urls(query) }
        #expect(found == urls)
    }

    @Test func everyTermIsRequiredUnlessNoPageHasThemAll() async throws {
        try await withIndex(of: Self.pages) { index in
            let all = try await index.urls("different cafe")
            #expect(all == ["/different"])
            let any = try await index.urls("burglary different")
            #expect(Set(any) == ["/burglary", "/different"])
            let one = try await index.urls("burglary zebra")
            #expect(one == ["/burglary"])
        }
    }

    @Test func theTotalCountsWhatTheLimitLeavesOut() async throws {
        let pages = (0..<25).map { SamplePage("/theft/\($0)", "Theft \($0)") }
        try await withIndex(of: pages) { index in
            let found = try await index.find("theft", limit: 10)
            #expect(found.total == 25 && found.results.count == 10)
            let none = try await index.find("theft", limit: 0)
            #expect(none.total == 25 && none.results.isEmpty)
            let below = try await index.find("theft", limit: -1)
            #expect(below == none)
            let other = try await index.find("zebra")
            #expect(other == SearchResults(total: 0, results: []))
        }
    }

    @Test func aForceFindsOnlyWhatItShowsAndWhereItShowsIt() async throws {
        let pages = [
            SamplePage("/theft/", "Theft"), SamplePage("/a/theft/", "Theft", force: "kent"),
            SamplePage("/kent/", "Theft in Kent", force: "kent"),
        ]
        try await withIndex(of: pages) { index in
            let gwent = try await index.urls("theft")
            #expect(gwent == ["/theft/"])
            let kent = try await index.urls("theft", force: "kent")
            #expect(Set(kent) == ["/a/theft/", "/kent/"])
            let essex = try await index.urls("theft", force: "essex")
            #expect(essex.isEmpty)
        }
    }
}
