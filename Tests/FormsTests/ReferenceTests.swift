import Testing

@testable import Forms

@Suite struct ReferenceTests {
    /// Twelve values and their check symbol, computed with another implementation of the rule.
    @Test(
        arguments: [
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0),
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 2),
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16], 5),
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], 4),
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1], 6),
            ([31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31], 24),
            ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 11),
        ] as [([UInt8], UInt8)])
    func checkSymbolFollowsTheRule(values: [UInt8], symbol: UInt8) {
        #expect(CheckSymbol.of(values) == symbol)
    }

    @Test func aReferenceReadsAsItIsWritten() throws {
        var generator = SystemRandomNumberGenerator()
        let (force, form) = try codes()
        for _ in 0..<1_000 {
            let reference = Reference(force: force, form: form, using: &generator)
            let pattern = #/^[A-Z]{3}-[A-Z]{3}(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z]$/#
            #expect(reference.description.wholeMatch(of: pattern) != nil)
            #expect(Reference(reference.description) == reference)
        }
    }

    @Test func everyWrongSymbolAndEverySwapOfNeighboursIsRefused() throws {
        var generator = SystemRandomNumberGenerator()
        let (force, form) = try codes()
        for _ in 0..<1_000 {
            let symbols = Array(Reference(force: force, form: form, using: &generator).description)
            let places = symbols.indices.filter { $0 >= 8 && symbols[$0] != "-" }
            for place in places {
                for other in CrockfordBase32.alphabet {
                    var wrong = symbols
                    wrong[place] = Character(Unicode.Scalar(other))
                    if wrong != symbols { #expect(Reference(String(wrong)) == nil) }
                }
            }
            for (first, second) in zip(places, places.dropFirst()) where symbols[first] != symbols[second] {
                var swapped = symbols
                swapped.swapAt(first, second)
                #expect(Reference(String(swapped)) == nil)
            }
        }
    }

    @Test func peopleMayWriteItTheirWay() throws {
        let written = "GWE-BUR-0000-0000-0001-2"
        let reference = try #require(Reference(written))
        for typed in [
            "gwe-bur-0000-0000-0001-2", "GWEBUR00000000000 12", " gwe bur oooo OOOO oooi 2 ",
            "GWE-BUR-0000-0000-000L-2",
        ] {
            #expect(Reference(forgiving: typed) == reference)
        }
        #expect(Reference("gwe-bur-0000-0000-0001-2") == nil, "strictly it is written in capitals")
    }

    @Test(arguments: [
        "", "GWE-BUR", "GWE-BUR-0000-0000-0001-3", "GW1-BUR-0000-0000-0001-2", "GWE-BUR-0000-0000-000U-2",
    ])
    func whatIsNoReferenceIsRefused(text: String) {
        #expect(Reference(forgiving: text) == nil)
    }

    private func codes() throws -> (LetterCode, LetterCode) {
        (try #require(LetterCode(rawValue: "GWE")), try #require(LetterCode(rawValue: "BUR")))
    }
}
