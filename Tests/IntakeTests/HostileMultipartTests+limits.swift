import Testing

extension HostileMultipartTests {
    private typealias Text = MultipartText

    private static let disposition = "Content-Disposition: form-data; name=\"x\""

    /// A form, and another part with a header of so many bytes, with its line ends and the empty line.
    private static func body(_ fields: RawIntake.Fields, headerOf length: Int) -> String {
        let filling = length - disposition.utf8.count - "\r\nX: \r\n\r\n".utf8.count
        let headers = [disposition, "X: " + String(repeating: "x", count: filling)]
        return Text.body(Text.parts(fields) + [Text.part(headers: headers, "")])
    }

    private static func body(_ fields: RawIntake.Fields, headers: [String]) -> String {
        Text.body(Text.parts(fields) + [Text.part(headers: headers, "")])
    }

    /// What a limit allows is read on, and is refused as a field that the form does not have.
    @Test func case16WhatIsTooMuchIsRefused() async throws {
        let rows: [(name: String, status: Int, body: (RawIntake.Fields) -> String)] = [
            ("1,000 parts", 400, { Text.body(Text.parts($0) + Self.parts(1_000 - $0.count)) }),
            ("1,001 parts", 413, { Text.body(Text.parts($0) + Self.parts(1_001 - $0.count)) }),
            ("a header of 8 KiB", 400, { Self.body($0, headerOf: 8 << 10) }),
            ("a header of 8 KiB and a byte", 413, { Self.body($0, headerOf: 8 << 10 | 1) }),
            ("a header of 1 MiB", 413, { Self.body($0, headerOf: 1 << 20) }),
            ("16 headers", 400, { Self.body($0, headers: [Self.disposition] + Self.headers(15)) }),
            ("17 headers", 413, { Self.body($0, headers: [Self.disposition] + Self.headers(16)) }),
            ("10,000 headers", 413, { Self.body($0, headers: [Self.disposition] + Self.headers(9_999)) }),
            ("10,000 headers before the one that counts", 413, { Self.body($0, headers: Self.headers(10_000)) }),
            ("a name of 256 bytes", 400, { Text.body(Text.parts($0) + [Text.part(Self.name(256), "")]) }),
            ("a name of 257 bytes", 413, { Text.body(Text.parts($0) + [Text.part(Self.name(257), "")]) }),
            ("a body of 1 MiB and a byte", 413, { Self.body($0, of: 1 << 20 | 1) }),
            ("an empty name", 400, { Text.body(Text.parts($0) + [Text.part("", "x")]) }),
            ("no name", 400, { Self.body($0, headers: ["Content-Disposition: form-data"]) }),
            ("no disposition", 400, { Self.body($0, headers: ["Content-Type: text/plain"]) }),
            ("no header", 400, { Self.body($0, headers: []) }),
            ("two names", 400, { Self.body($0, headers: [Self.disposition + "; name=\"y\""]) }),
            ("two dispositions", 400, { Self.body($0, headers: [Self.disposition, Self.disposition]) }),
            ("a folded header", 400, { Self.body($0, headers: [Self.disposition, " name=\"y\""]) }),
            ("a header without a colon", 400, { Self.body($0, headers: [Self.disposition, "X"]) }),
        ]
        try await RawIntake.with { intake in
            for row in rows {
                try await intake.expect(row.status, for: row.name) { (Text.type, row.body($0)) }
            }
        }
    }

    /// The answer comes at the limit: what would follow is never sent.
    @Test func case16WhatIsTooMuchIsRefusedBeforeTheRestHasCome() async throws {
        let rows: [(name: String, status: Int, body: (RawIntake.Fields) -> String)] = [
            ("1,001 parts", 413, { Text.open(Text.parts($0) + Self.parts(1_001 - $0.count)) }),
            ("a header that does not end", 413, { _ in "--B\r\nX: " + String(repeating: "x", count: 8 << 10) }),
            ("headers that do not end", 413, { _ in "--B\r\n" + Self.headers(17).map { "\($0)\r\n" }.joined() }),
            ("an empty name", 400, { Text.open(Text.parts($0) + [Text.part("", "")]) }),
            ("a file", 400, { Text.open(Text.parts($0) + [Text.file("photo", filename: "a", "")]) }),
            ("what is no text", 400, { Text.open(Text.parts($0) + [Text.part("road", "\u{0}")]) }),
            ("something before the beginning", 400, { _ in "x" }),
        ]
        try await RawIntake.with { intake in
            for row in rows {
                try await intake.expectEarly(row.status, for: row.name) { (Text.type, row.body($0)) }
            }
        }
    }

    private static func parts(_ count: Int) -> [String] { Array(repeating: Text.part("x", ""), count: count) }

    private static func headers(_ count: Int) -> [String] { Array(repeating: "X: 1", count: count) }

    private static func name(_ length: Int) -> String { String(repeating: "n", count: length) }

    /// A form, and another part that makes the body so many bytes long.
    private static func body(_ fields: RawIntake.Fields, of length: Int) -> String {
        let short = Text.body(Text.parts(fields) + [Text.part("x", "")]).utf8.count
        return Text.body(Text.parts(fields) + [Text.part("x", String(repeating: "x", count: length - short))])
    }
}
