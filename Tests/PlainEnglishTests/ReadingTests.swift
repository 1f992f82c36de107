import TestSupport
import Testing

@testable import PlainEnglish

@Suite struct ReadingTests {
    @Test(
        arguments: [
            ("Call us. We come at once!", [2, 4]),
            ("Is anyone hurt? Call now", [3, 2]),
            ("Things, e.g. a phone, go. Then wait.", [5, 2]),
            ("It costs 2.50 a day", [5]),
            ("Do not (ever.) go in. “Stop!” Then call.", [5, 1, 2]),
            ("One line\nanother", [2, 1]),
            ("Don’t touch self-service tills – wait.", [5]),
            ("\u{FFFC} helps you.", [3]),
            ("...", []), ("", []),
        ] as [(String, [Int])])
    func sentencesAreCountedInWords(text: String, words: [Int]) {
        #expect(Reading(Array(text.utf8)).sentences.map(\.words) == words)
    }

    @Test func whatEndsWithoutAStopIsNoWholeSentence() {
        let sentences = Reading(Array("A heading\nA sentence. The end".utf8)).sentences
        #expect(sentences.map(\.isWhole) == [false, true, false])
    }

    @Test(
        arguments: [
            ("a", 1), ("made", 1), ("table", 2), ("called", 1), ("wanted", 2), ("places", 2), ("times", 1),
            ("police", 2),
            ("emergency", 4), ("the", 1), ("999", 1), ("whole", 1), ("victim", 2), ("reported", 3), ("Be", 1),
        ])
    func syllablesAreCountedBySpelling(word: String, count: Int) {
        #expect(Syllables.count(in: Array(word.utf8)) == count)
    }

    @Test func aPrimerIsEasierThanAStatute() throws {
        let primer = String(repeating: "The cat sat on the mat. It is a big cat. ", count: 12)
        let statute = String(
            repeating: "Notwithstanding the aforementioned obligation, the appropriate authority may "
                + "subsequently undertake supplementary investigatory procedures regarding allegations. ", count: 8)
        let easy = try #require(Reading(Array(primer.utf8)).ease)
        let hard = try #require(Reading(Array(statute.utf8)).ease)
        #expect(easy > 90 && hard < 0)
        #expect(Reading(Array("Too short to tell.".utf8)).ease == nil)
    }

    @Test(
        arguments: [
            ("The perpetrator ran.", ["perpetrator"]), ("Perpetrators ran.", ["perpetrator"]),
            ("Ask in respect of it.", ["in respect of"]), ("Ask in respect. Of it.", []),
            ("Ask in respect\nof it.", []), ("The IP called.", ["IP"]), ("The ip called.", []), ("IPs called.", []),
            ("The supererogatory perpetratorial act", []), ("", []),
        ] as [(String, [String])])
    func phrasesAreFound(text: String, found: [String]) {
        let phrases = PhraseList(["perpetrator", "in respect of", "IP"])
        #expect(Reading(Array(text.utf8), phrases: phrases).matches.map(\.phrase) == found)
    }

    @Test(arguments: [("deem it", 5..<12), ("deem  it", 5..<12), ("it so (sic)", 10..<10), ("it so.", 10..<15)])
    func aMatchTellsWhereItStands(phrase: String, range: Range<Int>) {
        let text = Array("They deem it so.".utf8)
        let found = Reading(text, phrases: PhraseList([phrase])).matches.map(\.range)
        #expect(found == (range.isEmpty ? [] : [range]))
    }

    /// Whatever the bytes, reading ends, and every place lies within the text.
    @Test func anyBytesAreRead() {
        var generator = SeededGenerator(seed: 0x5EED)
        let likely: [UInt8] = [0x20, 0x2E, 0xE2, 0x80, 0x99, 0x61]
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ -> UInt8 in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator)
                    : likely[Int.random(in: 0..<likely.count, using: &generator)]
            }
            let reading = Reading(bytes, phrases: PhraseList(["a b", "a!", "a  a"]))
            for match in reading.matches { #expect(match.range.upperBound <= bytes.count, "\(bytes)") }
            for sentence in reading.sentences {
                #expect(sentence.range.upperBound <= bytes.count && sentence.words > 0, "\(bytes)")
            }
        }
    }
}
