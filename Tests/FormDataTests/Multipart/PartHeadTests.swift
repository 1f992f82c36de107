import FormData
import TestSupport
import Testing

@Suite struct PartHeadTests {
    private static let long = String(repeating: "n", count: 256)

    /// Case 17 of the hostile inputs, and its class: names are what was sent.
    @Test(
        arguments: [
            ("name=\"f\"", PartHead(name: "f")),
            ("name=f", PartHead(name: "f")),
            ("NAME=\"f\"", PartHead(name: "f")),
            ("name=\"a%22b%0D%0Ac\"", PartHead(name: "a%22b%0D%0Ac")),
            ("name=\"f\"; filename=\"a%22b%0D%0Ac.png\"", PartHead(name: "f", filename: "a%22b%0D%0Ac.png")),
            ("filename=\"x\"; name=\"f\"", PartHead(name: "f", filename: "x")),
            ("name=\"f\";filename=x", PartHead(name: "f", filename: "x")),
            ("name=\"f\"; filename=\"a\\b\"", PartHead(name: "f", filename: "a\\b")),
            ("name=\"f\"; filename=\"a\\\"", PartHead(name: "f", filename: "a\\")),
            ("name=\"a\\\"; filename=\"b\\\\\"", PartHead(name: "a\\", filename: "b\\\\")),
            ("name=\"f\"; filename=\"C:\\fakepath\\x\"", PartHead(name: "f", filename: "C:\\fakepath\\x")),
            ("name=\"f\"; filename=\"../../etc/passwd\"", PartHead(name: "f", filename: "../../etc/passwd")),
            ("name=\"f\"; filename=\"a; name=b\"", PartHead(name: "f", filename: "a; name=b")),
            ("name=\"f\"; filename=\"x\"; filename*=UTF-8''y", PartHead(name: "f", filename: "x")),
            ("name=\"f\"; filename*=UTF-8''y", PartHead(name: "f")),
            ("name=\"f\"; size=3; size=4", PartHead(name: "f")),
            ("name=\"llun ŵy €😀\"", PartHead(name: "llun ŵy €😀")),
            ("name=\" \"", PartHead(name: " ")),
            ("name=\"\(long)\"", PartHead(name: long)),
        ])
    func case17ADispositionIsTakenLiterally(parameters: String, head: PartHead) {
        let transcript = Transcript(Bodies.part(headers: ["Content-Disposition: form-data; \(parameters)"]))
        #expect(transcript.refusal == nil && transcript.parts.map(\.head) == [head])
    }

    /// Case 18 of the hostile inputs: the caller can tell an empty file name from none.
    @Test(arguments: [("", nil), ("; filename=\"\"", ""), ("; filename=\"a\"", "a")] as [(String, String?)])
    func case18AnEmptyFileNameIsNotNone(parameters: String, filename: String?) {
        for content: [UInt8] in [[], [0x31]] {
            let transcript = Transcript(Bodies.part(headers: [Bodies.disposition + parameters], content))
            #expect(transcript.parts.map(\.head.filename) == [filename])
            #expect(transcript.parts.map(\.bytes) == [content])
        }
    }

    @Test(
        arguments: [
            (["content-disposition:form-data;name=f"], PartHead(name: "f")),
            (["CONTENT-DISPOSITION: \t FORM-DATA; name=f \t"], PartHead(name: "f")),
            ([Bodies.disposition, "Content-Type: text/plain"], PartHead(name: "f", contentType: "text/plain")),
            (["content-type:\timage/png \t", Bodies.disposition], PartHead(name: "f", contentType: "image/png")),
            ([Bodies.disposition, "X-Other:", "X-Other: é", "X-Other: :"], PartHead(name: "f")),
            ([Bodies.disposition, "Content-Transfer-Encoding: 7bit"], PartHead(name: "f")),
            ([Bodies.disposition, "Content-Transfer-Encoding: 8BIT"], PartHead(name: "f")),
            ([Bodies.disposition, "Content-Transfer-Encoding: Binary"], PartHead(name: "f")),
        ])
    func headersAreRead(headers: [String], head: PartHead) {
        let body = Bodies.part(headers: headers)
        #expect(Pieces.allSplits(of: body).allSatisfy { Transcript($0).parts.map(\.head) == [head] })
    }

    @Test(
        arguments: [
            ([], .disposition),
            (["Content-Type: text/plain"], .disposition),
            (["Content-Disposition: attachment; name=f"], .disposition),
            (["Content-Disposition:"], .disposition),
            (["Content-Disposition: form-data name=f"], .disposition),
            (["Content-Disposition: form-data; name=\"f"], .disposition),
            (["Content-Disposition: form-data; name=\"a\\\"b\""], .disposition),
            (["Content-Disposition: form-data; name=\"f\"; filename=\"a\\\"b\""], .disposition),
            (["Content-Disposition: form-data; name=\"f\"x"], .disposition),
            (["Content-Disposition: form-data; name=f; name=f"], .disposition),
            (["Content-Disposition: form-data; name=f; NAME=g"], .disposition),
            (["\(Bodies.disposition); filename=a; filename=b"], .disposition),
            (["Content-Disposition: form-data"], .name),
            (["Content-Disposition: form-data; name=\"\""], .name),
            (["Content-Disposition: form-data; filename=a"], .name),
            (["Content-Disposition: form-data; name*=UTF-8''f"], .name),
            ([Bodies.disposition, Bodies.disposition], .repeatedHeader),
            ([Bodies.disposition, "content-disposition: form-data; name=g"], .repeatedHeader),
            ([Bodies.disposition, "Content-Type: a/b", "content-type: a/b"], .repeatedHeader),
            ([Bodies.disposition, "no colon"], .header),
            ([Bodies.disposition, ": x"], .header),
            ([Bodies.disposition, "X : x"], .header),
            ([Bodies.disposition, "Xé: x"], .header),
            ([Bodies.disposition, " folded: x"], .folding),
            ([Bodies.disposition, "\tfolded"], .folding),
            (["\(Bodies.disposition);\r\n filename=a"], .folding),
            ([Bodies.disposition + "\nX: y"], .lineEnd),
            ([Bodies.disposition + "\rX: y"], .lineEnd),
            ([Bodies.disposition + "\r\rX: y"], .lineEnd),
            (["\n"], .lineEnd),
            ([Bodies.disposition, "Content-Transfer-Encoding: base64"], .transferEncoding),
            ([Bodies.disposition, "Content-Transfer-Encoding: quoted-printable"], .transferEncoding),
            ([Bodies.disposition, "Content-Transfer-Encoding:"], .transferEncoding),
        ] as [([String], FormRefusal.Fault)])
    func whatCanBeReadInTwoWaysIsRefused(headers: [String], fault: FormRefusal.Fault) {
        let body = Bodies.part(headers: headers)
        let wrong = Pieces.allSplits(of: body).filter { Transcript($0).refusal != .malformed(fault) }
        #expect(wrong.isEmpty)
    }

    @Test(
        arguments: [[0x00], [0xFF], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]])
    func namesThatAreNoTextAreRefused(bytes: [UInt8]) {
        for start in ["Content-Disposition: form-data; name=\"f", "\(Bodies.disposition); filename=\"f"] {
            let body = Array("--B\r\n\(start)".utf8) + bytes + Array("\"\r\n\r\n\r\n--B--\r\n".utf8)
            #expect(Transcript(body).refusal == .notText)
            #expect(Transcript(Pieces.bytes(of: body)).refusal == .notText)
        }
    }
}
