import TestSupport

/// Made-up words for what people tell. As in real text, a few are met all the time and most hardly ever: the search of
/// the store has as much to do as with real reports.
struct StoreWords: Sendable {
    private static let count = 2_000
    private static let syllables = [
        "al", "ber", "con", "dra", "el", "fen", "gar", "hol", "in", "jor", "kel", "lan", "mer", "nor", "ol", "pen",
    ]

    private let words: [[UInt8]]

    init() {
        let syllables = Self.syllables.map { Array($0.utf8) }
        words = (0..<Self.count).map { number in
            let ending = syllables[number / 16 % 16] + syllables[number % 16] + [UInt8(ascii: " ")]
            return number < 256 ? ending : syllables[number / 256] + ending
        }
    }

    /// A text of that many bytes, all of them ASCII.
    func text(length: Int, using random: inout SeededGenerator) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(length + 16)
        while text.count < length {
            // The product of two even chances leans towards the first words.
            let (one, other) = (random.next() >> 32, random.next() >> 32)
            let place = (one * other) >> 32
            text += words[Int((place * UInt64(words.count)) >> 32)]
        }
        return String(decoding: text.prefix(length), as: UTF8.self)
    }
}
