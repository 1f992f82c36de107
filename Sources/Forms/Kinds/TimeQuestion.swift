/// A time of day, to the minute.
package struct TimeQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.time

    package init() {}

    package var missing: FaultCode { .textMissing }
    package var schema: SchemaNode { ["type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"] }

    /// Takes `14:30`, `14.30`, `1430`, `2pm`, `2:30 p.m.`, noon and midnight; the answer is `HH:MM`.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let text = typed.value.trimmed
        guard !text.isEmpty else { return .absent }
        guard let minutes = Self.minutes(text) else { return .faulty([.init(.timeMalformed)]) }
        let (hour, minute) = (minutes / 60, minutes % 60)
        return .answered(.text("\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"))
    }

    private static func minutes(_ typed: String) -> Int? {
        guard typed.utf8.count <= 20, typed.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let text = typed.lowercased()
        if ["midday", "noon", "hanner dydd"].contains(text) { return 12 * 60 }
        if ["midnight", "hanner nos"].contains(text) { return 0 }
        // "yb" and "yh" are the Welsh a.m. and p.m.
        let letters = String(decoding: text.utf8.filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
        let number = text.prefix { !$0.isLetter }
        let isHalf = ["am", "pm", "yb", "yh"].contains(letters)
        guard letters.isEmpty || isHalf,
            !text.dropFirst(number.count).utf8.contains(where: { (0x30...0x39).contains($0) })
        else { return nil }
        guard let (hour, minute) = clock(String(number)), minute < 60 else { return nil }
        guard isHalf else { return hour < 24 ? hour * 60 + minute : nil }
        guard (1...12).contains(hour) else { return nil }
        return (hour % 12 + (letters == "pm" || letters == "yh" ? 12 : 0)) * 60 + minute
    }

    private static func clock(_ text: String) -> (hour: Int, minute: Int)? {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }
        let parts = digits.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        }
        let numbers = parts.map { part in
            (1...4).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
                ? part.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
        }
        switch (numbers.first ?? nil, numbers.dropFirst().first ?? nil, numbers.count) {
        case (let hour?, let minute?, 2) where parts[0].count <= 2 && parts[1].count == 2: return (hour, minute)
        case (let hour?, nil, 1) where parts[0].count <= 2: return (hour, 0)
        case (let both?, nil, 1) where parts[0].count >= 3: return (both / 100, both % 100)
        default: return nil
        }
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        [["": ["14:30"]]]
    }
}
