import CaseSamples
import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite struct IntakeServiceTests {
    @Test func aReportInOnePostBecomesACaseKeptToTheHour() async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send("POST", "/forms/streetsafe/place", body: intake.streetSafe)
            #expect(reply.status == 303)
            #expect(reply.header("Set-Cookie") == nil, "one step needs no cookie")
            let done = await intake.send("GET", reply.header("Location") ?? "")
            let reference = try #require(Reference(done.html.text(of: "output", id: "reference") ?? ""))
            let force = try #require(ForceID(rawValue: "gwent"))
            let record = try #require(try await intake.store.record(reference, in: force))
            #expect(record.received == Date(timeIntervalSince1970: 1_789_999_200), "no identity, no minutes")
            #expect(record.answers.count == 1)
            let again = await intake.send("GET", reply.header("Location") ?? "")
            #expect(again.html.source == done.html.source, "a confirmation is safe to reload")
        }
    }

    @Test(arguments: [
        ("GET", "/forms/nope/place", 404), ("GET", "/forms/burglary", 404),
        ("GET", "/forms/burglary/nope/x", 404), ("POST", "/forms/nope/place", 404),
        ("GET", "/forms/burglary/done/GWE-BUR-0000-0000-0001-2", 404),
        ("GET", "/forms/burglary/done/GWE-BUR-0000-0000-0001-3", 404),
        ("GET", "/forms/burglary/emergency", 303), ("GET", "/forms/burglary/check", 303),
        ("DELETE", "/forms/burglary/check", 405), ("GET", "/forms/../etc", 404),
    ])
    func everyAddressHasItsAnswer(method: String, uri: String, status: Int) async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send(method, uri, body: method == "POST" ? intake.streetSafe : nil)
            #expect(reply.status == status)
            if reply.status == 404 {
                #expect(reply.html.text(of: "h1") == "There is no page here")
                #expect(reply.html.source.contains("Gwent Police"), "in the force's own page")
            }
        }
    }

    /// Cases 8, 9, 12, 19 and 25 of the hostile inputs, as far as they concern parameters.
    @Test(
        arguments: [
            ([("CONTENT_LENGTH", "")], 303), ([("CONTENT_LENGTH", "7")], 400), ([("CONTENT_LENGTH", "-1")], 400),
            ([("CONTENT_LENGTH", "+5")], 400), ([("CONTENT_LENGTH", "0x10")], 400),
            ([("CONTENT_LENGTH", "18446744073709551617")], 400), ([("CONTENT_TYPE", "text/plain")], 400),
            ([("CONTENT_TYPE", "application/x-www-form-urlencoded; charset=UTF-8")], 303),
            ([("CONTENT_TYPE", "-")], 400),
            ([("HTTP_SEC_FETCH_SITE", "cross-site")], 403), ([("HTTP_SEC_FETCH_SITE", "same-site")], 403),
            ([("HTTP_SEC_FETCH_SITE", "same-origin")], 303), ([("HTTP_SEC_FETCH_SITE", "none")], 303),
            ([("HTTP_PROXY", "x"), ("HTTP_X", "1"), ("HTTP_X", "2"), ("HTTP_CONTENT_LENGTH", "1")], 303),
            ([("HTTP_HOST", "GWENT.localhost")], 303), ([("HTTP_HOST", "other.example")], 421),
            ([("HTTP_HOST", "-")], 421),
            ([("HTTP_HOST", "gwent.localhost"), ("HTTP_HOST", "kent.localhost")], 400),
            ([("SOH_FORCE", "gwent"), ("HTTP_HOST", "other.example")], 303), ([("SOH_FORCE", "nope")], 421),
            ([("SOH_FORCE", "gwent"), ("SOH_FORCE", "kent")], 400),
        ] as [([(String, String)], Int)])
    func parametersAreReadToTheLetter(changes: [(String, String)], status: Int) async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send(
                "POST", "/forms/streetsafe/place", body: intake.streetSafe, changes.map { (name: $0.0, value: $0.1) })
            #expect(reply.status == status)
            let count = try await Self.cases(intake)
            #expect(count == (status == 303 ? 1 : 0))
        }
    }

    @Test(arguments: [
        ("&road=again", 400), ("&nope=1", 400), ("&=x", 400), ("&x=%FF", 400), ("&_definition=x", 400),
        ("&website=http%3A%2F%2Fspam.example", 400),
    ])
    func aBodyThatNoFormOfOursSendsIsRefused(added: String, status: Int) async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send("POST", "/forms/streetsafe/place", body: intake.streetSafe + added)
            #expect(reply.status == status)
            #expect(reply.html.text(of: "h1") == "We could not read what your browser sent")
            let count = try await Self.cases(intake)
            #expect(count == 0)
        }
    }

    @Test func case25AFilledHoneypotIsToldAndTurnsNothingAway() async throws {
        try await SampleIntake.with { intake in
            let body = intake.streetSafe.replacingOccurrences(of: "website=", with: "website=x")
            let reply = await intake.send("POST", "/forms/streetsafe/place", body: body)
            #expect(reply.status == 303)
            let force = try #require(ForceID(rawValue: "gwent"))
            #expect(try await intake.store.allCases(in: force).map(\.signals) == [[.honeypot]])
        }
    }

    @Test func anUnknownDefinitionShowsTheFormAsItIsNowWithTheAnswersKept() async throws {
        try await SampleIntake.with { intake in
            let body = "_definition=\(String(repeating: "0", count: 64))&road=High+%3CStreet%3E&gone=1"
            let reply = await intake.send("POST", "/forms/streetsafe/place", body: body)
            #expect(reply.status == 422)
            let form = try #require(reply.html.form)
            #expect(form.served["road"] == ["High <Street>"])
            #expect(form.served["_definition"] == intake.definitions["streetsafe"].map { [$0] })
            let again = await intake.send("POST", "/forms/streetsafe/place", body: form.encoded())
            #expect(again.status == 303)
        }
    }

    @Test func aStoreThatCannotBeWrittenGivesThePageThatPromisesNothing() async throws {
        try await SampleIntake.with { intake in
            let database = "\(intake.folder)/store/gwent/cases.sqlite"
            try FileManager.default.createDirectory(atPath: database, withIntermediateDirectories: true)
            let reply = await intake.send("POST", "/forms/streetsafe/place", body: intake.streetSafe)
            #expect(reply.status == 503)
            let promise =
                "We could not confirm that your report was saved. Send it again: it will count once. "
                + "Or call 101, in danger 999."
            #expect(reply.html.source.contains(promise))
            let form = try #require(reply.html.form)
            #expect(form.served["road"] == ["High Street"], "the answers are kept")
            try FileManager.default.removeItem(atPath: database)
            let again = await intake.send("POST", "/forms/streetsafe/place", body: form.encoded())
            #expect(again.status == 303)
        }
    }

    /// The worst that can happen to the promise of the page: the report was saved, and nobody knows.
    @Test(arguments: [("High+Street", 1), ("Low+Street", 2)])
    func aReportThatIsSentAgainAfterAFailureCountsOnce(road: String, count: Int) async throws {
        try await SampleIntake.with(losing: true) { intake in
            let lost = await intake.send("POST", "/forms/streetsafe/place", body: intake.streetSafe)
            #expect(lost.status == 503)
            let cookie = try #require(lost.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
            let body = intake.streetSafe.replacingOccurrences(of: "High+Street", with: road)
            let again = await intake.send("POST", "/forms/streetsafe/place", body: body, [("HTTP_COOKIE", cookie)])
            #expect(again.status == 303)
            #expect(again.header("Set-Cookie")?.contains("Max-Age=0") == true, "the next report is another")
            #expect(try await Self.cases(intake) == count, "other answers are another report: nothing is lost")
        }
    }

    /// Two taps on Send, before the first answer has come.
    @Test func theSameReportSentTwiceGetsTheSameReference() async throws {
        try await SampleIntake.with { intake in
            let other = intake.streetSafe.replacingOccurrences(of: "High+Street", with: "Low+Street")
            var references: [String?] = []
            for body in [intake.streetSafe, intake.streetSafe, other] {
                references.append(
                    await intake.send("POST", "/forms/streetsafe/place", body: body).header("Location"))
            }
            #expect(references[0] == references[1] && references[0] != references[2])
            let count = try await Self.cases(intake)
            #expect(count == 2)
        }
    }

    @Test func anOverlongBodyIsRefused() async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send(
                "POST", "/forms/streetsafe/place", body: "a=" + String(repeating: "x", count: 1 << 20))
            #expect(reply.status == 413)
        }
    }

    @Test func anAnswerToHEADHasNoBody() async throws {
        try await SampleIntake.with { intake in
            let reply = await intake.send("HEAD", "/forms/nope/x")
            #expect(reply.status == 404 && reply.html.source.isEmpty)
        }
    }

    @Test(arguments: [("", "soh="), ("on", "__Secure-soh=")])
    func theCookieIsNarrowAndSecureWhereItCanBe(https: String, name: String) async throws {
        try await SampleIntake.with { intake in
            let body = "_definition=\(intake.definitions["burglary"] ?? "")&happening-now=no"
            let reply = await intake.send("POST", "/forms/burglary/emergency", body: body, [("HTTPS", https)])
            let cookie = try #require(reply.header("Set-Cookie"))
            #expect(cookie.hasPrefix(name))
            #expect(cookie.contains("; Path=/forms/burglary; HttpOnly; SameSite=Lax"))
            #expect(cookie.hasSuffix("; Secure") == (https == "on"))
        }
    }

    private static func cases(_ intake: SampleIntake) async throws -> Int {
        let force = try #require(ForceID(rawValue: "gwent"))
        return try await intake.store.allCases(in: force).count
    }
}
