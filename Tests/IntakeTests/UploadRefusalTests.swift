import CaseStore
import Forms
import TestSupport
import Testing

/// Files that are not taken: the citizen is told which and why, and nothing of them is left.
@Suite struct UploadRefusalTests {
    private typealias Text = MultipartText

    @Test(arguments: [
        ("photos", "photo.jpg", "These are words.", "a photo (JPG, PNG, HEIC, GIF or TIFF)"),
        ("photos", "photo.jpg", "%PDF-1.7 a page", "a photo (JPG, PNG, HEIC, GIF or TIFF)"),
        ("photos", "photo.gif", "<!DOCTYPE html><script>", "a photo (JPG, PNG, HEIC, GIF or TIFF)"),
        ("photos", "photo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a photo (JPG, PNG, HEIC, GIF or TIFF)"),
        ("video", "film.mp4", "GIF89a film", "a video (MP4, MOV or WebM)"),
    ])
    func aFileIsWhatItsBytesSay(question: String, name: String, content: String, kinds: String) async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            let file = Text.file(question, filename: name, content)
            let posted = await filing.upload("footage", [("recorded", "mine")], [file])
            #expect(posted.status == 422 && posted.html.files.isEmpty)
            #expect(posted.html.errors.map(\.message) == ["“\(name)” must be \(kinds)"])
            #expect(posted.html.errors.map(\.target) == [question])
            #expect(posted.html.tags.contains { $0["id"] == question }, "the link leads to a field")
            #expect(try filing.filesUnderWay().isEmpty)
            #expect(try await filing.kept("recorded", of: "footage") == nil)
        }
    }

    /// Beside one that is good, which is kept.
    @Test(
        arguments: [
            (0, ["“other.gif” is empty: select another file"]), (6, []), (2_000_000, []),
            (2_000_001, ["“other.gif” must be smaller than 2MB"]),
        ] as [(Int, [String])])
    func aFileHasALength(bytes: Int, messages: [String]) async throws {
        try await Filing.with("your-information") { filing in
            try await filing.fill(before: "identity")
            let content = bytes == 0 ? "" : "GIF89a" + String(repeating: "x", count: bytes - 6)
            let good = UploadTests.photo(in: "identity-copies")
            let files = [Text.file("identity-copies", filename: "other.gif", content), good]
            let posted = await filing.upload("identity", [("has-documents", "yes")], files)
            #expect(posted.status == (messages.isEmpty ? 303 : 422))
            #expect(posted.html.errors.map(\.message) == messages)
            #expect(try await filing.draft()?.files.count == (messages.isEmpty ? 2 : 1))
            #expect(try filing.filesUnderWay().count == (messages.isEmpty ? 2 : 1))
        }
    }

    /// The question takes four.
    @Test func aQuestionTakesAsManyAsItSays() async throws {
        try await Filing.with("your-information") { filing in
            try await filing.fill(before: "identity")
            let file = UploadTests.photo(in: "identity-copies")
            for files in [Array(repeating: file, count: 5), [file]] {
                let posted = await filing.upload("identity", [("has-documents", "yes")], files)
                #expect(posted.status == 422)
                #expect(posted.html.errors.map(\.message) == ["Select at most 4 files"])
                #expect(posted.html.files.count == 4)
                #expect(!posted.html.tags.contains { $0["type"] == "file" }, "no more are asked for")
                #expect(try filing.filesUnderWay().count == 4)
            }
            let goesOn = await filing.upload("identity", [("has-documents", "yes")])
            #expect(goesOn.status == 303)
        }
    }

    @Test func aReportTakesTwentyFiles() async throws {
        try await Filing.with("stalking") { filing in
            try await filing.fill(before: "incidents", ["how-often": "more"])
            let file = UploadTests.photo(in: "proof")
            let fields = try filing.fields(of: "incidents")
            for item in ["1-aaaaaaaa", "2-aaaaaaaa", "3-aaaaaaaa", "4-aaaaaaaa"] {
                let posted = await filing.upload("incidents/\(item)", fields, Array(repeating: file, count: 5))
                #expect(posted.status == 303)
            }
            let full = await filing.upload("incidents/5-aaaaaaaa", fields, [file])
            #expect(full.status == 422)
            let message = "“photo.gif” does not fit any more: one report takes 20 files, or 500MB in all"
            #expect(full.html.errors.map(\.message) == [message])
            #expect(try filing.filesUnderWay().count == 20)
            let removed = await filing.post("incidents", [("_remove", "4-aaaaaaaa")])
            #expect(removed.status == 303)
            let fits = await filing.upload("incidents/5-aaaaaaaa", fields, [file])
            #expect(fits.status == 303)
            #expect(try filing.filesUnderWay().count == 16)
        }
    }

    /// An older page, or one that somebody made up.
    @Test func theFilesOfAFormThatNobodyKnowsAreNotKept() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            let fields = [(name: "_definition", value: String(repeating: "0", count: 64))] + UploadTests.typed
            let body = Text.body(Text.parts(fields) + [UploadTests.photo()])
            let posted = await filing.post("footage", multipart: body)
            #expect(posted.status == 422 && posted.html.source.contains("This form has changed"))
            #expect(posted.html.form?.served["video-owner"] == ["Mair <b>"])
            #expect(posted.html.form?.served["_definition"] == [filing.stored.digest])
            #expect(posted.html.files.isEmpty)
            #expect(try filing.filesUnderWay().isEmpty)
        }
    }
}
