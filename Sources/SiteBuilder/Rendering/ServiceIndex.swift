import ContentLoader
import Forms
import SiteModel
import TemplateEngine

/// The A–Z of a site: every service by its title and by the other words that people look for.
enum ServiceIndex {
    struct Letter: Hashable, Sendable {
        let name: String
        let items: [PageView.Item]
    }

    static func letters(of edition: Edition, in language: Language) -> [Letter] {
        let alphabet = Alphabet(of: language)
        var entries: [(key: [Int], letter: String, item: PageView.Item)] = []
        for service in edition.services where edition.page(at: service.page)?.list != .aToZ {
            guard let item = PageView.Item(service.page, in: language, edition) else { continue }
            // The other words are those of the site, whatever language the page is in.
            let others = (service.alsoKnownAs[language] ?? []).map { PageView.Item(title: $0, url: item.url) }
            for item in [item] + others {
                entries.append((alphabet.key(of: item.title), alphabet.firstLetter(of: item.title), item))
            }
        }
        entries.sort { one, other in
            one.key == other.key ? one.item.title < other.item.title : one.key.lexicographicallyPrecedes(other.key)
        }
        var letters: [Letter] = []
        for entry in entries {
            if let last = letters.last, last.name == entry.letter {
                letters[letters.count - 1] = Letter(name: last.name, items: last.items + [entry.item])
            } else {
                letters.append(Letter(name: entry.letter, items: [entry.item]))
            }
        }
        return letters
    }
}

extension TemplateValue {
    init(_ letter: ServiceIndex.Letter) {
        let id = letter.name == "#" ? "letter-other" : "letter-\(letter.name.lowercased())"
        self = ["letter": .text(letter.name), "id": .text(id), "items": TemplateValue(letter.items)]
    }
}

/// The order of the letters of a language. In Welsh `ch`, `dd`, `ff`, `ng`, `ll`, `ph`, `rh` and `th` are letters of
/// their own.
struct Alphabet {
    private let letters: [[UInt8]]

    init(of language: Language) {
        let order =
            switch language {
            case .english: "a b c d e f g h i j k l m n o p q r s t u v w x y z"
            case .welsh: "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z"
            }
        letters = order.split(separator: " ").map { Array($0.utf8) }
    }

    /// What texts are sorted by: the places of their letters in the alphabet. Spaces come first, accents do not count.
    func key(of text: String) -> [Int] {
        let bytes = Self.plain(text)
        var key: [Int] = []
        var index = 0
        while index < bytes.count {
            let (place, length) = letter(in: bytes, at: index)
            key.append(place)
            index += length
        }
        return key
    }

    /// The letter that a text is listed under; `#` where it begins with none.
    func firstLetter(of text: String) -> String {
        let bytes = Self.plain(text)
        guard !bytes.isEmpty else { return "#" }
        let (place, _) = letter(in: bytes, at: 0)
        guard place > 0, place <= letters.count else { return "#" }
        let name = String(decoding: letters[place - 1], as: UTF8.self)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// The place of the letter that begins at an index, from 1; 0 for whatever is none.
    private func letter(in bytes: [UInt8], at index: Int) -> (place: Int, length: Int) {
        for length in [2, 1] where index + length <= bytes.count {
            if let place = letters.firstIndex(of: Array(bytes[index..<(index + length)])) { return (place + 1, length) }
        }
        return (0, 1)
    }

    /// Lower case without accents.
    private static func plain(_ text: String) -> [UInt8] {
        let accents: [Character: Character] = [
            "â": "a", "á": "a", "à": "a", "ä": "a", "ê": "e", "é": "e", "è": "e", "ë": "e", "î": "i", "í": "i",
            "ï": "i",
            "ô": "o", "ó": "o", "ö": "o", "û": "u", "ú": "u", "ü": "u", "ŵ": "w", "ẁ": "w", "ẃ": "w", "ŷ": "y",
            "ỳ": "y",
            "ý": "y", "ç": "c", "ñ": "n",
        ]
        return Array(String(text.lowercased().map { accents[$0] ?? $0 }).utf8)
    }
}
