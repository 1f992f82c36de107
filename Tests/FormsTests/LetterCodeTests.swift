import Testing

@testable import Forms

@Suite struct LetterCodeTests {
    @Test(arguments: ["GWE", "AAA", "ZZZ"])
    func threeCapitalsAreACode(text: String) {
        #expect(LetterCode(rawValue: text)?.description == text)
    }

    @Test(arguments: ["", "GW", "GWEN", "gwe", "GWe", "G1E", "G E", "GW-", "GÉ", "ＧＷＥ", "[[[", "@@@"])
    func whatIsNotThreeCapitalsIsRefused(text: String) {
        #expect(LetterCode(rawValue: text) == nil)
    }

    @Test func aCodeIsAStringInJSONAndIsChecked() throws {
        let code = try #require(LetterCode(rawValue: "BUR"))
        let text = try JSONText.encode([code])
        #expect(text == #"["BUR"]"#)
        let back = try JSONText.decode([LetterCode].self, from: text)
        #expect(back == [code])
        #expect(throws: DecodingError.self) { try JSONText.decode([LetterCode].self, from: #"["bur"]"#) }
    }
}
