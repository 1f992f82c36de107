/// An `application/x-www-form-urlencoded` body.
struct WrittenURLEncoded {
    private(set) var body: [UInt8]

    private static let names = [
        "a", "name", "b2", "%C5%B5", "Si%c3%a2n", "ŵ", "x%5B%5D", "x.y", "first+name", "a%3Db", "%26",
    ]
    private static let values = [
        "", "a", "two+words", "two%20words", "%C5%B5", "%e2%82%ac", "👩", "%0D%0A", "%25", "%", "%zz", "%4", "%%41",
        "a=b", "==", ";", "a;b=c", "%3B", "*-._", "~", "'\"<>", "\t", "%2B", "%7F", "%EF%BB%BF",
    ]

    init(using random: inout some RandomNumberGenerator) {
        let count = random.oneIn(50) ? 100 + random.below(200) : random.below(6)
        var fields: [String] = []
        for _ in 0..<count {
            var field = random.pick(Self.names)
            if !random.oneIn(8) {
                let pieces = random.below(3)
                field += "=" + random.joined(pieces, of: Self.values)
            }
            fields.append(field)
        }
        var text = fields.joined(separator: "&")
        if random.oneIn(10) { text += random.pick(["&", "&&", "&&a=b"]) }
        if random.oneIn(20) { text = "&" + text }
        body = Array(text.utf8)
    }

    /// Does one thing to the body that no browser does.
    mutating func damage(using random: inout some RandomNumberGenerator) {
        let place = random.below(body.count + 1)
        let kind = random.below(8)
        if kind == 0 {
            body.insert(contentsOf: random.pick(Self.pieces), at: place)
            return
        }
        guard place < body.count else {
            body.append(random.pick(Self.bytes))
            return
        }
        switch kind {
        case 1: body[place] = random.pick(Self.bytes)
        case 2: body[place] = UInt8(random.below(256))
        case 3: body.remove(at: place)
        case 4: body.insert(body[place], at: place)
        case 5: body.insert(random.pick(Self.bytes), at: place)
        case 6: body.removeSubrange(place...)
        default: if place + 1 < body.count { body.swapAt(place, place + 1) }
        }
    }

    private static let bytes = Array("&=%+;\0 \r\n0Aag".utf8) + [0x80, 0xFF, 0xC3]
    private static let pieces: [[UInt8]] =
        ["%00", "%FF", "%C3", "%ED%A0%80", "%C0%80", "&=", "=x&", "%F4%90%80%80"].map { Array($0.utf8) }
        + [[0xC3] + Array("%A2".utf8), Array("%C3".utf8) + [0xA2]]
}
