import Testing

@testable import Markdown

@Suite struct FrontMatterTests {
    @Test(arguments: ["---\na: 1\n---\nbody\n", "---\r\na: 1\r\n---\r\nbody\r\n", "\u{FEFF}---  \na: 1\n---\t\nbody\n"])
    func aFileSplitsWhateverItsLineEnds(source: String) throws {
        let matter = try FrontMatter(splitting: source)
        #expect(matter.yaml == "a: 1\n")
        #expect(matter.body == "body\n")
        #expect(matter.yamlLineOffset == 1)
        #expect(matter.bodyLineOffset == 3)
    }

    @Test func aRuleInTheBodyStays() throws {
        #expect(try FrontMatter(splitting: "---\na: 1\n---\nx\n\n---\n").body == "x\n\n---\n")
    }

    @Test(arguments: [("", FrontMatter.Fault.missing), ("a: 1", .missing), ("---\na: 1\n", .unclosed)])
    func whatIsMissingIsSaid(source: String, fault: FrontMatter.Fault) {
        #expect(throws: fault) { try FrontMatter(splitting: source) }
    }
}
