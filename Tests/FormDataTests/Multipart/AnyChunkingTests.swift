import FormData
import TestSupport
import Testing

@Suite struct AnyChunkingTests {
    /// A body out of parts that look like delimiters, sometimes with bytes changed, taken out or put in.
    private static func body(using generator: inout Seeded) -> [UInt8] {
        let scraps = [
            "a", "é", "\r", "\n", "\r\n", "--", "-", "--B", "\r\n--B", "\r\n--Bx", "\r\n--", "B", " ", "\u{0}",
        ]
        let headers = [
            "; filename=\"\"", "; filename=\"a%22b.png\"", "; filename=\"ŵ\\\"\r\nContent-Type: image/png",
            "\r\ncontent-type: text/plain", "\r\nX-Y: z", "", "", "; filename*=x", "\r\n folded", "; name=g",
        ]
        var body: [UInt8] = []
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            body += "--B\r\n\(Bodies.disposition)\(generator.pick(headers))\r\n\r\n".utf8
            for _ in 0..<Int.random(in: 0...12, using: &generator) { body += generator.pick(scraps).utf8 }
            body += "\r\n".utf8
        }
        body += "--B--\r\n".utf8
        guard Bool.random(using: &generator) else { return body }
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !body.isEmpty {
            let place = Int.random(in: 0..<body.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: body[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: body.remove(at: place)
            case 2: body.insert(contentsOf: generator.pick(scraps).utf8, at: place)
            default: body.removeSubrange(place...)
            }
        }
        return body
    }

    @Test func howABodyIsCutChangesNothing() {
        var generator = Seeded(13)
        var finished = 0
        for number in 0..<2_000 {
            let body = Self.body(using: &generator)
            var limits = MultipartLimits()
            if number.isMultiple(of: 3) {
                limits.body = 200
                limits.value = 8
                limits.file = 12
                limits.parts = 2
            }
            let whole = Transcript(body, limits: limits)
            finished += whole.refusal == nil ? 1 : 0
            #expect(whole.isOrderly)
            #expect(Transcript(Pieces.bytes(of: body), limits: limits) == whole)
            for _ in 0..<3 {
                let pieces = Pieces.random(of: body, using: &generator)
                #expect(
                    Transcript(pieces, limits: limits) == whole, "\(pieces.map { String(decoding: $0, as: UTF8.self) })"
                )
            }
        }
        #expect((100..<1_900).contains(finished), "both outcomes must be among the bodies")
    }

    @Test func anyBytesAreDecodedOrRefused() {
        var generator = Seeded(14)
        let pool = Array("\r\n--B:;=\"\\ a\u{0}é".utf8) + [0xFF]
        let head = Array("--B\r\n\(Bodies.disposition)\r\n".utf8)
        for number in 0..<5_000 {
            let noise = (0..<40).map { _ in generator.pick(pool) }
            let body = number.isMultiple(of: 2) ? noise : head + noise
            let transcript = Transcript(Pieces.random(of: body, using: &generator))
            #expect(transcript.isOrderly)
            #expect(transcript.refusal != nil || transcript.parts.allSatisfy(\.isWhole))
        }
    }

    @Test func aRefusalIsFinal() throws {
        var decoder = try MultipartDecoder(contentType: "multipart/form-data; boundary=B")
        let refusal = FormRefusal.malformed(.preamble)
        #expect(throws: refusal) { try decoder.push("x".utf8) { _ in } }
        #expect(throws: refusal) { try decoder.push(Bodies.field([])) { _ in } }
        #expect(throws: refusal) { try decoder.finish() }
    }

    @Test func whatTheClosureThrowsStopsTheDecoder() throws {
        var decoder = try MultipartDecoder(contentType: "multipart/form-data; boundary=B")
        #expect(throws: FormRefusal.notText) {
            try decoder.push(Bodies.field([0x31])) { _ throws(FormRefusal) in throw .notText }
        }
        #expect(throws: FormRefusal.notText) { try decoder.finish() }
    }

    @Test func eventsCanBeTakenOneByOne() throws {
        var decoder = try MultipartDecoder(contentType: "multipart/form-data; boundary=B")
        var input = Bodies.file([0x31])[...]
        var events: [MultipartEvent] = []
        while let event = try decoder.next(in: &input) { events.append(event) }
        try decoder.finish()
        #expect(input.isEmpty)
        #expect(events == [.part(PartHead(name: "f", filename: "x")), .bytes([0x31]), .end])
    }
}
