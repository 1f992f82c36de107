import FastCGI
import Foundation
import NIOCore
import TestSupport
import Testing

extension EndToEnd {
    /// The ways in which a web server or an init system starts the intake.
    @Suite struct StartTests {
        @Test func theIntakeTakesASocketOnItsStandardInput() async throws {
            try await Self.withSites { folder in
                try await Self.expectAnswer(
                    in: folder, "\(Program.products)/soh-intake",
                    ["--bundle", "\(folder)/public/intake", "--store", "\(folder)/store"])
            }
        }

        @Test func theIntakeTakesADescriptorThatIsNamed() async throws {
            try await Self.withSites { folder in
                try await Self.expectAnswer(
                    in: folder, "\(Program.products)/soh-intake",
                    ["--bundle", "\(folder)/public/intake", "--store", "\(folder)/store", "--listen", "fd:0"])
            }
        }

        @Test func theIntakeTakesTheSocketOfSystemd() async throws {
            try await Self.withSites { folder in
                // What systemd does: the socket is descriptor 3, and the process is told that it is meant.
                let script = """
                    exec 3<&0 </dev/null; export LISTEN_PID=$$ LISTEN_FDS=1
                    exec "$0" --bundle "$1/public/intake" --store "$1/store"
                    """
                try await Self.expectAnswer(
                    in: folder, "/bin/sh", ["-c", script, "\(Program.products)/soh-intake", folder])
            }
        }

        @Test func theIntakeAnswersOneRequestOverPlainCGI() async throws {
            try await Self.withSites { folder in
                let html = try String(contentsOfFile: "\(folder)/public/gwent/report/streetsafe.html", encoding: .utf8)
                let form = try #require(HTMLPage(html).form)
                let body = form.encoded([:])
                let options = ["--bundle", "\(folder)/public/intake", "--store", "\(folder)/store"]
                let environment = [
                    "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST", "REQUEST_URI": form.action,
                    "HTTP_HOST": "gwent.localhost", "CONTENT_TYPE": "application/x-www-form-urlencoded",
                    "CONTENT_LENGTH": "\(body.utf8.count)",
                ]
                let answer = try await Program.run("soh-intake", options, environment: environment, input: body)
                #expect(answer.status == 0)
                #expect(answer.output.hasPrefix("Status: 303 See Other\r\nLocation: /forms/streetsafe/done/GWE-STS-"))
                let cut = try await Program.run(
                    "soh-intake", options, environment: environment, input: String(body.dropLast()))
                #expect(
                    cut.output.hasPrefix("Status: 400 Bad Request\r\n"), "a body that is shorter than was said is none")
                let listed = try await Program.run("soh", ["cases", "list", "--store", "\(folder)/store"])
                #expect(listed.output.split(separator: "\n").count == 1)
            }
        }

        @Test func withNothingToListenOnTheIntakeSaysSo() async throws {
            try await Self.withSites { folder in
                let outcome = try await Program.run(
                    "soh-intake", ["--bundle", "\(folder)/public/intake", "--store", "\(folder)/store"], input: "")
                #expect(outcome.status == 1)
                #expect(outcome.errors.contains("nothing to listen on"))
            }
        }

        @Test func theLimitsAreThoseOfTheCommandLine() async throws {
            try await Self.withSites { folder in
                let address = "unix:\(folder)/s"
                let intake = try BackgroundProgram(
                    "\(Program.products)/soh-intake",
                    [
                        "--bundle", "\(folder)/public/intake", "--store", "\(folder)/store", "--listen", address,
                        "--connections", "7", "--requests", "5", "--idle", "1",
                    ], log: "\(folder)/intake.log")
                _ = try await intake.waitUntilReady()
                var question = ByteBuffer()
                let names = NameValuePairs.encode([("FCGI_MAX_CONNS", ""), ("FCGI_MAX_REQS", "")])
                question.write(Record(.getValues, requestID: 0, content: names))
                // It closes the connection once nothing has come for a second.
                let bytes = try await PeerAddress.unix("\(folder)/s").exchange(Array(question.readableBytesView))
                var answer = ByteBuffer(bytes: bytes)
                let record = try #require(try RecordDecoder.next(in: &answer))
                #expect(try NameValuePairs.decode(record.content).map(\.value) == ["7", "5"])
                let refused = try await Program.run("soh-intake", ["--store", "\(folder)/store", "--total", "0"])
                #expect(refused.status == 1)
                #expect(refused.errors.contains("--total begins at 1"))
            }
        }

        private static func withSites(_ body: (_ folder: String) async throws -> Void) async throws {
            try await withTemporaryFolder { folder in
                let built = try await Program.run("soh", ["build", "--output", "\(folder)/public"])
                #expect(built.status == 0)
                try await body(folder)
            }
        }

        /// Starts a program with a socket on its standard input, and sends a request there.
        private static func expectAnswer(in folder: String, _ program: String, _ arguments: [String]) async throws {
            let path = "\(folder)/given.sock"
            let socket = try PeerAddress.listeningSocket(at: path)
            let intake = try BackgroundProgram(program, arguments, log: "\(folder)/intake.log", input: socket)
            let ready = try await intake.waitUntilReady()
            #expect(ready == "unix:\(path)")
            let request = Request(parameters: [
                ("REQUEST_METHOD", "GET"), ("REQUEST_URI", "/search?q=burglary"), ("HTTP_HOST", "gwent.localhost"),
            ])
            let response = try await Client(to: .unix(path: path)).send(request)
            #expect(response.status == 200)
            #expect(String(decoding: response.body, as: UTF8.self).contains("<mark>burglary</mark>"))
            #expect(try await intake.end(SIGINT) == 0)
            #expect(FileManager.default.fileExists(atPath: path), "the socket is not the intake's to delete")
        }
    }
}
