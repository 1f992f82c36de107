import Foundation
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct DurabilityTests {
        @Test func aCaseThatWasAcknowledgedSurvivesAKill() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let form = try #require(try await browser.get("/report/streetsafe").html.form)
                let answer = try await browser.post(form.action, form.encoded())
                desk.intake.kill()
                #expect(answer.status == 303)
                let reference = try #require(answer.header("Location")?.split(separator: "/").last.map(String.init))
                #expect(try await desk.cases().compactMap { $0["reference"] as? String } == [reference])

                let restarted = try FrontDesk.startIntake(in: desk.folder, listen: "unix:\(desk.folder)/intake.sock")
                _ = try await restarted.waitUntilReady()
                let done = try await browser.get(answer.header("Location") ?? "")
                #expect(done.html.text(of: "output", id: "reference") == reference)
            }
        }

        @Test func aDraftSurvivesAKill() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let (place, _) = try await JourneyTests.walk(&browser, from: "/report/burglary", until: "place")
                desk.intake.kill()
                let restarted = try FrontDesk.startIntake(in: desk.folder, listen: "unix:\(desk.folder)/intake.sock")
                _ = try await restarted.waitUntilReady()
                let next = try await browser.submit(try #require(place.html.form))
                #expect(next.html.form?.step == "timing")
            }
        }

        /// The definition that a draft was begun with draws it, judges it and labels its case, whatever is published.
        @Test func aDraftGoesOnWithItsOwnDefinitionAfterTheSiteWasRebuilt() async throws {
            try await FrontDesk.with { desk in
                var browser = desk.browser("gwent")
                let (place, _) = try await JourneyTests.walk(&browser, from: "/report/burglary", until: "place")
                let definition = try #require(place.html.form?.served["_definition"])
                try await desk.publish(titled: "Report a break-in")
                desk.intake.kill()
                let restarted = try FrontDesk.startIntake(in: desk.folder, listen: "unix:\(desk.folder)/intake.sock")
                _ = try await restarted.waitUntilReady()

                let (done, _) = try await JourneyTests.walk(&browser, from: place.url)
                #expect(done.html.text(of: "output", id: "reference") != nil)
                #expect(try await desk.cases().first?["definition"] as? String == definition.first)
                let next = try #require(try await browser.get("/report/burglary").html.form)
                #expect(next.served["_definition"] != definition, "a new report begins with the new definition")
            }
        }

        /// A commit that only reached the memory of the kernel would survive a kill all the same. What tells the two
        /// apart is the order of system calls: the log is synced before the answer is written.
        @Test func anAnswerIsWrittenOnlyAfterTheLogWasSynced() async throws {
            try await withTemporaryFolder { folder in
                let built = try await Program.run("soh", ["build", "--output", "\(folder)/public"])
                #expect(built.status == 0)
                let trace = "\(folder)/trace"
                let intake = try BackgroundProgram(
                    "/usr/bin/strace",
                    [
                        "-D", "-f", "-y", "-o", trace, "-e", "trace=fdatasync,fsync,write,writev,sendto,sendmsg",
                        "\(Program.products)/soh-intake", "--bundle", "\(folder)/public/intake", "--store",
                        "\(folder)/store", "--listen", "unix:\(folder)/s",
                    ], log: "\(folder)/log")
                _ = try await intake.waitUntilReady()
                let form = try FrontDesk.publishedForm(in: folder)
                for _ in 0..<3 {
                    let answer = try await PeerAddress.unix("\(folder)/s").exchange(Self.records(form))
                    #expect(String(decoding: answer, as: UTF8.self).contains("Status: 303"))
                }
                intake.kill()
                let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
                var isSynced = false
                var answers = 0
                for call in calls {
                    if call.contains("sync("), call.contains("cases.sqlite-wal") { isSynced = true }
                    if call.contains("Status: 303") {
                        #expect(isSynced, "an answer before its sync")
                        isSynced = false
                        answers += 1
                    }
                }
                #expect(answers == 3)
            }
        }

        /// A POST as a web server sends it, in records of FastCGI.
        static func records(_ form: HTMLForm) -> [UInt8] {
            let body = Array(form.encoded().utf8)
            let parameters = [
                ("REQUEST_METHOD", "POST"), ("REQUEST_URI", form.action), ("HTTP_HOST", "gwent.localhost"),
                ("CONTENT_TYPE", "application/x-www-form-urlencoded"), ("CONTENT_LENGTH", "\(body.count)"),
            ]
            let pairs = parameters.flatMap { name, value in
                [UInt8(name.utf8.count), UInt8(value.utf8.count)] + Array((name + value).utf8)
            }
            func record(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
                [1, type, 0, 1, UInt8(content.count >> 8), UInt8(content.count & 255), 0, 0] + content
            }
            return record(1, [0, 1, 0, 0, 0, 0, 0, 0]) + record(4, pairs) + record(4, []) + record(5, body)
                + record(5, [])
        }
    }
}
