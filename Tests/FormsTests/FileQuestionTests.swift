import Testing

@testable import Forms

@Suite struct FileQuestionTests {
    @Test(
        arguments: [
            ([.photo], .jpeg, true), ([.photo], .heic, true), ([.photo], .mp4, false), ([.photo], .pdf, false),
            ([.video], .quicktime, true), ([.video], .jpeg, false), ([.audio], .amr, true), ([.audio], .mp4, true),
            ([.document], .pdf, true), ([.document], .officeXML, true), ([.document], .png, true),
            ([.document], .heic, false), ([.photo, .document], .pdf, true), ([.photo, .video], .mp4, true),
            ([.photo, .document], .mp4, false), ([], .jpeg, false),
        ] as [([FileClass], FileKind, Bool)])
    func aFileIsOfAKindThatIsTaken(accept: [FileClass], kind: FileKind, isTaken: Bool) {
        let question = FileQuestion(accept: accept)
        let finding = question.finding(in: Self.file(kind: kind))
        let kinds = accept.map(\.rawValue).joined(separator: " ")
        let refusal = Judgement.Finding(.fileWrongKind, arguments: ["name": "a.bin", "kinds": kinds])
        let expected: Judgement.Finding? = isTaken ? nil : refusal
        #expect(finding == expected)
    }

    @Test(arguments: [FileKind.unknown, .zip, .ole, .rtf])
    func whatMayHoldAnythingIsNeverTaken(kind: FileKind) {
        let question = FileQuestion(accept: FileClass.allCases)
        let finding = question.finding(in: Self.file(kind: kind))
        #expect(finding?.code == .fileWrongKind)
        #expect(finding?.arguments["kinds"] == "photo video audio document")
    }

    /// The name is whatever the citizen's device says.
    @Test(arguments: ["photo.jpg", "", " ", "../../etc/passwd", "a\u{0}.jpg", "e\u{301}\u{202E}gpj.exe", "<b>"])
    func aFileMayBeEmptyOrTooLargeWhateverItsName(name: String) {
        let question = FileQuestion(accept: [.photo], size: 2_500_000)
        let empty = question.finding(in: Self.file(name: name, bytes: 0))
        let smallest = question.finding(in: Self.file(name: name, bytes: 1))
        let largest = question.finding(in: Self.file(name: name, bytes: 2_500_000))
        let beyond = question.finding(in: Self.file(name: name, bytes: 2_500_001))
        let tooLarge = Judgement.Finding(.fileTooLarge, arguments: ["name": name, "size": "2.5MB"])
        #expect(empty == Judgement.Finding(.fileEmpty, arguments: ["name": name]))
        #expect(smallest == nil)
        #expect(largest == nil)
        #expect(beyond == tooLarge)
        #expect(question.tooLarge(name: name) == tooLarge)
    }

    @Test func theSizeIsSpokenOfBeforeTheKind() {
        let question = FileQuestion(accept: [.photo], size: 10)
        #expect(question.finding(in: Self.file(kind: .unknown, bytes: 0))?.code == .fileEmpty)
        #expect(question.finding(in: Self.file(kind: .unknown, bytes: 11))?.code == .fileTooLarge)
        #expect(question.finding(in: Self.file(kind: .unknown, bytes: .max))?.code == .fileTooLarge)
    }

    @Test(arguments: [1, 3, 4])
    func theAnswerIsTheFiles(count: Int) throws {
        let judgement = try judged(FileQuestion(count: 4), count: count)
        let ids = (0..<count).map { "file-\($0)" }
        #expect(judgement == .answered(.list(ids)))
    }

    @Test func thereMayBeTooManyFilesOrNone() throws {
        let tooMany = try judged(FileQuestion(count: 4), count: 5)
        let none = try judged(FileQuestion(count: 4), count: 0)
        #expect(tooMany == .faulty([.init(.fileTooMany, arguments: ["count": "4"])]))
        #expect(none == .absent)
    }

    @Test func aFileIsNotTyped() throws {
        let judgement = try FileQuestion().judged(["photo.jpg", "photo.jpg"])
        #expect(judgement == .absent)
    }

    @Test(
        arguments: [
            (0, "0 bytes"), (812, "812 bytes"), (999, "999 bytes"), (1_000, "1KB"), (1_049, "1KB"), (1_050, "1.1KB"),
            (9_940, "9.9KB"), (9_950, "10KB"), (14_000, "14KB"), (14_400, "14KB"), (14_600, "15KB"),
            (1_000_000, "1MB"), (2_500_000, "2.5MB"), (20_000_000, "20MB"), (500_000_000, "500MB"),
            (1_500_000_000, "1.5GB"), (20_000_000_000, "20GB"),
        ] as [(Int, String)])
    func aSizeIsWrittenInThousands(bytes: Int, text: String) {
        #expect(FileSize.text(bytes) == text)
    }

    private static func file(
        id: String = "a", name: String = "a.bin", kind: FileKind = .jpeg, bytes: Int = 5
    ) -> EntryFile {
        EntryFile(id: id, name: name, kind: kind, bytes: bytes)
    }

    private func judged(_ question: FileQuestion, count: Int) throws -> Judgement {
        let id: QuestionID = try SampleForm.named("question")
        var entry = StepEntry(fields: ["question": ["photo.jpg"]])
        entry.files[id] = (0..<count).map { Self.file(id: "file-\($0)") }
        return question.judge(TypedAnswer(question: id, entry: entry), today: try SampleForm.day())
    }
}
