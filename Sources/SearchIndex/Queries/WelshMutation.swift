/// The forms that the first letters of a Welsh word take after other words: "bwrgleriaeth" is "fwrgleriaeth" after "y".
///
/// The `h` that some words put before a vowel is not among them.
enum WelshMutation {
    /// Words below this many letters are left as they are: they would be mistaken for too many others.
    private static let shortest = 3

    /// A first letter and what becomes of it: soft, nasal and aspirate mutation, as far as there is one. A `g` that is
    /// softened goes away.
    private static let rows: [(radical: String, mutated: [String])] = [
        ("p", ["b", "mh", "ph"]),
        ("t", ["d", "nh", "th"]),
        ("c", ["g", "ngh", "ch"]),
        ("b", ["f", "m"]),
        ("d", ["dd", "n"]),
        ("g", ["", "ng"]),
        ("m", ["f"]),
        ("ll", ["l"]),
        ("rh", ["r"]),
    ]

    /// First letters that are written with more than one, the longest first.
    private static let digraphs = ["ngh", "ng", "mh", "nh", "ch", "dd", "ff", "ll", "ph", "rh", "th"]

    /// What may have stood behind a `g`: a vowel, or what a word can begin with after one.
    private static let followersOfG = Set<Character>("lrnaeiouwyâêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ")

    /// The other forms that a lower-case word may take, whether it is the radical or already mutated. A word that may
    /// come from several radicals has the forms of each.
    static func forms(of word: String) -> [String] {
        guard word.count >= shortest else { return [] }
        let initial = digraphs.first(where: word.hasPrefix) ?? String(word.prefix(1))
        var readings = [(initial: initial, rest: String(word.dropFirst(initial.count)))]
        if initial.count == 1, initial.allSatisfy(followersOfG.contains) {
            readings.append((initial: "", rest: word))
        }
        var forms: [String] = []
        for (initial, rest) in readings {
            for row in rows where row.radical == initial || row.mutated.contains(initial) {
                forms += [row.radical + rest] + row.mutated.map { $0 + rest }
            }
        }
        var known: Set<String> = [word]
        return forms.filter { $0.count > 1 && known.insert($0).inserted }
    }
}
