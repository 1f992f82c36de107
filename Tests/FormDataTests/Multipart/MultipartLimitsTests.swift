import FormData
import TestSupport
import Testing

/// Case 16 of the hostile inputs, and its class: a limit holds at the limit and not after it.
@Suite struct MultipartLimitsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let limit: FormRefusal.Limit
        /// The limits with this one at a number.
        let limits: @Sendable (Int) -> MultipartLimits
        let number: Int
        let body: [UInt8]

        var testDescription: String { limit.rawValue }
    }

    static let cases: [Case] = [
        Case(limit: .body, limits: { with(\.body, $0) }, number: Bodies.field([]).count, body: Bodies.field([])),
        Case(limit: .parts, limits: { with(\.parts, $0) }, number: 5, body: Array(Bodies.fields(5).utf8)),
        Case(
            limit: .header, limits: { with(\.header, $0) }, number: Bodies.disposition.utf8.count + 4,
            body: Bodies.field([])),
        Case(
            limit: .headerLines, limits: { with(\.headerLines, $0) }, number: 3,
            body: Bodies.part(headers: [Bodies.disposition, "A: b", "C: d"])),
        Case(
            limit: .name, limits: { with(\.name, $0) }, number: 4,
            body: Bodies.part(headers: ["Content-Disposition: form-data; name=\"abŵ\""])),
        Case(
            limit: .fileName, limits: { with(\.fileName, $0) }, number: 4,
            body: Bodies.part(headers: [Bodies.disposition + "; filename=\"ab%2\""])),
        Case(limit: .value, limits: { with(\.value, $0) }, number: 5, body: Bodies.field(Array("12\r\n5".utf8))),
        Case(limit: .file, limits: { with(\.file, $0) }, number: 5, body: Bodies.file(Array("12\r\n5".utf8))),
    ]

    private static func with(_ limit: WritableKeyPath<MultipartLimits, Int>, _ number: Int) -> MultipartLimits {
        var limits = MultipartLimits()
        limits[keyPath: limit] = number
        return limits
    }

    @Test(arguments: cases)
    func case16ALimitHoldsAtTheLimitAndNotAfterIt(of example: Case) {
        let beyond = Transcript(example.body, limits: example.limits(example.number - 1))
        #expect(beyond.refusal == .tooLarge(example.limit))
        for pieces in Pieces.allSplits(of: example.body).prefix(2_000) {
            #expect(Transcript(pieces, limits: example.limits(example.number)).refusal == nil)
            #expect(Transcript(pieces, limits: example.limits(example.number - 1)) == beyond)
        }
    }

    @Test(arguments: [(1_000, nil), (1_001, .tooLarge(.parts))] as [(Int, FormRefusal?)])
    func case16AThousandPartsAreAllowed(count: Int, refusal: FormRefusal?) {
        let transcript = Transcript(Bodies.fields(count))
        #expect(transcript.refusal == refusal)
        #expect(transcript.parts.count == 1_000)
    }

    @Test(arguments: [
        ("X: " + String(repeating: "a", count: 1 << 20), FormRefusal.Limit.header),
        (Array(repeating: "X: y", count: 1_000).joined(separator: "\r\n"), .headerLines),
        (Array(repeating: "X: y", count: 10_000).joined(separator: "\r\n"), .headerLines),
        ("Content-Disposition: form-data; name=\"" + String(repeating: "a", count: 257) + "\"", .name),
        (Bodies.disposition + "; filename=\"" + String(repeating: "a", count: 1_025) + "\"", .fileName),
    ])
    func anEndlessHeaderIsRefused(header: String, limit: FormRefusal.Limit) {
        #expect(Transcript(Bodies.part(headers: [header])).refusal == .tooLarge(limit))
    }

    @Test func theDefaultOfAValueIsOneMebibyte() {
        let letters = [UInt8](repeating: 0x61, count: 1 << 20)
        #expect(Transcript(Bodies.field(letters)).refusal == nil)
        #expect(Transcript(Bodies.field(letters + [0x61])).refusal == .tooLarge(.value))
        #expect(Transcript(Bodies.file(letters + [0x61])).refusal == nil)
    }

    @Test func whatALimitAllowsIsHandedOnBeforeTheRefusal() {
        var limits = MultipartLimits()
        limits.value = 3
        let transcript = Transcript(Bodies.field(Array("12345".utf8)), limits: limits)
        #expect(transcript.parts.map(\.bytes) == [Array("123".utf8)])
        #expect(transcript.parts.map(\.isWhole) == [false])
    }
}
