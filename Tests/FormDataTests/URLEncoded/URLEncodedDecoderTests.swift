import Testing

@testable import FormData

@Suite struct URLEncodedDecoderTests {
    /// What a decoder made of a body, however it was cut.
    private struct Outcome: Equatable {
        var fields: [String] = []
        var refusal: FormRefusal?

        init(_ pieces: [ArraySlice<UInt8>], limits: URLEncodedLimits = URLEncodedLimits()) {
            var decoder = URLEncodedDecoder(limits: limits)
            do throws(FormRefusal) {
                for piece in pieces {
                    try decoder.push(piece) { note($0, $1) }
                }
                try decoder.finish { note($0, $1) }
            } catch {
                refusal = error
            }
        }

        private mutating func note(_ name: String, _ value: String) {
            fields.append("\(name)\u{0}\(value)")
        }
    }

    /// Case 21 of the hostile inputs, and its class.
    @Test(arguments: [
        "", "a=1&b=2", "a=1;b=2", "a=%zz", "a=%", "a=%4", "a=%4&b=%", "a=%%41", "a=%4%41", "a=%4+%41", "a=b+c",
        "a=b%2Bc",
        "a==b", "a", "&&a=1&&", "a%3D=%26", "a%=1", "a%4=1", "a=%C3%A9%E2%82%AC", "\u{FEFF}a=1", "=x", "a=1&=x", "=%00",
        "a=%00", "a=%FF", "%C3=1", "a=%C3&b=%A9", "a=1&b=%ED%A0%80&c",
    ])
    func case21EveryCutGivesWhatTheWholeBodyGives(body: String) {
        let whole = Outcome([Array(body.utf8)[...]])
        for pieces in Pieces.allSplits(of: Array(body.utf8)) { #expect(Outcome(pieces) == whole) }
    }

    @Test(arguments: [
        ("=x", FormRefusal.malformed(.name)), ("a=1&=", .malformed(.name)), ("a=%00", .notText), ("%FF", .notText),
        ("a=%C3", .notText),
    ])
    func aRefusalSaysWhy(body: String, refusal: FormRefusal) {
        #expect(Outcome([Array(body.utf8)[...]]).refusal == refusal)
    }

    private static func limits(_ limit: FormRefusal.Limit, at number: Int) -> URLEncodedLimits {
        var limits = URLEncodedLimits()
        switch limit {
        case .body: limits.bytes = number
        case .fields: limits.fields = number
        case .name: limits.name = number
        default: limits.value = number
        }
        return limits
    }

    @Test(arguments: [
        (FormRefusal.Limit.body, 7, "a=1&b=2"), (.fields, 2, "&a&&b&"), (.name, 3, "ab%2B=1"),
        (.value, 3, "a=1%2B+&b=2"),
    ])
    func aLimitHoldsAtTheLimitAndNotAfterIt(limit: FormRefusal.Limit, number: Int, body: String) {
        for pieces in Pieces.allSplits(of: Array(body.utf8)) {
            #expect(Outcome(pieces, limits: Self.limits(limit, at: number)).refusal == nil)
            #expect(Outcome(pieces, limits: Self.limits(limit, at: number - 1)).refusal == .tooLarge(limit))
        }
    }

    @Test func howABodyIsCutChangesNothing() {
        var generator = Seeded(21)
        let pool = Array("%%&&==+;aF0\u{0}é".utf8) + [0xFF]
        for _ in 0..<2_000 {
            let body = (0..<Int.random(in: 0...40, using: &generator)).map { _ in generator.pick(pool) }
            let whole = Outcome([body[...]])
            #expect(Outcome(Pieces.bytes(of: body)) == whole)
            let pieces = Pieces.random(of: body, using: &generator)
            #expect(Outcome(pieces) == whole)
        }
    }

    @Test func aFieldIsHandedOnAsSoonAsItIsWhole() throws {
        var decoder = URLEncodedDecoder()
        var names: [String] = []
        for (pushed, count) in [("a=1", 0), ("&", 1), ("b", 1), ("&c=3&d", 3)] {
            try decoder.push(pushed.utf8) { name, _ in names.append(name) }
            #expect(names.count == count)
        }
        try decoder.finish { name, _ in names.append(name) }
        #expect(names == ["a", "b", "c", "d"])
    }

    @Test func aRefusalIsFinal() {
        var decoder = URLEncodedDecoder()
        #expect(throws: FormRefusal.notText) { try decoder.push("a=%00".utf8) { _, _ in } }
        #expect(throws: FormRefusal.notText) { try decoder.push("b=1&".utf8) { _, _ in } }
        #expect(throws: FormRefusal.notText) { try decoder.finish { _, _ in } }
    }

    @Test(arguments: ["a", "%", "%a", "%4", "&", "=", "%41", "a=&"])
    func theWorkIsLinear(unit: String) throws {
        let unit = Array(unit.utf8)
        let body = (0..<(60_000 / unit.count)).flatMap { _ in unit }
        var limits = URLEncodedLimits()
        limits.fields = body.count
        for length in [1, 3, 4_096] {
            var decoder = URLEncodedDecoder(limits: limits)
            // A name that is empty or too long is refused at the end of the field: what counts is the way there.
            for piece in Pieces.sized(length, of: body) { try? decoder.push(piece) { _, _ in } }
            #expect(decoder.scannedBytes <= 3 * body.count)
        }
    }

    /// The example in the documentation of `URLEncodedDecoder`, word for word.
    @Test func theExampleInTheDocumentationRuns() throws {
        var decoder = URLEncodedDecoder()
        var fields: [String] = []
        try decoder.push(Array("first=Si".utf8)) { fields.append("\($0): \($1)") }
        try decoder.push(Array("%C3%A2n&last=Rees".utf8)) { fields.append("\($0): \($1)") }
        try decoder.finish { fields.append("\($0): \($1)") }
        #expect(fields == ["first: Siân", "last: Rees"])
    }
}
