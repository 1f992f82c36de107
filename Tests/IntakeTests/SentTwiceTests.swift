import CaseSamples
import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

@testable import Intake
@testable import SiteBuilder

/// A report of several steps that is sent twice.
@Suite struct SentTwiceTests {
    /// Puts a whole draft into the store, and gives what a browser holds of it.
    private static func draft(_ intake: SampleIntake, name: String) async throws -> (key: DraftKey, cookie: String) {
        let key = DraftKey()
        try await fill(key, intake, name: name)
        return (key, "soh=\(key.cookie)")
    }

    private static func fill(_ key: DraftKey, _ intake: SampleIntake, name: String) async throws {
        let force = try #require(ForceID(rawValue: "gwent"))
        let (definition, stored) = try #require(
            intake.service.bundle.definitions[intake.definitions["burglary"] ?? ""])
        for step in definition.steps {
            var fields = StepEntry(sampleFor: step, today: London.day(of: intake.service.now())).fields
            if fields["first-name"] != nil { fields["first-name"] = [name] }
            let entry = StepEntry(fields: fields)
            try await intake.store.save(entry, for: EntryPlace(step.id), in: key, judgedBy: stored, force: force)
        }
    }

    /// What the button of the check page posts.
    private static func sending(_ intake: SampleIntake) -> String {
        "_definition=\(intake.definitions["burglary"] ?? "")&website="
    }

    @Test func aSecondTapFindsTheCaseOfTheFirst() async throws {
        try await SampleIntake.with { intake in
            let (_, cookie) = try await Self.draft(intake, name: "Mair")
            let check = "/forms/burglary/check"
            let first = await intake.send("POST", check, body: Self.sending(intake), [("HTTP_COOKIE", cookie)])
            let second = await intake.send("POST", check, body: Self.sending(intake), [("HTTP_COOKIE", cookie)])
            #expect(first.status == 303 && first.header("Location") == second.header("Location"))
            let force = try #require(ForceID(rawValue: "gwent"))
            let cases = try await intake.store.allCases(in: force)
            try #require(cases.count == 1)
            let access = Access(by: "test")
            let file = try await intake.store.file(cases[0].reference, in: force, as: .viewed, by: access)
            #expect(file?.person?.name == "Mair Ann Example")
            #expect(try await intake.store.allCases(in: force, matching: CaseFilter(text: "mair")).count == 1)
        }
    }

    /// Two tabs send at the same moment, and one has changed an answer.
    @Test func anotherReportOfTheSameDraftIsRefusedWithoutNamingTheFirst() async throws {
        try await SampleIntake.with(hidingSent: true) { intake in
            let (key, cookie) = try await Self.draft(intake, name: "Mair")
            let check = "/forms/burglary/check"
            let first = await intake.send("POST", check, body: Self.sending(intake), [("HTTP_COOKIE", cookie)])
            let reference = try #require(first.header("Location")?.split(separator: "/").last)
            try await Self.fill(key, intake, name: "Siân")
            let second = await intake.send("POST", check, body: Self.sending(intake), [("HTTP_COOKIE", cookie)])
            #expect(second.status == 409)
            #expect(second.html.text(of: "h1") == "You have sent this report already")
            #expect(!second.html.source.contains(reference))
        }
    }

    /// The store never learns who sent a report by other ways than by the answers.
    @Test func noAddressAndNoBrowserIsStored() async throws {
        try await SampleIntake.with { intake in
            let told = [
                ("REMOTE_ADDR", "203.0.113.77"), ("REMOTE_PORT", "54321"), ("HTTP_USER_AGENT", "Sample Browser 9"),
                ("HTTP_X_FORWARDED_FOR", "198.51.100.23"), ("HTTP_REFERER", "http://gwent.localhost/sample-referrer"),
            ]
            let (_, cookie) = try await Self.draft(intake, name: "Mair")
            let sent = await intake.send(
                "POST", "/forms/burglary/check", body: Self.sending(intake), [("HTTP_COOKIE", cookie)] + told)
            let atOnce = await intake.send("POST", "/forms/streetsafe/place", body: intake.streetSafe, told)
            #expect(sent.status == 303 && atOnce.status == 303)
            for (path, data) in try FileTree.read("\(intake.folder)/store") {
                for (name, value) in told {
                    #expect(data.firstRange(of: Array(value.utf8)) == nil, "\(name) in \(path)")
                }
            }
        }
    }
}
