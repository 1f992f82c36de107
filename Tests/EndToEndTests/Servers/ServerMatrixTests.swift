import Crypto
import Foundation
import SiteModel
import TestSupport
import Testing

extension EndToEnd {
    /// Every web server that `soh web-config` knows, over both kinds of sockets: what a citizen's browser gets must not
    /// depend on what force IT runs.
    @Suite struct ServerMatrixTests {
        static let servers = WebServerProgram.allCases.flatMap { server in [false, true].map { (server, $0) } }

        @Test(arguments: servers)
        func pagesAreServedWithTheHeadersOfTheirKind(server: WebServerProgram, tcp: Bool) async throws {
            try await FrontDesk.with(server, listeningOnTCP: tcp) { desk in
                let root = "\(desk.folder)/public/gwent"
                let style = try #require(
                    try FileManager.default.contentsOfDirectory(atPath: "\(root)/assets").first { $0.hasSuffix(".css") }
                )
                let rows = [
                    Row("/", 200, "index.html"), Row("/cy", 200, "cy/index.html"),
                    Row("/report", 200, "report/index.html"),
                    Row("/report/burglary", 200, "report/burglary.html", kept: "no-store"),
                    Row("/cy/rhoi-gwybod/bwrgleriaeth", 200, "cy/rhoi-gwybod/bwrgleriaeth.html", kept: "no-store"),
                    Row("/contact", 200, "contact.html"), Row("/robots.txt", 200, "robots.txt", type: "text/plain"),
                    Row(
                        "/assets/\(style)", 200, "assets/\(style)", type: "text/css",
                        kept: "public, max-age=31536000, immutable"),
                    Row("/nowhere", 404, "404.html"), Row("/cy/unman", 404, "cy/404.html"),
                    Row("/report/burglary/x", 404, "404.html"), Row("/assets/none.css", 404, "404.html"),
                    Row("/..%2f..%2fetc/passwd", nil, nil), Row("/intake/current", 404, "404.html"),
                ]
                var browser = desk.browser("gwent")
                for row in rows {
                    let page = try await browser.request("GET", row.path)
                    guard let status = row.status, let file = row.file else {
                        #expect([400, 403, 404].contains(page.status), "\(row.path)")
                        continue
                    }
                    #expect(page.status == status, "\(row.path)")
                    let bytes = try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)
                    #expect(page.html.source == bytes, "\(row.path)")
                    #expect(page.header("Content-Type")?.hasPrefix(row.type) == true, "\(row.path)")
                    #expect(page.header("Cache-Control") == row.kept, "\(row.path)")
                    Self.expectSecurityHeaders(page, row.path)
                    // A HEAD says what a GET does, and nothing after it.
                    let head = try await browser.request("HEAD", row.path)
                    #expect(head.status == status && head.html.source.isEmpty, "HEAD \(row.path)")
                    #expect(head.header("Content-Type") == page.header("Content-Type"), "HEAD \(row.path)")
                    guard status == 200 else { continue }
                    let tag = try #require(page.header("ETag"), "\(row.path)")
                    let again = try await browser.request("GET", row.path, headers: ["If-None-Match": tag])
                    #expect(again.status == 304 && again.html.source.isEmpty, "\(row.path)")
                    #expect(again.header("Cache-Control") == row.kept, "304 \(row.path)")
                }
                let posted = try await browser.post("/contact", "a=b")
                #expect([200, 403, 405].contains(posted.status), "what is posted to a page leads to nothing")
            }
        }

        struct Row {
            let path: String
            /// Nil for a path that each server refuses in its own way.
            let status: Int?
            let file: String?
            let type: String
            let kept: String

            init(_ path: String, _ status: Int?, _ file: String?, type: String = "text/html", kept: String = "no-cache")
            {
                (self.path, self.status, self.file, self.type, self.kept) = (path, status, file, type, kept)
            }
        }

        /// Each of them once: two policies would both hold, and two of the others would not hold at all.
        static func expectSecurityHeaders(
            _ page: Browser.Page, _ name: String, at location: Testing.SourceLocation = #_sourceLocation
        ) {
            for (header, value) in SecurityHeaders.all(leavingFor: "https://www.bbc.co.uk/weather") {
                let sent = page.headers.filter { $0.name.lowercased() == header.lowercased() }.map(\.value)
                #expect(sent == [value], "\(name): \(header)", sourceLocation: location)
            }
            #expect(page.header("X-Powered-By") == nil, sourceLocation: location)
            #expect(page.header("Server")?.contains { $0.isNumber } != true, sourceLocation: location)
        }

        @Test(arguments: servers)
        func compressedFilesFormerAddressesAndStrangersAreDealtWith(server: WebServerProgram, tcp: Bool) async throws {
            try await FrontDesk.with(server, listeningOnTCP: tcp) { desk in
                var browser = desk.browser("gwent")
                let small = try await browser.request("GET", "/contact", headers: ["Accept-Encoding": "br, gzip"])
                #expect(small.status == 200 && small.header("Content-Encoding") == "gzip")
                #expect(small.header("Vary")?.contains("Accept-Encoding") == true)
                #expect(small.header("Content-Type")?.hasPrefix("text/html") == true)
                for (path, target) in [("/contact-us", "/contact"), ("/contact-us?from=leaflet", "/contact")] {
                    let moved = try await browser.request("GET", path)
                    #expect(moved.status == 301)
                    let location = try #require(moved.header("Location"))
                    #expect(location == target || location == "http://gwent.localhost:\(desk.port)\(target)")
                }
                #expect(try await browser.get("/contact-us").html.source.contains("<h1"))
                var stranger = Browser(desk.address, host: "evil.example")
                let answer = try await stranger.request("GET", "/report/burglary")
                #expect([403, 404, 421].contains(answer.status), "a name that is none of ours is served nothing")
                var kent = desk.browser("kent")
                #expect(try await kent.get("/").html.source.contains("data-force=\"kent\""))
            }
        }

        @Test(arguments: servers)
        func journeysEndInCasesAndFilesArriveWhole(server: WebServerProgram, tcp: Bool) async throws {
            try await FrontDesk.with(server, listeningOnTCP: tcp) { desk in
                var browser = desk.browser("gwent")
                for page in ["/report/streetsafe", "/cy/rhoi-gwybod/streetsafe"] {
                    let (done, _) = try await JourneyTests.walk(&browser, from: page)
                    #expect(done.html.text(of: "output", id: "reference") != nil)
                    #expect(done.header("Cache-Control") == "no-store")
                    Self.expectSecurityHeaders(done, page)
                }
                let search = try await browser.get("/search?q=burglary")
                #expect(search.status == 200 && search.html.source.contains("<mark>"))
                Self.expectSecurityHeaders(search, "search")
                let head = try await browser.request("HEAD", "/search?q=burglary")
                #expect(head.status == 200 && head.html.source.isEmpty)

                let (evidence, _) = try await JourneyTests.walk(&browser, from: "/report/burglary", until: "evidence")
                let film = Film(megabytes: 50)
                let form = try #require(evidence.html.form)
                let upload = try #require(form.controls.first { $0.shape == .file })
                let (body, type) = HTMLForm.multipart(form.fields(), [(upload.name, film.file)])
                let kept = try await browser.request("POST", form.action, body: body, headers: ["Content-Type": type])
                #expect(kept.status == 303)
                let (done, _) = try await JourneyTests.walk(&browser, from: kept.header("Location") ?? "")
                let reference = try #require(done.html.text(of: "output", id: "reference"))
                let cases = try await desk.cases()
                // The two of StreetSafe say the same in two languages, and count once.
                #expect(cases.count == 2)
                let record = try #require(cases.first { $0["reference"] as? String == reference })
                let stored = try #require((record["evidence"] as? [[String: Any]])?.first)
                #expect(stored["bytes"] as? Int == film.file.bytes.count)
                #expect(stored["sha256"] as? String == film.digest)
                let spooled = try FileTree.read("\(desk.folder)/store").keys.filter { $0.contains("/spool/") }
                #expect(spooled.allSatisfy { !$0.contains(".part") }, "nothing is left in the spool: \(spooled)")
            }
        }

        /// A film that no compression makes smaller.
        private struct Film {
            let file: SampleFiles.File

            init(megabytes: Int) {
                var generator = SeededGenerator(seed: 8)
                var bytes = SampleFiles.film.bytes
                bytes.reserveCapacity(megabytes << 20)
                while bytes.count < megabytes << 20 {
                    withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
                }
                file = SampleFiles.File(name: "film.mp4", type: "video/mp4", bytes: bytes)
            }

            var digest: String { SHA256.hash(data: file.bytes).map { String(format: "%02x", $0) }.joined() }
        }
    }
}
