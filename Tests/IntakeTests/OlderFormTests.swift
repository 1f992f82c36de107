import CaseSamples
import Forms
import Foundation
import TestSupport
import Testing

@testable import CaseStore

/// Drafts that were begun before a form was changed.
@Suite struct OlderFormTests {
    private static let question = "How was it, as we asked before?"

    /// The form as it was, with other words and without its last step.
    private static func older(_ filing: Filing) throws -> Filing {
        var definition = filing.definition
        definition.steps.removeLast()
        let index = try #require(definition.steps.firstIndex { $0.id.rawValue == "people" })
        definition.steps[index].title = LocalizedText(question)
        let json = Array(try JSONEncoder().encode(definition))
        var digest = FileDigest()
        json.withUnsafeBytes { digest.take($0) }
        let stored = StoredDefinition(digest: digest.sha256, form: filing.form, json: json)
        return Filing(
            intake: filing.intake, force: filing.force, definition: definition, stored: stored, key: filing.key)
    }

    @Test func aDraftGoesOnWithTheFormThatItWasBegunWith() async throws {
        try await Filing.with("burglary") { filing in
            let old = try Self.older(filing)
            #expect(old.stored.digest != filing.stored.digest)
            try await old.fill()
            let page = await old.get("people")
            #expect(page.status == 200 && page.html.text(of: "h1") == Self.question)
            #expect(page.html.form?.served["_definition"] == [old.stored.digest])
            let posted = try await old.post("people", old.fields(of: "people"))
            #expect(posted.status == 303 && old.place(posted) == "place")
            let check = await old.get("check")
            #expect(check.status == 200 && check.html.source.contains(Self.question))
            let record = try await old.sendReport()
            #expect(record.definition == old.stored.digest)
            let asked = Set(old.definition.steps.map(\.id))
            #expect(asked.isSuperset(of: record.answers.keys) && record.answers.count > 5)
            let access = Access(by: "test")
            let file = try await old.intake.store.file(record.reference, in: old.force, as: .viewed, by: access)
            #expect(file?.definition == old.stored, "staff read the case with the words that the citizen read")
        }
    }

    /// What was answered stays, and what is new is asked.
    @Test func aPageOfTheFormOfTodayMovesADraftOnToIt() async throws {
        try await Filing.with("burglary") { filing in
            let old = try Self.older(filing)
            try await old.fill()
            let last = try #require(filing.definition.steps.last?.id.rawValue)
            let posted = try await filing.post("people?change=1", filing.fields(of: "people"))
            #expect(posted.status == 303 && filing.place(posted) == "\(last)?change=1")
            #expect(try await filing.draft()?.definition == filing.stored.digest)
            let finished = try await filing.post(last, filing.fields(of: last))
            #expect(filing.place(finished) == "check")
            let record = try await filing.sendReport()
            #expect(record.definition == filing.stored.digest && record.answers.keys.contains { $0.rawValue == last })
        }
    }

    @Test func aDefinitionOfAnotherFormIsUnknown() async throws {
        try await Filing.with("burglary") { burglary in
            let theft = try Filing("theft", in: burglary.intake)
            try await theft.fill()
            for digest in [theft.stored.digest, theft.stored.digest.uppercased(), "", "../\(theft.stored.digest)"] {
                let fields: Filing.Fields = [("_definition", digest), ("website", ""), ("happening-now", "no")]
                let body = MultipartText.body(MultipartText.parts(fields))
                let posted = await burglary.post("emergency", multipart: body)
                #expect(posted.status == 422 && posted.html.source.contains("This form has changed"))
                #expect(posted.html.form?.served["_definition"] == [burglary.stored.digest])
                #expect(posted.html.form?.served["happening-now"] == ["no"])
                #expect(try await burglary.draft() == nil)
            }
        }
    }
}
