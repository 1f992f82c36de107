import Forms
import Testing

@testable import SearchIndex

@Suite struct WelshSearchTests {
    private static let pages = [
        SamplePage("/cy/bwrgleriaeth/", "Bwrgleriaeth", body: "Riportio lladrad o dŷ.", language: .welsh),
        SamplePage("/cy/y-fwrgleriaeth/", "Ar ôl y fwrgleriaeth", body: "Beth nesaf?", language: .welsh),
        SamplePage("/cy/gardd/", "Offer o'r ardd", body: "Mae'n digwydd yn y gwanwyn.", language: .welsh),
        SamplePage("/cy/fraud/", "Fraud", body: "Tell us about fraud.", language: .english, site: .welsh),
        SamplePage("/fraud/", "Fraud", body: "Tell us about fraud.", language: .english),
        SamplePage("/burglary/", "Burglary", language: .english),
    ]

    @Test(arguments: [
        ("bwrgleriaeth", ["/cy/bwrgleriaeth/", "/cy/y-fwrgleriaeth/"]),
        ("fwrgleriaeth", ["/cy/y-fwrgleriaeth/", "/cy/bwrgleriaeth/"]),
        ("fwrgl", ["/cy/bwrgleriaeth/", "/cy/y-fwrgleriaeth/"]),
        ("gardd", ["/cy/gardd/"]), ("ngardd", ["/cy/gardd/"]), ("ladrad", ["/cy/bwrgleriaeth/"]),
        ("dŷ", ["/cy/bwrgleriaeth/"]), ("dy\u{302}", ["/cy/bwrgleriaeth/"]), ("dy", ["/cy/bwrgleriaeth/"]),
        ("dŷ'r", ["/cy/bwrgleriaeth/"]), ("wanwyn", ["/cy/gardd/"]),
    ])
    func aWelshPageIsFoundByAnyMutationOfItsWords(query: String, urls: [String]) async throws {
        let found = try await withIndex(of: Self.pages) { try await $0.urls(query, in: .welsh) }
        #expect(found == urls)
    }

    @Test func aWelshSiteFindsEnglishPagesThatHaveNoTwinAndNoOthers() async throws {
        try await withIndex(of: Self.pages) { index in
            let found = try await index.find("fraud", in: .welsh)
            #expect(found.total == 1)
            let result = try #require(found.results.first)
            #expect(result.url == "/cy/fraud/" && result.language == .english)
            let english = try await index.urls("burglary", in: .welsh)
            #expect(english.isEmpty)
        }
    }

    @Test func anEnglishSiteKnowsNoWelsh() async throws {
        try await withIndex(of: Self.pages) { index in
            let english = try await index.urls("fraud")
            #expect(english == ["/fraud/"])
            let welsh = try await index.urls("bwrgleriaeth")
            #expect(welsh.isEmpty)
        }
    }

    @Test func bothLanguagesAreMergedByScore() async throws {
        let pages = [
            SamplePage("/cy/fisa/", "Teithio", body: "Mae angen fisa neu visa arnoch chi.", language: .welsh),
            SamplePage("/cy/visa/", "Visa", keywords: ["visa"], language: .english, site: .welsh),
        ]
        let urls = try await withIndex(of: pages) { try await $0.urls("visa", in: .welsh) }
        #expect(urls == ["/cy/visa/", "/cy/fisa/"])
    }
}
