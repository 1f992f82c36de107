import CaseSamples
import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Tables as an independent reader reads them.
    @Suite struct CaseCSVTests {
        private static let script = """
            import csv, json, sys
            with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
                print(json.dumps(list(csv.reader(file, strict=True))))
            """

        /// What was written, and the cell that it becomes.
        private static let cells: [(String, String)] = [
            ("=cmd|'x'!A1", "'=cmd|'x'!A1"), ("+1+1", "'+1+1"), ("-2+3", "'-2+3"), ("@SUM(A1:A9)", "'@SUM(A1:A9)"),
            ("\t=1+1", "' =1+1"), ("  =1+1", "'  =1+1"), ("\u{0}=1", "' =1"), ("\u{A0}=1", "'\u{A0}=1"),
            ("\u{FEFF}=1", "'\u{FEFF}=1"), ("=\u{301}1", "'=\u{301}1"), ("\tx", "' x"),
            ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{FF0B}1", "'\u{FF0B}1"), ("\u{FF0D}1", "'\u{FF0D}1"),
            ("\u{FF20}A", "'\u{FF20}A"), ("\n=1", "'\n=1"), ("\r\n=1", "'\n=1"),
            ("a\",\"=1", "a\",\"=1"), ("\"\u{301},b", "\"\u{301},b"), ("one\r\ntwo\rthree", "one\ntwo\nthree"),
            ("a\u{0}b\u{1B}[31m\u{9B}c", "a b [31m c"), ("it costs = 5", "it costs = 5"),
            ("Siân, O'Brien", "Siân, O'Brien"),
        ]

        @Test func aTableIsReadAsItWasMeantAndHoldsNoFormula() async throws {
            try await Casework.with { work in
                for (number, cell) in Self.cells.enumerated() {
                    _ = try await work.accept(try SampleReport.make(cell.0, after: -TimeInterval(number)))
                }
                let path = "\(work.folder)/table.csv"
                let told = try await work.output(["export", "--form", "theft", "--format", "csv", "--output", path])
                #expect(told == "wrote \(path), \(Self.cells.count) cases\n")
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
                let rows = try await Self.read(path)
                #expect(
                    rows.first == [
                        "reference", "force", "form", "language", "channel", "received", "due", "status",
                        "Where was it?", "The place: What was it?", "Which of these?", "When?",
                        "More about it: What was it?", "evidence",
                    ])
                try #require(rows.count == Self.cells.count + 1 && rows.allSatisfy { $0.count == 14 })
                for (row, cell) in zip(rows.dropFirst(), Self.cells) {
                    #expect(Array(row[9].utf8) == Array(cell.1.utf8), "\(cell.0)")
                    #expect(row[1...4] == ["gwent", "theft", "cy", "web"] && row[6...7] == ["", "new"])
                    let rest = ["1 High Street\nNewport", "A bicycle\nA telephone", "27 March 2026", "", ""]
                    #expect([row[8]] + row[10...13] == rest)
                }
                let bytes = try #require(FileManager.default.contents(atPath: path))
                #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF, 0x22]) && bytes.suffix(3) == Data("\"\r\n".utf8))
                #expect(bytes.count { $0 == 0x0D } == rows.count)
            }
        }

        @Test func questionsOfAllDefinitionsHaveAColumn() async throws {
            try await Casework.with { work in
                let old = try await work.accept(try SampleReport.make("Old", due: SampleReport.day))
                var form = try SampleReport.form()
                form.steps[0].questions[0] = try SampleReport.ask("worth", "status", .init(TextQuestion()))
                form.steps[1].title = LocalizedText("The place")
                let (about, extra) = (try SampleReport.step("about"), try SampleReport.question("extra"))
                form.steps[1].questions[2].id = extra
                var submission = try SampleReport.make("New", after: 1, definition: form)
                submission.answers[about]?.set(.text("Same"), for: extra)
                submission.files = [
                    try await work.receive([1], name: "=a.jpg", type: ""),
                    try await work.receive([2], name: "b\nc.jpg", type: ""),
                ]
                let new = try await work.accept(submission)
                _ = try await work.output(["status", "\(old)", "closed"])
                let path = "\(work.folder)/table.csv"
                _ = try await work.output(["export", "\(new)", "\(old)", "--format", "csv", "--output", path])
                let rows = try await Self.read(path)
                try #require(rows.count == 3)
                #expect(
                    rows[0].dropFirst(8) == [
                        "Where was it?", "The place: status", "The place: What was it? (place what)",
                        "Which of these?", "When?", "More about it: What was it?",
                        "The place: What was it? (about extra)", "evidence",
                    ])
                let (address, kinds, day) = ("1 High Street\nNewport", "A bicycle\nA telephone", "27 March 2026")
                let files = "'=a.jpg\nb c.jpg"
                #expect(rows[1].dropFirst(6) == ["", "new", "", "", "New", kinds, day, "", "Same", files])
                #expect(rows[2].dropFirst(6) == ["", "closed", address, "", "Old", kinds, day, "", "", ""])
            }
        }

        private static func read(_ path: String) async throws -> [[String]] {
            let read = try await Program.run("/usr/bin/python3", ["-c", script, path])
            try #require(read.status == 0, "\(read.errors)")
            return try JSONDecoder().decode([[String]].self, from: Data(read.output.utf8))
        }
    }
}
