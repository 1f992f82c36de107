/// Counts the syllables of English words by their spelling. It is wrong about one word in ten, both ways, which the
/// measure of a page evens out.
enum Syllables {
    /// At least 1. A number is one.
    static func count(in word: some RandomAccessCollection<UInt8>) -> Int {
        // Upper and lower case differ in one bit.
        let letters = word.map { $0 | 0x20 }.filter { (0x61...0x7A).contains($0) }
        var count = 0
        var isInVowels = false
        for letter in letters {
            let isVowel = isVowel(letter)
            if isVowel, !isInVowels { count += 1 }
            isInVowels = isVowel
        }
        if isSilent(endOf: letters) { count -= 1 }
        return max(1, count)
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    /// Whether the last vowel is written and not spoken: "made", "called", "times", but not "table", "wanted", "places".
    private static func isSilent(endOf letters: [UInt8]) -> Bool {
        guard letters.count > 2 else { return false }
        let last = letters[letters.count - 1]
        let before = letters[letters.count - 2]
        if last == UInt8(ascii: "e") {
            guard !isVowel(before) else { return false }
            return before != UInt8(ascii: "l") || isVowel(letters[letters.count - 3])
        }
        guard before == UInt8(ascii: "e"), letters.count > 3 else { return false }
        let third = letters[letters.count - 3]
        guard !isVowel(third) else { return false }
        switch last {
        case UInt8(ascii: "d"): return third != UInt8(ascii: "t") && third != UInt8(ascii: "d")
        case UInt8(ascii: "s"): return !"sxzcgh".utf8.contains(third)
        default: return false
        }
    }
}
