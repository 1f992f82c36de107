import TestSupport

extension SeededGenerator {
    /// Bytes read as text, with pieces between them that the judging looks for.
    mutating func text() -> String {
        let pieces: [String] = [
            "@", ".", " ", "\r\n", "\n", "\u{301}", "0", "12", "2026", "mar", "yes", "a", "NP20 5GW",
            "name@example.com", "£1,000.50", "-", ":", "pm", "51.48", "+44", "phone", "no", "\u{0}", "\u{200D}", "ŵ",
            "👩",
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
