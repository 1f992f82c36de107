import Foundation
import TestSupport
import Testing

/// The commands as people run them: what they print, and what they end with.
extension EndToEnd {
    @Suite struct CommandTests {
        @Test func ourOwnContentIsWithoutAFault() async throws {
            let checked = try await Program.run("soh", ["check", "--strict", "--as-of", "2026-11-23"])
            #expect(checked.errors == "")
            #expect(checked.output.hasPrefix("44 forces, "))
            #expect(checked.status == 0)
        }

        @Test func everyForceOfTheContentIsPublished() async throws {
            try await withTemporaryFolder { folder in
                let built = try await Program.run("soh", ["build", "--output", "\(folder)/public", "--format", "json"])
                #expect(built.status == 0)
                let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/public")
                    .filter { !$0.hasPrefix(".") }
                #expect(names.count == 45 && names.contains("intake"))
                let hosts = try Self.hosts()
                #expect(hosts.count == 44)
                for (path, data) in try FileTree.read("\(folder)/public") {
                    let named = hosts.first { data.range(of: Data($0.utf8)) != nil }
                    #expect(named == nil, "\(path) names a real host")
                }
                let again = try await Program.run("soh", ["build", "--output", "\(folder)/public", "--format", "json"])
                #expect(again.output.contains("\"changed\":0,"))
            }
        }

        /// The hosts of the real sites.
        private static func hosts() throws -> [String] {
            let folder = "\(Program.root)/Content/forces"
            return try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { force in
                let text = try String(contentsOfFile: "\(folder)/\(force)/force.yml", encoding: .utf8)
                return text.split(separator: "\n").first { $0.hasPrefix("host: ") }.map { String($0.dropFirst(6)) }
            }
        }

        @Test func aFaultIsShownWithItsExcerptAndEndsWith1() async throws {
            try await withTemporaryFolder { folder in
                try FileManager.default.copyItem(atPath: "\(Program.root)/Content", toPath: "\(folder)/Content")
                try FileManager.default.copyItem(atPath: "\(Program.root)/Templates", toPath: "\(folder)/Templates")
                let page = "\(folder)/Content/questions/crime.yml"
                let text = try String(contentsOfFile: page, encoding: .utf8)
                let broken = text.replacingOccurrences(of: "noun: someone is still", with: "hnit: someone is still")
                try broken.write(toFile: page, atomically: true, encoding: .utf8)
                let built = try await Program.run("soh", ["build"], in: folder)
                #expect(built.status == 1)
                #expect(
                    built.errors == """
                        Content/questions/crime.yml:9:9: error: unknown key 'hnit'
                        9 |         hnit: someone is still there or anyone is in danger
                          |         ^
                            = did you mean 'hint'?
                        1 error, 0 warnings: nothing was published

                        """)
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/public"))
                let json = try await Program.run("soh", ["check", "--format", "json"], in: folder)
                #expect(json.status == 1)
                #expect(json.output.contains(#""code":"unknown-key","column":9,"#))
            }
        }

        @Test func whereThereIsNoContentItSaysHowToBegin() async throws {
            try await withTemporaryFolder { folder in
                let built = try await Program.run("soh", ["build"], in: folder)
                #expect(built.status == 1)
                #expect(built.errors.contains("Content: error: there is no content here: this folder was looked for"))
                #expect(built.errors.contains("a site begins with Content/site.yml"))
            }
        }

        @Test(arguments: [
            (["bulid"], "bulid"), (["build", "--as-of", "yesterday"], "'yesterday' is not a day"),
            (["cases", "list"], "--store"),
            (["cases", "list", "--store", "/nonexistent"], "there is no case store in /nonexistent"),
            (["cases", "show", "GWE-BUR", "--store", "/"], "that is not a reference"),
        ])
        func aFaultOfUsageEndsWith1(arguments: [String], message: String) async throws {
            let outcome = try await Program.run("soh", arguments)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(message))
        }

        @Test func aFolderThatCannotBeWrittenEndsWith2() async throws {
            let outcome = try await Program.run("soh", ["build", "--output", "/proc/public"])
            #expect(outcome.status == 2)
            #expect(outcome.errors == "soh: cannot make the folder /proc/public: No such file or directory\n")
        }

        @Test func theIntakeSaysWhatItLacks() async throws {
            try await withTemporaryFolder { folder in
                let bundle = [
                    "--bundle", "\(folder)/none", "--store", "\(folder)/store", "--listen", "unix:\(folder)/s",
                ]
                let unbuilt = try await Program.run("soh-intake", bundle)
                #expect(unbuilt.status == 1 && unbuilt.errors.contains("run 'soh build' first"))
                let open = try await Program.run("soh-intake", ["--store", folder, "--listen", "0.0.0.0:9000"])
                #expect(open.status == 1 && open.errors.contains("--allow-peer"))
            }
        }

        @Test func theIntakeEndsCleanlyWhenAskedAndTakesItsSocketAway() async throws {
            try await withTemporaryFolder { folder in
                let built = try await Program.run("soh", ["build", "--output", "\(folder)/public"])
                #expect(built.status == 0)
                let intake = try FrontDesk.startIntake(in: folder, listen: "unix:\(folder)/s")
                #expect(try await intake.waitUntilReady() == "unix:\(folder)/s")
                let second = try await Program.run(
                    "soh-intake",
                    [
                        "--bundle", "\(folder)/public/intake", "--store", "\(folder)/store", "--listen",
                        "unix:\(folder)/s",
                    ])
                #expect(second.status == 2 && second.errors.contains("another process listens on \(folder)/s"))
                #expect(try await intake.end(SIGINT) == 0)
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/s"))
            }
        }

        @Test func theEmbeddedServerTakesAReportAndStopsWhenAsked() async throws {
            try await withTemporaryFolder { folder in
                let serve = try BackgroundProgram(
                    "\(Program.products)/soh",
                    [
                        "serve", "--port", "0", "--store", "\(folder)/store", "--output", "\(folder)/public",
                        "--content", "\(Program.root)/Content", "--templates", "\(Program.root)/Templates",
                    ], log: "\(folder)/log")
                let ready = try await serve.waitUntilReady()
                let port = try #require(UInt16(ready.filter(\.isNumber)))
                var directory = Browser(.loopback(port: port), host: "localhost:\(port)")
                #expect(try await directory.get("/").html.source.contains("http://gwent.localhost:\(port)/"))
                var browser = Browser(.loopback(port: port), host: "gwent.localhost:\(port)")
                #expect(try await browser.get("/cy/").html.source.contains("<html lang=\"cy\" "))
                #expect(try await browser.get("/../../etc/passwd").status == 404)
                let (done, _) = try await JourneyTests.walk(&browser, from: "/report/burglary")
                let reference = try #require(done.html.text(of: "output", id: "reference"))
                let taken = try await Program.run(
                    "soh", ["serve", "--port", "\(port)", "--output", "\(folder)/public", "--store", "\(folder)/other"])
                #expect(taken.status == 2 && taken.errors.contains("port \(port) is taken"))
                #expect(try await serve.end(SIGINT) == 0)
                let listed = try await Program.run("soh", ["cases", "list", "--store", "\(folder)/store"])
                #expect(listed.output.hasPrefix(reference))
            }
        }
    }
}
