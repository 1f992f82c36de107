import TestSupport
import Testing

@testable import FormData

@Suite struct MultipartDelimiterTests {
    /// Case 13 of the hostile inputs, and its class: what begins like a delimiter and is none.
    static let contents = [
        "", "a", "\r", "\n", "\r\n", "\r\r", "\r\r\n", "\r\n\r\n", "-", "--", "--Bx", "--B-", "\r\n--", "\r\n-",
        "\r\n--Bx", "\r\n--B-x", "\r\n--B-", "\r\n--B\r", "\r\n--B\rx", "\r\n--B \r\n", "\r\n--B\n", "\r\r\n--",
        "\r\r\n--Bx", "\r\n\r\n--", "\r\n--\r\n--Bx", "\r\n--B\r\r\n--Bx", "\r\n--b--\r\n", "\n--B--\r\n",
        "\r--B--\r\n",
        "a\r\n--Bxb\r\n-c\r\r\n--d", "\r\n--BB--", "\r\n---B--",
    ]

    @Test(arguments: contents)
    func case13ContentIsExactForEveryCut(content: String) {
        let body = Bodies.file(Array(content.utf8))
        let wrong = Pieces.allSplits(of: body).filter { pieces in
            let transcript = Transcript(pieces)
            return transcript.refusal != nil || transcript.parts.map(\.bytes) != [Array(content.utf8)]
                || !transcript.isOrderly || transcript.parts.contains { !$0.isWhole }
        }
        #expect(wrong.isEmpty)
    }

    /// The same far from the edges, at every place of the words that the search reads.
    @Test(arguments: contents)
    func case13ContentIsExactAtEveryPlaceOfALongPiece(content: String) {
        for before in 0..<20 {
            let content = Array(
                (String(repeating: "a", count: before) + content + String(repeating: "z", count: 30)).utf8)
            let transcript = Transcript(Bodies.file(content))
            #expect(transcript.refusal == nil && transcript.parts.map(\.bytes) == [content])
        }
    }

    @Test(arguments: contents)
    func case13ContentIsExactByteByByte(content: String) {
        let transcript = Transcript(Pieces.bytes(of: Bodies.file(Array(content.utf8))))
        #expect(transcript.refusal == nil && transcript.parts.map(\.bytes) == [Array(content.utf8)])
    }

    /// Case 14 of the hostile inputs: whatever is cut off, the body is incomplete.
    @Test func case14ABodyCutAnywhereIsIncomplete() {
        let body = Bodies.file(Array("a\r\n--Bx".utf8))
        for length in 0..<body.count where length != body.count - 2 {
            let transcript = Transcript(Array(body[..<length]))
            #expect(transcript.refusal == .incomplete, "\(length) of \(body.count) bytes")
        }
        #expect(Transcript(Array(body.dropLast(2))).refusal == nil, "the CRLF at the end may be missing")
    }

    @Test(arguments: [
        ("", FormRefusal.incomplete), ("--B--", .incomplete), ("--B--\r\n", .incomplete),
        ("\r\n--B--\r\n", .incomplete),
        ("x", .malformed(.preamble)), ("\n--B", .malformed(.preamble)), ("\r\r\n--B", .malformed(.preamble)),
        ("\r\n\r\n--B", .malformed(.preamble)), ("--C\r\n", .malformed(.preamble)), ("--Bx", .malformed(.preamble)),
        ("--B \r\n", .malformed(.preamble)), ("preamble\r\n--B\r\n", .malformed(.preamble)),
        ("--B--x", .malformed(.epilogue)), ("--B--\n", .malformed(.epilogue)), ("--B--\r\nx", .malformed(.epilogue)),
        ("--B--\r\n\r\n", .malformed(.epilogue)), ("--B--\r\n--B\r\n", .malformed(.epilogue)),
        ("--B\r\n\(Bodies.disposition)\r\n\r\n1\r\n--B--x", .malformed(.epilogue)),
    ])
    func whatIsAroundThePartsIsRefused(body: String, refusal: FormRefusal) {
        let wrong = Pieces.allSplits(of: Array(body.utf8)).filter { Transcript($0).refusal != refusal }
        #expect(wrong.isEmpty)
    }

    @Test func aCRLFBeforeTheFirstDelimiterIsAnEmptyPreamble() {
        let body = [0x0D, 0x0A] + Bodies.field([0x31])
        #expect(Pieces.allSplits(of: body).allSatisfy { Transcript($0).parts.map(\.bytes) == [[0x31]] })
    }

    /// RFC 2046, section 5.1.1: the CRLF of the empty line is that of the delimiter.
    @Test func aPartWithoutABodyIsEmpty() {
        let body = Array("--B\r\n\(Bodies.disposition)\r\n\r\n--B\r\n\(Bodies.disposition)\r\n\r\n--B--".utf8)
        let wrong = Pieces.allSplits(of: body).filter { pieces in
            let transcript = Transcript(pieces)
            return transcript.refusal != nil || transcript.parts.map(\.bytes) != [[], []]
        }
        #expect(wrong.isEmpty)
    }

    @Test func aNestedBodyIsContent() {
        let inner = Array("--C\r\nContent-Disposition: file; filename=\"a\"\r\n\r\n1\r\n--C--\r\n".utf8)
        let headers = [Bodies.disposition, "Content-Type: multipart/mixed; boundary=C"]
        let transcript = Transcript(Bodies.part(headers: headers, inner))
        #expect(transcript.refusal == nil && transcript.parts.map(\.bytes) == [inner])
    }

    @Test func whatCannotBeADelimiterIsHandedOnAtOnce() throws {
        var decoder = try MultipartDecoder(contentType: "multipart/form-data; boundary=B")
        var handedOn = 0
        let head = "--B\r\n\(Bodies.disposition)\r\n\r\n"
        for (pushed, content) in [
            (head, 0), ("abc", 3), ("d\r\n--", 4), ("x", 9), ("\r", 9), ("\r", 10), ("y\r\n--B", 12),
        ] {
            try decoder.push(pushed.utf8) { if case .bytes(let bytes) = $0 { handedOn += bytes.count } }
            #expect(handedOn == content)
        }
    }
}
