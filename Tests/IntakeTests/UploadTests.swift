import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

/// Files of a report under way: kept, shown, taken out, and handed over with the case.
@Suite struct UploadTests {
    /// 15 bytes that are a GIF by what they begin with.
    static let content = "GIF89a passport"
    /// SHA-256 of them, as `sha256sum` has it.
    static let sha256 = "c6859335335db9637bfa39b0a1e588c302da622d96a7c786451d07023711fb4d"

    static func photo(_ name: String = "photo.gif", in question: String = "photos") -> String {
        MultipartText.file(question, filename: name, content)
    }

    /// An answer beside the files that has to be written.
    static let typed: Filing.Fields = [("recorded", "someone-else"), ("video-owner", "Mair <b>")]

    @Test func aFileIsShownWithNameAndSizeAndBecomesEvidence() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill()
            let kept = await filing.upload("footage", [("recorded", "no")], [Self.photo("llun.gif")])
            #expect(kept.status == 303 && filing.place(kept) == "witnesses")
            let shown = await filing.get("footage")
            #expect(shown.status == 200)
            #expect(shown.html.files.map(\.name) == ["llun.gif"] && shown.html.files.map(\.size) == ["15 bytes"])
            let check = await filing.get("check")
            #expect(check.status == 200 && check.html.source.contains("llun.gif (15 bytes)"))
            #expect(try filing.filesUnderWay().count == 1)
            let record = try await filing.sendReport()
            try #require(record.evidence.count == 1)
            let (place, file) = (record.evidence[0].place, record.evidence[0].file)
            #expect(place.step.rawValue == "footage" && place.question.rawValue == "photos")
            #expect(file.declaration == FileDeclaration(name: "llun.gif", type: "application/octet-stream"))
            #expect(file.kind == .gif && file.bytes == 15 && file.sha256 == Self.sha256)
            let path = "\(filing.intake.folder)/store/gwent/evidence/\(file.id)"
            #expect(FileManager.default.contents(atPath: path) == Data(Self.content.utf8))
            #expect(try filing.filesUnderWay().isEmpty, "the draft and its files are gone")
        }
    }

    /// The first thing that a browser sends of the form, so that there is no draft yet.
    @Test func aFileIsKeptWhereAnotherAnswerIsWrong() async throws {
        try await Filing.with("road-traffic") { filing in
            let faulty = await filing.upload("footage", [], [Self.photo()], with: [])
            #expect(faulty.status == 422)
            #expect(faulty.html.errors.map(\.message) == ["Select whether there is video"])
            #expect(faulty.html.files.map(\.name) == ["photo.gif"])
            let header = try #require(faulty.header("Set-Cookie"))
            #expect(header.hasSuffix("; Path=/forms/road-traffic; HttpOnly; SameSite=Lax"))
            let pair = String(header.prefix { $0 != ";" })
            let mended = await filing.upload("footage", [("recorded", "no")], with: [("HTTP_COOKIE", pair)])
            #expect(mended.status == 303)
            let key = try #require(DraftKey(cookie: String(pair.dropFirst("soh=".count))))
            let draft = try await filing.intake.store.draft(key, of: filing.form, in: filing.force)
            #expect(draft?.files.map(\.file.declaration.name) == ["photo.gif"])
        }
    }

    @Test func aFileIsAddedToTheListWithoutAskingForTheRest() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            for count in 1...3 {
                let fields = [(name: "video-owner", value: "Mair <b>"), (name: "_stay", value: "1")]
                let added = await filing.upload("footage", fields, [Self.photo()])
                #expect(added.status == 200 && added.html.errors.isEmpty)
                #expect(added.html.files.count == count)
                #expect(added.html.form?.served["video-owner"] == ["Mair <b>"])
            }
            #expect(try await filing.kept("video-owner", of: "footage") == nil, "the step is not answered by that")
        }
    }

    @Test func aFileIsTakenOutAndWhatWasTypedStays() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            let both = [Self.photo("one.gif"), Self.photo("two.gif")]
            let added = await filing.upload("footage", Self.typed + [("_stay", "1")], both)
            try #require(added.html.files.count == 2)
            for (file, left) in zip(added.html.files, [["two.gif"], []]) {
                let page = await filing.upload("footage", Self.typed + [("_remove", file.id)])
                #expect(page.status == 200 && page.html.errors.isEmpty)
                #expect(page.html.files.map(\.name) == left)
                #expect(page.html.form?.served["video-owner"] == ["Mair <b>"])
                #expect(page.html.form?.served["recorded"] == ["someone-else"])
                #expect(try filing.filesUnderWay().count == left.count)
            }
        }
    }

    /// A list that would be empty after a reload is filled a second time.
    @Test func aFileThatWasAddedIsThereWhenThePageIsOpenedAgain() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            let added = await filing.upload("footage", [("_stay", "1")], [Self.photo("one.gif")])
            try #require(added.html.files.count == 1)
            let again = await filing.get("footage")
            #expect(again.html.files.map(\.name) == ["one.gif"])
        }
    }

    @Test func nobodyTakesOutTheFileOfAnother() async throws {
        try await Filing.with("road-traffic") { filing in
            let added = await filing.upload("footage", [("_stay", "1")], [Self.photo()], with: [])
            let id = try #require(added.html.files.first?.id)
            try await filing.fill(before: "footage")
            for removal in [id, id.uppercased(), "../\(id)", "*", ""] {
                let page = await filing.upload("footage", Self.typed + [("_remove", removal)])
                #expect(page.status == 200)
                #expect(try filing.filesUnderWay().map { $0.hasSuffix(id) } == [true], "\(removal)")
            }
        }
    }

    @Test func aFileThatIsNoLongerAskedForIsNoneOfTheCase() async throws {
        try await Filing.with("your-information") { filing in
            try await filing.fill()
            try await filing.fill(["1-abcdefgh"], of: "addresses")
            try await filing.save(["_another": ["no"]], for: "addresses")
            let kept = await filing.upload("authority", [], [Self.photo(in: "authority-copy")])
            #expect(kept.status == 303)
            #expect(try filing.filesUnderWay().count == 1)
            let changed = await filing.post("whose?change=1", [("whose-information", "own")])
            #expect(filing.place(changed) == "check")
            let record = try await filing.sendReport()
            #expect(record.evidence.isEmpty && record.answer(to: "authority-copy", in: "authority") == nil)
            #expect(try filing.filesUnderWay().isEmpty)
        }
    }

    @Test func aFullDiskIsToldAndWordsAreTakenAllTheSame() async throws {
        try await Filing.with("road-traffic") { roomy in
            let filing = try Filing("road-traffic", in: try roomy.intake.reopened(floor: .max))
            try await filing.fill(before: "footage")
            let full = await filing.upload("footage", Self.typed, [Self.photo()])
            #expect(full.status == 503)
            #expect(full.html.source.contains("Your report may not be saved"))
            #expect(full.html.form?.served["video-owner"] == ["Mair <b>"])
            #expect(full.html.files.isEmpty)
            #expect(try filing.filesUnderWay().isEmpty)
            let words = await filing.upload("footage", Self.typed)
            #expect(words.status == 303)
            #expect(try await filing.kept("video-owner", of: "footage") == ["Mair <b>"])
        }
    }
}
