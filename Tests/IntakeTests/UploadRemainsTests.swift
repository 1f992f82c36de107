import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

/// What remains of files where the rest of a request comes to something else.
@Suite struct UploadRemainsTests {
    /// The list of the items asks for no file.
    @Test func aFileThatIsSentWithTheListOfItemsIsNotLeft() async throws {
        try await ItemTests.with(ItemTests.whole) { filing in
            let answers: [Filing.Fields] = [
                [("_another", "no")], [("_another", "yes")], [("_remove", "9-zzzzzzzz")], [],
            ]
            for answer in answers {
                _ = await filing.upload("incidents", answer, [UploadTests.photo(in: "proof")])
                let left = try filing.filesUnderWay()
                #expect(left.isEmpty)
                #expect(try await filing.draft()?.files.isEmpty == true)
            }
        }
    }

    /// They would count among those that the report may have, and nobody could take them out.
    @Test func theFilesOfAnItemThatThereIsNoRoomForAreNotLeft() async throws {
        try await ItemTests.with((1...30).map { "\($0)-aaaaaaaa" }) { filing in
            let file = UploadTests.photo(in: "proof")
            let more = try await filing.upload("incidents/31-aaaaaaaa", ItemTests.incident(filing), [file])
            #expect(more.status == 303)
            #expect(try filing.filesUnderWay().isEmpty)
            #expect(try await filing.draft()?.files.isEmpty == true)
        }
    }

    @Test func aFileThatCannotBeKeptIsNotLeft() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            // Where the files of drafts go.
            try FileManager.default.removeItem(atPath: "\(filing.intake.folder)/store/gwent/sealed")
            let failed = await filing.upload("footage", UploadTests.typed, [UploadTests.photo()])
            #expect(failed.status == 503)
            #expect(failed.html.form?.served["video-owner"] == ["Mair <b>"])
            #expect(try filing.filesUnderWay().isEmpty)
        }
    }

    @Test func whatIsKeptAlreadyIsListedWhereTheDiskIsFull() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            let kept = await filing.upload("footage", [("_stay", "1")], [UploadTests.photo("kept.gif")])
            #expect(kept.html.files.map(\.name) == ["kept.gif"])
            let full = Filing(
                intake: try filing.intake.reopened(floor: .max), force: filing.force, definition: filing.definition,
                stored: filing.stored, key: filing.key)
            let page = await full.upload("footage", UploadTests.typed, [UploadTests.photo("another.gif")])
            #expect(page.status == 503)
            #expect(page.html.files.map(\.name) == ["kept.gif"])
        }
    }

    /// The contract with other systems: an answer to a question of files is the ids of evidence of the case.
    @Test func theAnswersOfACaseNameItsFiles() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill()
            let files = [UploadTests.photo("one.gif"), UploadTests.photo("two.gif")]
            let posted = await filing.upload("footage", [("recorded", "no")], files)
            #expect(posted.status == 303)
            let record = try await filing.sendReport()
            let ids = record.evidence.map(\.file.id.rawValue)
            #expect(ids.count == 2 && record.answer(to: "photos", in: "footage") == .list(ids))
        }
    }
}
