import TestSupport
import Testing

extension EndToEnd.HostileWebTests {
    private typealias Fields = [(name: String, value: String)]

    /// A body and its type, and what it must get.
    private typealias Posting = (name: String, status: Int, type: String, body: String)

    private static let urlEncoded = "application/x-www-form-urlencoded"
    private static let multipart = "multipart/form-data; boundary=B"

    @Test func case14ABodyWithoutItsEndLeavesNothing() async throws {
        try await Self.expect { fields in
            let whole = Self.parts(fields) + "--B--"
            let cuts = (1...7).map { (name: "an end cut by \($0)", status: 400, body: String(whole.dropLast($0))) }
            return [("a whole body", 303, Self.multipart, whole)]
                + cuts.map { ($0.name, $0.status, Self.multipart, $0.body) }
                + [("no end", 400, Self.multipart, Self.parts(fields)), ("nothing", 400, Self.multipart, "")]
        }
    }

    @Test func case16WhatIsTooMuchIsRefused() async throws {
        try await Self.expect { fields in
            let form = Self.parts(fields)
            let rest = 1_001 - fields.count
            let bodies: [(name: String, status: Int, more: String)] = [
                ("1,000 parts", 400, String(repeating: Self.part("x", ""), count: rest - 1)),
                ("1,001 parts", 413, String(repeating: Self.part("x", ""), count: rest)),
                ("a header of 1 MB", 413, "--B\r\nX: \(String(repeating: "x", count: 1_000_000))\r\n\r\n\r\n"),
                ("10,000 headers", 413, "--B\r\n" + String(repeating: "X: 1\r\n", count: 10_000) + "\r\n\r\n"),
                ("a text of 1 MiB", 413, Self.part("x", String(repeating: "x", count: 1 << 20))),
                ("more than nginx takes", 413, Self.part("x", String(repeating: "x", count: 3 << 20))),
                ("an empty name", 400, Self.part("", "x")),
                ("a file", 400, Self.part("x\"; filename=\"a%22b%0D%0Ac.png", "x")),
            ]
            return bodies.map { ($0.name, $0.status, Self.multipart, form + $0.more + "--B--\r\n") }
        }
    }

    @Test func case19AFieldThatComesTwiceOrIsNotOfTheStepIsRefused() async throws {
        try await Self.expect { fields in
            let answer = fields.first { !$0.name.hasPrefix("_") }?.name ?? ""
            let bodies: [(name: String, status: Int, fields: Fields)] = [
                ("a good form", 303, fields), ("an answer behind", 400, fields + [(answer, "no")]),
                ("an answer before", 400, [(answer, "yes")] + fields),
                ("an empty answer", 400, fields + [(answer, "")]),
                ("the definition twice", 400, fields + fields.prefix(1)),
                ("a field of no form", 400, fields + [("nope", "")]),
                ("the trap twice", 400, fields + [("website", ""), ("website", "")]),
            ]
            return bodies.flatMap { row -> [Posting] in
                let pairs = row.fields.map { "\(HTMLForm.encoded($0.name))=\(HTMLForm.encoded($0.value))" }
                return [
                    (row.name, row.status, Self.urlEncoded, pairs.joined(separator: "&")),
                    (row.name, row.status, Self.multipart, Self.parts(row.fields) + "--B--\r\n"),
                ]
            }
        }
    }

    @Test func case25WhatAnotherSiteSendsIsRefused() async throws {
        let rows: [(header: String?, status: Int)] = [
            (nil, 303), ("same-origin", 303), ("none", 303), ("cross-site", 403), ("same-site", 403),
            ("CROSS-SITE", 403), ("Same-Origin", 403), ("same-origin, cross-site", 403), ("x", 403),
        ]
        try await HostileDesk.with { web in
            let check = HostileDesk.Form(
                uri: "/forms/burglary/check", fields: Array(web.step.fields.prefix(1)), headers: web.step.headers)
            for way in HostileDesk.Way.allCases {
                for row in rows {
                    for form in web.forms + [check] {
                        var request = form.request
                        if let header = row.header { request.head.append("Sec-Fetch-Site: \(header)") }
                        let name = "\(row.header ?? "nothing") to \(form.uri)"
                        let answer =
                            row.status == 303
                            ? try await web.send(request.bytes, by: way)
                            : try await web.sendHostile(request.bytes, by: way, name)
                        #expect(answer.status == row.status, "\(name), \(way)")
                    }
                }
            }
        }
    }

    /// What only a machine fills in: a report of a crime outranks the nuisance.
    @Test func case25AFilledTrapTurnsNoReportAway() async throws {
        try await HostileDesk.with { web in
            for way in HostileDesk.Way.allCases {
                for (typed, isMachine) in [("x", true), ("http://spam.example/", true), (" ", true), ("", false)] {
                    let body = web.report.body + "&website=\(HTMLForm.encoded(typed))"
                    let request = WebRequest(posting: body, to: web.report.uri)
                    let answer = try await web.send(request.bytes, by: way)
                    #expect(answer.status == 303, "'\(typed)', \(way)")
                    let reference = try #require(answer.header("Location")?.split(separator: "/").last)
                    let shown = try await Program.run(
                        "soh", ["cases", "show", String(reference), "--store", "\(web.desk.folder)/store"])
                    #expect(shown.output.contains("  signals   honeypot\n") == isMachine, "'\(typed)', \(way)")
                }
            }
        }
    }

    /// Posts bodies to each form in each way. What is not a success leaves nothing.
    private static func expect(
        at location: SourceLocation = #_sourceLocation, _ postings: (Fields) -> [Posting]
    ) async throws {
        try await HostileDesk.with { web in
            for way in HostileDesk.Way.allCases {
                for form in web.forms {
                    for row in postings(form.fields) {
                        let request = WebRequest(posting: row.body, to: form.uri, type: row.type, form.headers)
                        let name = "\(row.name) to \(form.uri)"
                        let answer =
                            row.status == 303
                            ? try await web.send(request.bytes, by: way)
                            : try await web.sendHostile(request.bytes, by: way, name, at: location)
                        #expect(answer.status == row.status, "\(name), \(way)", sourceLocation: location)
                    }
                }
            }
        }
    }

    private static func part(_ name: String, _ value: String) -> String {
        "--B\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }

    private static func parts(_ fields: Fields) -> String { fields.map { part($0.name, $0.value) }.joined() }
}
