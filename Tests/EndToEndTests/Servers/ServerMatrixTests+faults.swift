import Foundation
import TestSupport
import Testing

extension EndToEnd.ServerMatrixTests {
    @Test(arguments: servers)
    func aBodyInChunksIsTakenAndHalfABodyLeavesNothing(server: WebServerProgram, tcp: Bool) async throws {
        try await FrontDesk.with(server, listeningOnTCP: tcp) { desk in
            let form = try FrontDesk.publishedForm(in: desk.folder)
            let host = "Host: gwent.localhost:\(desk.port)"
            let whole = WebRequest(posting: form.encoded(), to: form.action)
            for count in [whole.headBytes.count + 1, whole.bytes.count - 20] {
                _ = try await desk.address.exchange(Array(whole.bytes.prefix(count)), endsSending: true)
            }
            #expect(try await desk.cases().isEmpty, "a client that is gone in the middle")
            var chunked = WebRequest(
                posting: WebRequest.chunks(form.encoded(), of: 100) + "0\r\n\r\n", to: form.action,
                framing: ["Transfer-Encoding: chunked"])
            chunked.head = chunked.head.map { $0.hasPrefix("Host:") ? host : $0 }
            let answer = try WebAnswer(await desk.address.exchange(chunked.bytes))
            // RFC 9112, section 6.3: a server may insist on being told the length.
            #expect(answer.status == 303 || answer.status == 411)
            let cases = try await desk.cases()
            #expect(cases.count == (answer.status == 303 ? 1 : 0))
        }
    }

    @Test(arguments: servers)
    func whileTheIntakeRestsAPageSaysWhomToCall(server: WebServerProgram, tcp: Bool) async throws {
        try await FrontDesk.with(server, listeningOnTCP: tcp) { desk in
            var browser = desk.browser("gwent")
            let form = try #require(try await browser.get("/report/streetsafe").html.form)
            desk.intake.kill()
            for (path, file) in [
                ("/search?q=x", "503.html"), ("/search/cy?q=x", "cy/503.html"),
                ("/forms/burglary/place", "503.html"), ("/forms/burglary/cy/place", "cy/503.html"),
            ] {
                let page = try await browser.request("GET", path)
                #expect(page.status == 503, "\(path)")
                let bytes = try String(contentsOfFile: "\(desk.folder)/public/gwent/\(file)", encoding: .utf8)
                #expect(page.html.source == bytes, "\(path)")
                Self.expectSecurityHeaders(page, path)
            }
            let posted = try await browser.post(form.action, form.encoded())
            #expect(posted.status == 503 && posted.html.source.contains("101"))
            #expect(try await browser.get("/report/burglary").status == 200, "what is written stays readable")
        }
    }

    @Test(arguments: servers)
    func theLogsTellNothingOfAnybody(server: WebServerProgram, tcp: Bool) async throws {
        try await FrontDesk.with(server, listeningOnTCP: tcp) { desk in
            var browser = desk.browser("gwent")
            _ = try await browser.get("/contact?name=Casey")
            _ = try await browser.get("/search?q=strangled")
            _ = try await browser.get("/report/Casey%20Smith")
            let (done, typed) = try await EndToEnd.JourneyTests.walk(&browser, from: "/report/burglary")
            let reference = try #require(done.html.text(of: "output", id: "reference"))
            _ = try await EndToEnd.JourneyTests.walk(&browser, from: "/report/streetsafe")
            desk.intake.kill()
            _ = try await browser.request(
                "POST", "/forms/burglary/place?x=Casey", body: Array("a=Casey".utf8),
                headers: ["Content-Type": "application/x-www-form-urlencoded", "Referer": "http://a/Casey"])
            let logs = try await Self.logs(of: desk, until: "\"status\":503")
            #expect(logs.contains("/contact\"") || logs.contains("/contact.html\""))
            #expect(logs.contains("\"/forms/"), "that forms are used is told")
            var secrets = ["Casey", "strangled", "?", "127.0.0.1\"", "streetsafe", reference, "/done", "evidence"]
            secrets += typed.values.filter { $0.utf8.count > 6 }
            for secret in secrets { #expect(!logs.contains(secret), "\(secret)") }
            for line in logs.split(separator: "\n") where line.contains("\"status\":") {
                #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil, "\(line)")
            }
        }
    }

    /// Everything in the folder of the logs, once the last request is among it: some servers write after they have
    /// answered.
    private static func logs(of desk: FrontDesk, until mark: String) async throws -> String {
        for _ in 0..<200 {
            let text = try FileTree.read("\(desk.folder)/logs").values
                .map { String(decoding: $0, as: UTF8.self) }.joined()
            if text.contains(mark) { return text }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw FrontDesk.Failure(text: "the log never told of the last request")
    }
}
