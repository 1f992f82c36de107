import TestSupport
import Testing

extension EndToEnd {
    /// The hostile inputs of HTTP, by their number, through a real nginx: one that hands a body on when it has come as a
    /// whole, and one that hands it on as it comes.
    @Suite struct HostileWebTests {
        @Test func case8AClientThatIsGoneInTheMiddleOfABodyLeavesNothing() async throws {
            try await HostileDesk.with { web in
                for way in HostileDesk.Way.allCases {
                    for form in web.forms {
                        let request = form.request
                        let head = request.headBytes.count
                        let counts = [1, head - 2, head, head + 1, (head + request.bytes.count) / 2]
                        for count in counts + [request.bytes.count - 1] {
                            let begun = Array(request.bytes.prefix(count))
                            let name = "\(count) of \(request.bytes.count) bytes to \(form.uri)"
                            let answer = try await web.sendHostile(begun, by: way, endsSending: true, name)
                            #expect(answer.status != 303, "\(name), \(way)")
                        }
                    }
                }
            }
        }

        @Test func case9ABodyInChunksIsTakenAsOneOfAToldLength() async throws {
            try await HostileDesk.with { web in
                for way in HostileDesk.Way.allCases {
                    for form in web.forms {
                        let whole = form.body.utf8.count
                        for (length, extended) in [(whole, ""), (1, ""), (7, ""), (16, ";x=y"), (whole, ";\"x\"")] {
                            let body = WebRequest.chunks(form.body, of: length, extended: extended) + "0\r\n\r\n"
                            let request = WebRequest(
                                posting: body, to: form.uri, framing: ["Transfer-Encoding: chunked"], form.headers)
                            let answer = try await web.send(request.bytes, by: way)
                            #expect(answer.status == 303, "chunks of \(length), \(way)")
                        }
                    }
                }
            }
        }

        @Test func case9AFramingThatMakesNoSenseLeavesNothing() async throws {
            try await HostileDesk.with { web in
                for way in HostileDesk.Way.allCases {
                    for form in web.forms {
                        for row in Self.framings(of: form) {
                            let request = WebRequest(
                                posting: row.body, to: form.uri, framing: row.framing, form.headers)
                            let name = "\(row.name) to \(form.uri)"
                            let answer = try await web.sendHostile(request.bytes, by: way, endsSending: true, name)
                            #expect(answer.status != 303, "\(name), \(way)")
                        }
                    }
                }
            }
        }

        @Test func case12AHeaderThatPosesAsAnotherHasNoEffect() async throws {
            let rows = [
                ["Proxy: http://evil.example"], ["X: 1", "X: 2"], ["X-Forwarded-For: 127.0.0.1, 10.0.0.1"],
                ["X-Forwarded-Host: kent.localhost", "X-Forwarded-Proto: https"], ["Content_Length: 1"],
                ["Soh-Force: kent"], ["SOH_FORCE: kent"], ["Https: on"], ["X-HTTP-Method-Override: DELETE"],
                ["Request-Uri: /search", "Request-Method: GET"], ["Cookie: a=1", "Cookie: soh=x; soh=\"y\""],
                ["Forwarded: for=127.0.0.1;host=kent.localhost;proto=https"],
            ]
            try await HostileDesk.with { web in
                for way in HostileDesk.Way.allCases {
                    for row in rows {
                        let request = WebRequest(posting: web.report.body, to: web.report.uri, row)
                        let answer = try await web.send(request.bytes, by: way)
                        #expect(answer.status == 303, "\(row), \(way)")
                        let cookie = answer.header("Set-Cookie") ?? ""
                        #expect(!cookie.contains("Secure"), "\(row), \(way)")
                    }
                    for doubled in ["Host: kent.localhost", "Host: gwent.localhost", "Content-Length: 1"] {
                        let request = WebRequest(posting: web.report.body, to: web.report.uri, [doubled])
                        let answer = try await web.sendHostile(request.bytes, by: way, doubled)
                        #expect(answer.status == 400, "\(doubled), \(way)")
                    }
                }
                let cases = try await web.desk.cases()
                // All of them tell the same, so they are one case, which tells how often it came.
                #expect(cases.count == 1 && cases.first?["force"] as? String == "gwent")
                let reference = try #require(cases.first?["reference"] as? String)
                let shown = try await Program.run(
                    "soh", ["cases", "show", reference, "--store", "\(web.desk.folder)/store"])
                let repeated = shown.output.split(separator: "\n").count { $0.contains(" repeated") }
                #expect(repeated == 2 * (rows.count + 3) - 1)
            }
        }

        private typealias Framing = (name: String, framing: [String], body: String)

        private static func framings(of form: HostileDesk.Form) -> [Framing] {
            let chunked = ["Transfer-Encoding: chunked"]
            let length = form.body.utf8.count
            let hexadecimal = String(length, radix: 16)
            let chunk = WebRequest.chunks(form.body, of: length)
            let whole = chunk + "0\r\n\r\n"
            var rows: [Framing] = [
                ("no last chunk", chunked, chunk), ("half a last chunk", chunked, chunk + "0\r"),
                ("a chunk that is cut", chunked, String(chunk.dropLast(3))),
                ("a chunk that is longer", chunked, "\(String(length + 10, radix: 16))\r\n\(form.body)\r\n0\r\n\r\n"),
                ("chunks and a length", chunked + ["Content-Length: \(length)"], whole),
                ("chunks and a length of 0", ["Content-Length: 0"] + chunked, whole),
                ("chunks within another coding", ["Transfer-Encoding: gzip, chunked"], whole),
                ("another coding", ["Transfer-Encoding: gzip"], form.body),
            ]
            for size in ["zz", "-1", "+\(hexadecimal)", "0x\(hexadecimal)", "10000000000000001", ""] {
                rows.append(("a chunk of '\(size)'", chunked, "\(size)\r\n\(form.body)\r\n0\r\n\r\n"))
            }
            let lengths = [
                "", "-1", "+\(length)", "0x10", "18446744073709551617", "\(length) 1", "\(length),\(length)",
            ]
            for length in lengths {
                rows.append(("a length of '\(length)'", ["Content-Length: \(length)"], form.body))
            }
            return rows
        }
    }
}
