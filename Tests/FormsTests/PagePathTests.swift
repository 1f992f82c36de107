import Testing

@testable import Forms

@Suite struct PagePathTests {
    @Test(
        arguments: [
            ("/", []), ("/report", ["report"]), ("/report/burglary", ["report", "burglary"]),
            ("/a/b/c", ["a", "b", "c"]),
            ("/101", ["101"]), ("/a-b", ["a-b"]),
        ] as [(String, [String])])
    func aPathReadsAsItIsWritten(text: String, components: [String]) throws {
        let path = try #require(PagePath(text))
        #expect(path.components == components)
        #expect(path.description == text)
        #expect(PagePath(components: components) == path)
    }

    @Test(arguments: [
        "", "report", "report/", "/report/", "//", "//report", "/report//burglary", "/Report", "/report.html", "/..",
        "/./a", "/a b", "/a?b", "/a#b", "/a%20b", "/a_b", "/é", "/a\u{301}", "/a/\u{301}b", "/a\\b", "/a\n",
    ])
    func whatIsNoPathIsRefused(text: String) {
        #expect(PagePath(text) == nil)
    }

    /// A slash and a combining mark are one `Character`: reading by characters would drop both.
    @Test func aMarkOnTheFirstSlashIsRefused() {
        #expect(PagePath("/\u{301}report") == nil)
    }

    @Test(arguments: [[""], ["a", ""], ["A"], ["a/b"], [".."]] as [[String]])
    func componentsAreCheckedToo(components: [String]) {
        #expect(PagePath(components: components) == nil)
    }

    @Test func aPathKnowsWhatStandsAboveIt() throws {
        let path = try SampleForm.path("/report/burglary/home")
        #expect(path.parent?.description == "/report/burglary")
        #expect(path.ancestors.map(\.description) == ["/", "/report", "/report/burglary"])
        #expect(PagePath.home.parent == nil)
        #expect(PagePath.home.ancestors.isEmpty)
    }

    @Test func pathsAreInOrderOfTheirComponents() throws {
        let paths = try ["/a-b", "/b", "/a/c", "/", "/a"].map { try SampleForm.path($0) }
        #expect(paths.sorted().map(\.description) == ["/", "/a", "/a/c", "/a-b", "/b"])
    }

    @Test func aPathIsAStringInJSONAndIsChecked() throws {
        let path = try SampleForm.path("/report/burglary")
        let text = try JSONText.encode([path])
        #expect(text == #"["/report/burglary"]"#)
        let back = try JSONText.decode([PagePath].self, from: text)
        #expect(back == [path])
        #expect(throws: DecodingError.self) { try JSONText.decode([PagePath].self, from: #"["report"]"#) }
    }
}
