/// Takes a text apart: into words, and sentences of them.
struct WordScanner {
    /// What ends a sentence.
    enum End {
        /// A full stop, a question mark or an exclamation mark.
        case stop
        /// The end of the line.
        case line
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Adds the words of the next sentence, and tells what ends it. Nil at the end of the text.
    mutating func next(_ words: inout [Range<Int>]) -> End? {
        guard index < bytes.count else { return nil }
        while index < bytes.count {
            let length = letterLength(at: index)
            if length > 0 {
                let start = index
                index += length
                skipWord()
                words.append(start..<index)
                continue
            }
            let byte = bytes[index]
            index += 1
            if byte == 0x0A { return .line }
            if isStop(byte), endsSentence() { return .stop }
        }
        return .line
    }

    private mutating func skipWord() {
        while index < bytes.count {
            let length = letterLength(at: index)
            if length > 0 {
                index += length
            } else if joinsWords(at: index), index + 1 < bytes.count, letterLength(at: index + 1) > 0 {
                index += 1
            } else {
                return
            }
        }
    }

    /// How many bytes of a word stand at an index: 0 for none, 3 for an apostrophe that is curled.
    private func letterLength(at index: Int) -> Int {
        switch bytes[index] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 1
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
            // Of the general punctuation only the apostrophe belongs to words.
            return bytes[index + 2] == 0x99 ? 3 : 0
        case 0x80...0xBF: return isPunctuation(continuedAt: index) ? 0 : 1
        case 0xC3...0xFF: return 1
        default: return 0
        }
    }

    /// Whether a byte goes on with a character of the general punctuation, such as a dash.
    private func isPunctuation(continuedAt index: Int) -> Bool {
        (index >= 1 && bytes[index - 1] == 0xE2 && bytes[index] == 0x80)
            || (index >= 2 && bytes[index - 2] == 0xE2 && bytes[index - 1] == 0x80)
    }

    /// Hyphens, apostrophes and the points of numbers.
    private func joinsWords(at index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","): true
        default: false
        }
    }

    private func isStop(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    /// Whether what follows a stop begins a sentence: after a space, and not with a small letter as after "e.g.".
    private func endsSentence() -> Bool {
        var index = index
        while index < bytes.count, isStop(bytes[index]) || isClosing(bytes[index]) { index += 1 }
        guard index < bytes.count else { return true }
        guard bytes[index] == 0x20 || bytes[index] == 0x0A else { return bytes[index] >= 0x80 }
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return index == bytes.count || !(0x61...0x7A).contains(bytes[index])
    }

    private func isClosing(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}
