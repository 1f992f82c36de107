/// Gives each heading of a page an id made of its words, unique in the page and the same in every build.
struct HeadingIDs {
    private var taken: Set<String> = []
    /// The number to try next for headings of the same words.
    private var numbers: [String: Int] = [:]
    private let prefix: String

    /// - Parameter prefix: What every id begins with: empty for a page, and the name of a block for its headings, so
    ///   that they cannot collide with those of the page that opens it.
    init(prefix: String = "") {
        self.prefix = prefix
    }

    mutating func id(for text: String) -> String {
        let words = text.utf8.allSatisfy { $0 < 0x80 } ? Self.asciiWords(of: text) : Self.words(of: text)
        let base = prefix + (words.isEmpty ? "section" : words)
        var id = base
        while !taken.insert(id).inserted {
            let number = numbers[base, default: 2]
            numbers[base] = number + 1
            id = "\(base)-\(number)"
        }
        return id
    }

    /// Letters and digits in lower case, with a hyphen for whatever stands between them; apostrophes vanish.
    private static func asciiWords(of text: String) -> String {
        var words: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: words.append(byte)
            case 0x41...0x5A: words.append(byte | 0x20)
            case UInt8(ascii: "'"): break
            default: if let last = words.last, last != UInt8(ascii: "-") { words.append(UInt8(ascii: "-")) }
            }
        }
        if words.last == UInt8(ascii: "-") { words.removeLast() }
        return String(decoding: words, as: UTF8.self)
    }

    private static func words(of text: String) -> String {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(scalar)
            } else if scalar != "'" && scalar != "’" && !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.joined(separator: "-")
    }
}
