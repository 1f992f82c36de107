import Forms
import Testing

@testable import SiteBuilder

@Suite struct AlphabetTests {
    @Test(
        arguments: [
            (.english, ["a", "B", "ch", "cz", "d", "dd", "de", "Éa", "ll", "lz", "z"]),
            (.english, ["", "a", "a b", "ab"]), (.english, ["Report", "Report a theft", "Reporting"]),
            (.welsh, ["cy", "Ch", "d", "dy", "dd", "e", "fy", "ff", "g", "gy", "ng", "h"]),
            (.welsh, ["ly", "Ll", "m", "py", "ph", "r", "Ry", "Rh", "s", "ty", "th", "u", "w", "ŵyn", "y", "ŷd", "Z"]),
            (.welsh, ["acy", "ach", "ad", "add"]), (.welsh, ["tan", "tân glo", "tano"]),
        ] as [(Language, [String])])
    func wordsAreInTheOrderOfTheAlphabet(language: Language, words: [String]) {
        let alphabet = Alphabet(of: language)
        let sorted = words.reversed().sorted { alphabet.key(of: $0).lexicographicallyPrecedes(alphabet.key(of: $1)) }
        #expect(sorted == words)
    }

    @Test func accentsAndCapitalsDoNotCount() {
        for (one, other) in [("Tŷ", "ty"), ("ÉCLAIR", "eclair"), ("siŵr", "siwr"), ("naïf", "naif")] {
            for language in Language.allCases {
                #expect(Alphabet(of: language).key(of: one) == Alphabet(of: language).key(of: other))
            }
        }
    }

    @Test(
        arguments: [
            (.english, "Theft", "T"), (.english, "llama", "L"), (.english, "Éclair", "E"), (.english, "101", "#"),
            (.english, "", "#"), (.english, "“Hello”", "#"), (.english, "ß", "#"), (.english, " a", "#"),
            (.welsh, "Theft", "Th"), (.welsh, "LLYFR", "Ll"), (.welsh, "chwarae", "Ch"), (.welsh, "ddoe", "Dd"),
            (.welsh, "ffôn", "Ff"), (.welsh, "ngwlad", "Ng"), (.welsh, "pharc", "Ph"), (.welsh, "rhif", "Rh"),
            (.welsh, "tân", "T"), (.welsh, "Ŵyn", "W"), (.welsh, "l", "L"), (.welsh, "Yr Heddlu", "Y"),
        ] as [(Language, String, String)])
    func aTextIsListedUnderItsFirstLetter(language: Language, text: String, letter: String) {
        #expect(Alphabet(of: language).firstLetter(of: text) == letter)
    }
}
