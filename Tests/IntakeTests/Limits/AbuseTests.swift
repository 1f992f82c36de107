import CaseSamples
import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

@testable import Intake

/// Clients that ask for too much: what is refused to them, and what never is.
@Suite struct AbuseTests {
    private static let client: Filing.Fields = [("REMOTE_ADDR", "192.0.2.7")]
    private static let other: Filing.Fields = [("REMOTE_ADDR", "192.0.2.8")]

    /// One a minute, and so five at once.
    private static var rates: ClientLimits.Rates {
        var rates = ClientLimits.Rates()
        (rates.uploads, rates.drafts, rates.searches) = (1, 1, 1)
        return rates
    }

    @Test func whoSearchesTooMuchIsToldWhomToCall() async throws {
        try await SampleIntake.with(rates: Self.rates) { intake in
            for _ in 0..<5 {
                let found = await intake.send("GET", "/search?q=police", Self.client)
                #expect(found.status == 200)
            }
            for url in ["/search?q=police", "/search/cy?q=heddlu"] {
                let refused = await intake.send("GET", url, Self.client)
                #expect(refused.status == 429 && refused.header("Retry-After") == "60")
                #expect(refused.html.source.contains("101") && refused.html.source.contains("999"))
            }
            let empty = await intake.send("GET", "/search", Self.client)
            #expect(empty.status == 200, "the page to search on is there for everybody")
            let another = await intake.send("GET", "/search?q=police", Self.other)
            #expect(another.status == 200)
        }
    }

    @Test func aReportInWordsIsNeverTurnedAway() async throws {
        try await SampleIntake.with(rates: Self.rates) { intake in
            for number in 0..<40 {
                let fields = intake.streetSafeFields.map { $0.name == "road" ? ("road", "Road \(number)") : $0 }
                let sent = await intake.send(
                    "POST", "/forms/streetsafe/place", body: SampleIntake.encoded(fields), Self.client)
                #expect(sent.header("Location")?.contains("/done/") == true)
                let begun = await intake.send(
                    "POST", "/forms/burglary/emergency", body: SampleIntake.encoded(intake.burglaryFields), Self.client)
                #expect(begun.status == 303 && begun.header("Set-Cookie") != nil)
            }
            let force = try #require(ForceID(rawValue: "gwent"))
            #expect(try await intake.store.allCases(in: force).count == 40)
        }
    }

    @Test func whoSendsTooManyFilesKeepsTheWords() async throws {
        try await SampleIntake.with(rates: Self.rates) { sample in
            let filing = try Filing("your-information", in: try sample.reopened(floor: 0))
            try await filing.fill(before: "identity")
            let photo = UploadTests.photo(in: "identity-copies")
            let headers = filing.cookie + Self.client
            let fields: Filing.Fields = [("has-documents", "yes"), ("_stay", "1")]
            for _ in 0..<4 {
                let kept = await filing.upload("identity", fields, [photo], with: headers)
                #expect(kept.status == 200)
            }
            let last = await filing.upload("identity", [("has-documents", "yes")], [], with: headers)
            #expect(last.status == 303, "what holds no file takes nothing")
            let fifth = await filing.upload("identity", fields, [], with: headers)
            #expect(fifth.status == 200)
            _ = await filing.upload("identity", fields, [photo], with: headers)
            let files = try filing.filesUnderWay().count
            let refused = await filing.upload("identity", [("has-documents", "yes")], [photo], with: headers)
            #expect(refused.status == 429)
            #expect(refused.html.form?.served["has-documents"] == ["yes"], "what was answered is kept")
            #expect(refused.html.source.contains("101") && refused.html.source.contains("999"))
            #expect(try filing.filesUnderWay().count == files, "nothing of the file is left")
            let another = await filing.upload(
                "identity", [("has-documents", "yes")], [], with: filing.cookie + Self.other)
            #expect(another.status == 303)
        }
    }

    @Test func whoBeginsManyDraftsSendsNoFiles() async throws {
        try await SampleIntake.with(rates: Self.rates) { sample in
            let intake = try sample.reopened(floor: 0)
            for _ in 0..<6 {
                let begun = await intake.send(
                    "POST", "/forms/burglary/emergency", body: SampleIntake.encoded(intake.burglaryFields), Self.client)
                #expect(begun.status == 303)
            }
            let filing = try Filing("your-information", in: intake)
            try await filing.fill(before: "identity")
            let photo = UploadTests.photo(in: "identity-copies")
            let fields: Filing.Fields = [("has-documents", "yes")]
            let refused = await filing.upload("identity", fields, [photo], with: filing.cookie + Self.client)
            #expect(refused.status == 429)
            let taken = await filing.upload("identity", fields, [photo], with: filing.cookie + Self.other)
            #expect(taken.status == 303)
        }
    }

    /// Nobody reads and answers a step in less than two seconds.
    @Test(arguments: [(1, [Submission.Signal.hurried]), (30, [])])
    func stepsThatFollowEachOtherTooFastAreASignal(seconds: Int, signals: [Submission.Signal]) async throws {
        try await Filing.with("burglary") { filing in
            let now = Int(filing.intake.service.now().timeIntervalSince1970)
            let steps = filing.definition.steps.filter { $0.repeats == nil }
            for (index, step) in steps.enumerated() {
                var entry = StepEntry(fields: try filing.sample(of: step.id.rawValue))
                entry.posted = now - (steps.count - index) * seconds
                try await filing.intake.store.save(
                    entry, for: EntryPlace(step.id), in: filing.key, judgedBy: filing.stored, force: filing.force)
            }
            #expect(try await filing.sendReport().signals == signals)
        }
    }

    @Test func aStepIsKeptWithTheTimeAtWhichItWasPosted() async throws {
        try await Filing.with("burglary") { filing in
            try await filing.save(["happening-now": ["no"]], for: "emergency")
            let posted = await filing.post("emergency", [("happening-now", "no")])
            #expect(posted.status == 303)
            let kept = try await filing.draft()?.entries.values.compactMap(\.posted)
            #expect(kept == [Int(filing.intake.service.now().timeIntervalSince1970)])
        }
    }
}
