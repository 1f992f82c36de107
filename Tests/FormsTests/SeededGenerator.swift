/// Random numbers that are the same for the same seed (SplitMix64), so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SeededGenerator {
    /// Bytes read as text, with pieces between them that the judging looks for.
    mutating func text() -> String {
        let pieces: [String] = [
            "@", ".", " ", "\r\n", "\n", "\u{301}", "0", "12", "2026", "mar", "yes", "a", "NP20 5GW",
            "name@example.com", "\u{0}", "\u{200D}", "ŵ", "👩",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &self) {
            if Bool.random(using: &self) {
                text += pieces.randomElement(using: &self) ?? ""
            } else {
                let bytes = (0..<3).map { _ in UInt8.random(in: .min ... .max, using: &self) }
                text += String(decoding: bytes, as: UTF8.self)
            }
        }
        return text
    }
}
