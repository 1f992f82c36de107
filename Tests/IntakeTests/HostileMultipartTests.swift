import CaseStore
import Testing

/// The hostile inputs of `multipart/form-data`, by their number, posted to a form that is sent at once and to one that
/// is kept in a draft.
@Suite struct HostileMultipartTests {
    private typealias Text = MultipartText

    @Test func aWholeBodyIsTakenLikeOneInTheOtherEncoding() async throws {
        try await RawIntake.with { intake in
            try await intake.expect(303, for: "a whole body") { (Text.type, Text.body(Text.parts($0))) }
            let (accepted, cases) = (try await intake.accepted(), try await intake.cases().count)
            #expect(accepted == 2 && cases == 1, "both tell the same")
        }
    }

    @Test func case14ABodyWithoutItsEndIsRefused() async throws {
        try await RawIntake.with { intake in
            let closing = "\r\n--\(Text.boundary)--"
            try await intake.expect(303, for: "no line end behind the end") {
                (Text.type, Text.open(Text.parts($0)) + closing)
            }
            for cut in 0..<closing.utf8.count {
                let begun = String(decoding: Array(closing.utf8.prefix(cut)), as: UTF8.self)
                try await intake.expect(400, for: "an end cut at \(cut)") {
                    (Text.type, Text.open(Text.parts($0)) + begun)
                }
            }
            let rows: [(name: String, body: (RawIntake.Fields) -> String)] = [
                ("nothing", { _ in "" }), ("an end alone", { _ in "--B--\r\n" }),
                ("a beginning alone", { _ in "--B\r\n" }),
                ("the half", { fields in String(Text.body(Text.parts(fields)).prefix(60)) }),
                (
                    "the head of another part",
                    { Text.open(Text.parts($0)) + "\r\n--B\r\nContent-Disposition: form-data" }
                ),
                ("the end of another boundary", { Text.open(Text.parts($0)) + "\r\n--C--\r\n" }),
                ("bare line feeds", { Text.open(Text.parts($0)) + "\n--B--\n" }),
                ("something behind the end", { Text.body(Text.parts($0)) + "x" }),
                ("a part behind the end", { Text.body(Text.parts($0)) + Text.body([Text.part("x", "")]) }),
                ("something before the beginning", { "x\r\n" + Text.body(Text.parts($0)) }),
            ]
            for row in rows {
                try await intake.expect(400, for: row.name) { (Text.type, row.body($0)) }
            }
        }
    }

    @Test func case15ABoundaryIsOneOfTheGrammarOrRefused() async throws {
        let longest = String(repeating: "b", count: 70)
        let rows: [(parameters: String, boundary: String, status: Int)] = [
            ("; boundary=\(longest)", longest, 303), ("; boundary=\"\(longest)\"", longest, 303),
            ("; boundary=\"B\"", "B", 303), ("; boundary=\"a b'()+_,-./:=?c\"", "a b'()+_,-./:=?c", 303),
            (";BOUNDARY=B", "B", 303), ("; charset=utf-8; boundary=B", "B", 303),
            ("", "B", 400), ("; boundary", "", 400), ("; boundary=", "", 400), ("; boundary=\"\"", "", 400),
            ("; boundary=\(longest)b", longest + "b", 400), ("; boundary=\"\(longest)b\"", longest + "b", 400),
            ("; boundary=\(longest)b", longest, 400), ("; boundary=B; boundary=B", "B", 400),
            ("; boundary=B; boundary=C", "B", 400), ("; boundary=B; boundary=C", "C", 400),
            ("; boundary=B; Boundary=\"B\"", "B", 400), ("; boundary=B, boundary=C", "B", 400),
            ("; boundary=\"B", "B", 400), ("; boundary=\"B \"", "B ", 400), ("; boundary=\"B\u{E9}\"", "B\u{E9}", 400),
            ("; boundary=\"B\\\"\"", "B\"", 400), ("; boundary=B/mixed", "B", 400),
        ]
        try await RawIntake.with { intake in
            for row in rows {
                try await intake.expect(row.status, for: row.parameters) {
                    ("multipart/form-data\(row.parameters)", Text.body(Text.parts($0), boundary: row.boundary))
                }
            }
            for type in ["multipart/mixed", "multipart/form-data-x", "multipart", "form-data", "text/plain", ""] {
                try await intake.expect(400, for: type) { ("\(type); boundary=B", Text.body(Text.parts($0))) }
            }
        }
    }

    @Test func case17APartWithAFileNameIsNoAnswerToAQuestion() async throws {
        let names = [
            "a%22b%0D%0Ac.png", "a\\", "../../etc/passwd", "a\";b", "a\r\nX-Evil: 1", "\u{202E}gnp.exe", "a\u{0}",
            "", String(repeating: "a", count: 1_024),
        ]
        try await RawIntake.with { intake in
            for filename in names {
                try await intake.expect(400, for: "one more part, \(filename)") {
                    (Text.type, Text.body(Text.parts($0) + [Text.file("photo", filename: filename, "x")]))
                }
                try await intake.expect(400, for: "in place of a text, \(filename)") { fields in
                    let last = fields.last.map { [Text.file($0.name, filename: filename, $0.value)] } ?? []
                    return (Text.type, Text.body(Text.parts(fields.dropLast()) + last))
                }
            }
            // An escape in the name of a field stays one too, so that it names no question.
            for name in ["road%22", "%72oad", "happening%2Dnow", "road\\", "\"road"] {
                try await intake.expect(400, for: name) {
                    (Text.type, Text.body(Text.parts($0) + [Text.part(name, "x")]))
                }
            }
        }
    }

    /// Where no file is asked for, one that was not chosen is one too many all the same.
    @Test func case18AnEmptyFileNameIsNoAnswerToAQuestion() async throws {
        try await RawIntake.with { intake in
            for content in ["", "x", "\r\n", String(repeating: "x", count: 100_000)] {
                for name in ["photo", "road", "happening-now", "website", "_definition"] {
                    try await intake.expect(400, for: "\(name) with \(content.utf8.count) bytes") {
                        let fields = $0.filter { $0.name != name }
                        return (Text.type, Text.body(Text.parts(fields) + [Text.file(name, filename: "", content)]))
                    }
                }
            }
        }
    }
}
