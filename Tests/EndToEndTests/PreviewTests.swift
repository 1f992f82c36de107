import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// `soh serve` while somebody writes.
    @Suite struct PreviewTests {
        @Test func aChangeIsBuiltAndShownAndAFaultIsToldOnThePage() async throws {
            try await withTemporaryFolder { folder in
                for name in ["Content", "Templates"] {
                    try FileManager.default.copyItem(atPath: "\(Program.root)/\(name)", toPath: "\(folder)/\(name)")
                }
                let serve = try BackgroundProgram(
                    "\(Program.products)/soh",
                    [
                        "serve", "--port", "0", "--store", "\(folder)/store", "--output", "\(folder)/public",
                        "--content", "\(folder)/Content", "--templates", "\(folder)/Templates",
                    ], log: "\(folder)/log")
                let port = try #require(UInt16(try await serve.waitUntilReady().filter(\.isNumber)))
                let address = PeerAddress.loopback(port: port)
                var browser = Browser(address, host: "gwent.localhost:\(port)")
                let first = try await browser.get("/contact")
                #expect(first.html.source.contains("<script src=\"/_soh/reload.js?since=0\"></script>\n</body>"))
                #expect(first.header("Content-Security-Policy")?.contains("connect-src 'self'") == true)

                let page = "\(folder)/Content/national/contact.md"
                let text = try String(contentsOfFile: page, encoding: .utf8)
                let moved = text.replacing("aliases: [", with: "aliases: [/old/contact, ")
                try Data("\(moved)\nWe moved next door.\n".utf8).write(to: URL(filePath: page))
                try await Self.wait(for: 1, at: address)
                let second = try await browser.get("/old/contact")
                #expect(second.url == "/contact")
                #expect(second.html.source.contains("We moved next door.") && second.html.source.contains("?since=1"))
                #expect(!second.html.source.contains("soh-faults"))

                try Data("\(moved)\n> [!nope] x\n".utf8).write(to: URL(filePath: page))
                try await Self.wait(for: 2, at: address)
                let faulty = try await browser.get("/contact").html.source
                #expect(faulty.contains("contact.md:") && faulty.contains("there is no component &#39;nope&#39;"))
                #expect(faulty.contains("We moved next door."), "the last good site stays")
                let form = try await browser.get("/search?q=telephone").html.source
                #expect(form.contains("soh-faults"), "also where the intake draws the page")

                try Data(text.utf8).write(to: URL(filePath: page))
                try await Self.wait(for: 3, at: address)
                let mended = try await browser.get("/contact").html.source
                #expect(!mended.contains("soh-faults") && !mended.contains("next door"))
                #expect(try await serve.end(SIGINT) == 0)
            }
        }

        /// Listens until the pages have changed that often.
        private static func wait(for generation: Int, at address: PeerAddress) async throws {
            let request = "GET /_soh/events?since=\(generation - 1) HTTP/1.1\r\nHost: localhost\r\n\r\n"
            let heard = try await address.exchange(Array(request.utf8), until: "data: \(generation)\n\n")
            try #require(String(decoding: heard, as: UTF8.self).contains("data: \(generation)\n\n"))
        }
    }
}
