import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

/// Files that no browser of a citizen sends: they are refused whole, and what came of them until then is gone.
@Suite struct HostileUploadTests {
    private typealias Text = MultipartText

    private static func file(_ question: String, _ content: String = UploadTests.content) -> String {
        Text.file(question, filename: "photo.gif", content)
    }

    /// - Parameter description: What a failure is told with.
    private static func expectNothing(
        of reply: Filing.Reply, in filing: Filing, _ description: String,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        #expect(reply.status == 400, "\(description)", sourceLocation: location)
        #expect(reply.header("Set-Cookie") == nil, "\(description)", sourceLocation: location)
        let left = try filing.filesUnderWay()
        #expect(left.isEmpty, "\(description)", sourceLocation: location)
        let kept = try await filing.draft()?.files ?? []
        #expect(kept.isEmpty, "\(description)", sourceLocation: location)
    }

    @Test(arguments: [("", 303), ("x", 400)])
    func case18AFileWithoutANameIsNoneAndHasNoBytes(content: String, status: Int) async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            let nameless = Text.file("photos", filename: "", content)
            let posted = await filing.upload("footage", [("recorded", "no")], [nameless, nameless])
            #expect(posted.status == status)
            #expect(try filing.filesUnderWay().isEmpty)
            #expect(try await filing.draft()?.files.isEmpty == true)
            #expect(try await filing.kept("recorded", of: "footage") == (status == 303 ? ["no"] : nil))
            guard status == 400 else { return }
            let behind = await filing.upload("footage", [("recorded", "no")], [UploadTests.photo(), nameless])
            try await Self.expectNothing(of: behind, in: filing, "behind a good one")
        }
    }

    @Test(arguments: [
        ("road-traffic", "footage", "nope"), ("road-traffic", "footage", "recorded"),
        ("road-traffic", "footage", "PHOTOS"), ("road-traffic", "footage", "photos[]"),
        ("road-traffic", "footage", "website"), ("road-traffic", "footage", "_remove"),
        ("road-traffic", "incident", "photos"), ("burglary", "emergency", "files"), ("burglary", "nope", "files"),
    ])
    func aFileThatNothingAsksForIsRefused(form: String, step: String, question: String) async throws {
        try await Filing.with(form) { filing in
            try await filing.fill(before: step)
            let good = step == "footage" ? [Self.file("photos")] : []
            for content in [UploadTests.content, ""] {
                let posted = await filing.upload(step, [], good + [Self.file(question, content)])
                try await Self.expectNothing(of: posted, in: filing, "\(question) of \(form)/\(step)")
            }
        }
    }

    @Test func aFormThatIsSentInOneGoTakesNoFile() async throws {
        try await Filing.with("streetsafe") { filing in
            let answers = Filing.Fields(filing.intake.streetSafeFields.dropFirst(filing.hidden.count))
            for question in ["road", "photo"] {
                let posted = await filing.upload("place", answers, [Self.file(question)])
                try await Self.expectNothing(of: posted, in: filing, question)
            }
            let whole = await filing.upload("place", answers)
            #expect(whole.status == 303)
        }
    }

    @Test func aBodyThatEndsInAFileIsRefused() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            let fields = Text.parts(filing.hidden + [("recorded", "no")])
            let open = Text.open(fields + [UploadTests.photo(), UploadTests.photo()])
            let tail = "\r\n--\(Text.boundary)--"
            // In the head, in the bytes, and in the delimiter behind them.
            let length = UploadTests.content.count
            var bodies = [length + 10, length, 3, 0].map { String(open.dropLast($0)) }
            bodies += (1..<tail.count).map { open + String(tail.prefix($0)) }
            for body in bodies {
                let posted = await filing.post("footage", multipart: body)
                try await Self.expectNothing(of: posted, in: filing, "\(body.suffix(20))")
            }
            let whole = await filing.post("footage", multipart: open + tail)
            #expect(whole.status == 303)
        }
    }

    @Test func aFileBeforeTheFormIsRefused() async throws {
        try await Filing.with("road-traffic") { filing in
            try await filing.fill(before: "footage")
            let fields = Text.parts(filing.hidden + [("recorded", "no")])
            let late = Array(fields.dropFirst()) + [UploadTests.photo(), fields[0]]
            for parts in [[UploadTests.photo()] + fields, late] {
                let posted = await filing.post("footage", multipart: Text.body(parts))
                try await Self.expectNothing(of: posted, in: filing, "before the definition")
            }
            let twice = await filing.post("footage", multipart: Text.body(fields + [UploadTests.photo(), fields[0]]))
            try await Self.expectNothing(of: twice, in: filing, "the definition again")
        }
    }

    /// A name is text that somebody wrote, and never a path, markup or a formula of ours.
    @Test func aNameIsKeptToTheLetterAndDoesNothing() async throws {
        let names = [
            "../../x", "..\\..\\x", "/etc/x", ".", "a%22b%0D%0Ac.png", "<svg onload=alert(1)>.gif",
            "{{{words.form.exit}}}", "\u{202E}fig.exe", "=cmd|'x'!A1", String(repeating: "ŵ", count: 255),
        ]
        try await Filing.with("road-traffic") { filing in
            try await filing.fill()
            let files = names.map { Text.file("photos", filename: $0, UploadTests.content) }
            let kept = await filing.upload("footage", [("recorded", "no")], files)
            #expect(kept.status == 303)
            let shown = await filing.get("footage")
            #expect(shown.html.files.map(\.name) == names)
            let check = await filing.get("check")
            for page in [shown, check] {
                #expect(page.status == 200 && !page.html.source.contains("<svg"))
                #expect(page.html.source.contains("&lt;svg onload=alert(1)&gt;.gif"))
            }
            let record = try await filing.sendReport()
            #expect(record.evidence.map(\.file.declaration.name) == names)
            let folder = "\(filing.intake.folder)/store/gwent/evidence"
            let stored = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(stored.count == names.count)
            #expect(stored.allSatisfy { EvidenceID(rawValue: $0) != nil }, "no name of a file is one on disk")
        }
    }
}
