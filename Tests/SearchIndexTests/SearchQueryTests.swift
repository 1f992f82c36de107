import Testing

@testable import SearchIndex

@Suite struct SearchQueryTests {
    @Test(arguments: [
        ("Report a BURGLARY", ["report", "burglary"]),
        ("what's the victim's right?", ["victim", "right"]),
        ("o\u{2019}brien don\u{2019}t", ["brien", "don"]),
        ("tŷ'r heddlu", ["tŷ", "heddlu"]),
        ("'quoted' ''", ["quoted"]),
        ("theft theft Theft", ["theft"]),
        ("how do I", ["how", "do", "i"]),
        ("999/101,covid-19", ["999", "101", "covid", "19"]),
        ("car\u{AD}pet", ["carpet"]),
        ("\u{301} \u{302}", []),
        ("日本 αβγ", ["日本", "αβγ"]),
        ("", []), (" \n\t", []), ("\"*():^{}-+.,;<>", []),
        ("title:theft NEAR(a b)", ["title", "theft", "near", "b"]),
    ])
    func aTextIsReadAsWords(text: String, terms: [String]) {
        let query = SearchQuery(text)
        #expect(query.terms == terms)
        #expect(query.isEmpty == terms.isEmpty)
        #expect(!query.wasCut)
    }

    @Test func aTextOfMoreThan200ScalarsIsCut() {
        let text = String(repeating: "word ", count: 40)
        #expect(text.unicodeScalars.count == 200)
        #expect(SearchQuery(text).wasCut == false)
        let longer = SearchQuery(text + "x")
        #expect(longer.wasCut && longer.terms == ["word"])
    }

    @Test func moreThanTenTermsAreCut() {
        let words = (0..<11).map { "w\($0)" }
        #expect(SearchQuery(words.dropLast().joined(separator: " ")).wasCut == false)
        let query = SearchQuery(words.joined(separator: " "))
        #expect(query.wasCut && query.terms == words.dropLast())
    }

    @Test func stopWordsDoNotCountTowardsTheTerms() {
        let query = SearchQuery("what should i do when someone was at the door of my house and took a bike from me")
        #expect(query.terms == ["someone", "door", "house", "took", "bike"])
        #expect(!query.wasCut)
    }

    @Test func aWordOfMoreThan64ScalarsIsCut() {
        let word = String(repeating: "a", count: 64)
        #expect(SearchQuery(word).wasCut == false)
        let query = SearchQuery(word + "b")
        #expect(query.wasCut && query.terms == [word])
    }

    @Test(arguments: ["a", "a ", "e\u{301}", "'", "\u{301}", "👩‍👩‍👧"])
    func aTextOf10_000CharactersBecomesNoMoreThanTheFirst200(piece: String) {
        let query = SearchQuery(String(repeating: piece, count: 10_000))
        #expect(query.wasCut)
        #expect(query.terms.map(\.unicodeScalars.count).reduce(0, +) <= 200)
    }

    @Test func aQueryDoesNotTellWhatWasTyped() {
        #expect("\(SearchQuery("secret"))" == "SearchQuery")
    }
}
