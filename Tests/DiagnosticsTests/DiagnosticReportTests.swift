import Testing

@testable import Diagnostics

@Suite struct DiagnosticReportTests {
    @Test func aFaultIsShownWithItsLineAndACaretUnderThePlace() {
        var report = DiagnosticReport()
        report.error(
            "unknown-key", at: SourceLocation(file: "a.md", line: 2, column: 3), "unknown key 'hnit'",
            remedy: "did you mean 'hint'?")
        let text = report.text { _ in "---\n  hnit: x\n---\n" }
        #expect(
            text == """
                a.md:2:3: error: unknown key 'hnit'
                2 |   hnit: x
                  |   ^
                    = did you mean 'hint'?

                """)
    }

    @Test func faultsComeInTheOrderOfTheFilesEachOnce() {
        var report = DiagnosticReport()
        report.error("x", at: SourceLocation(file: "b", line: 1), "second")
        report.error("x", at: SourceLocation(file: "a", line: 10), "first, later line")
        report.error("x", at: SourceLocation(file: "a", line: 9), "first")
        report.error("x", at: SourceLocation(file: "a", line: 9), "first")
        #expect(report.sorted.map(\.message) == ["first", "first, later line", "second"])
    }

    @Test func aWarningIsNoError() {
        var report = DiagnosticReport()
        report.warning("x", at: SourceLocation(file: "a"), "careful")
        #expect(!report.hasErrors && !report.isEmpty)
    }

    @Test func jsonHasEveryKeyAlsoWhereAValueDoesNotApply() throws {
        var report = DiagnosticReport()
        report.error("x", at: SourceLocation(file: "a\"b"), "m")
        #expect(
            try report.ndjson()
                == #"{"code":"x","column":null,"file":"a\"b","line":null,"message":"m","remedy":null,"severity":"error"}"#
                + "\n")
    }

    @Test(arguments: [
        ("hnit", "hint"), ("lable", "label"), ("titel", "title"), ("kinds", "kind"), ("optoins", "options"),
    ])
    func aSlipOfTheFingersIsUnderstood(typed: String, meant: String) {
        let known = ["hint", "label", "title", "kind", "options", "when"]
        #expect(Suggestion.nearest(to: typed, among: known) == meant)
    }

    @Test func whatIsFarFromEverythingGetsTheListInstead() {
        #expect(Suggestion.nearest(to: "colour", among: ["hint", "label"]) == nil)
        #expect(Suggestion.remedy(for: "colour", among: ["label", "hint"]) == "known here: hint, label")
    }

    @Test(arguments: [
        ("\u{1B}[31mred", "␛[31mred"), ("a\tb", "a b"), ("x\u{7F}", "x␡"), ("\u{9B}2J", "�2J"), ("\u{202E}abc", "�abc"),
        ("Llŷn", "Llŷn"),
    ])
    func nothingThatIsPrintedSteersATerminal(text: String, shown: String) {
        #expect(text.printable == shown)
    }
}
