import Testing

@testable import WebServers

@Suite struct RulesTests {
    @Test func aPatternMatchesWhatIsAtAndBelowItsURLs() throws {
        let pattern = try Regex(try #require(Rules.pattern(below: ["/report/a.b", "/forms/x"])))
        for (path, isMatch) in [
            ("/report/a.b", true), ("/report/a.b.html", true), ("/report/a.b/leaving", true),
            ("/forms/x/cy/done/1", true),
            ("/report/aXb", false), ("/report/a.bc", false), ("/x/report/a.b", false), ("/report", false),
        ] {
            #expect((path.firstMatch(of: pattern) != nil) == isMatch, "\(path)")
        }
        #expect(Rules.pattern(below: []) == nil && Rules.pattern(of: []) == nil)
    }

    /// nginx reads no parameter that is longer than its buffer.
    @Test func manyURLsAreSharedOutAmongPatterns() throws {
        let urls = Set((0..<1_000).map { "/advice/\($0)/what.to-do" })
        let groups = Rules.groups(urls)
        #expect(groups.count > 5 && groups.reduce([]) { $0.union($1) } == urls)
        #expect(groups.reduce(0) { $0 + $1.count } == urls.count)
        let patterns = try groups.map { try #require(Rules.pattern(of: $0)) }
        #expect(patterns.allSatisfy { $0.utf8.count < 3_600 })
        #expect(Rules.groups(["/a", "/b"]) == [["/a", "/b"]] && Rules.groups([]) == [])
        #expect(Rules.groups(["/long", "/longer"], longest: 3) == [["/long"], ["/longer"]])
    }

    @Test(arguments: [
        ("/cy", true), ("/cy/report", true), ("/forms/burglary/cy/place", true), ("/search/cy", true),
        ("/forms/cy/place", false), ("/cyber", false), ("/report/cy", false), ("/", false),
    ])
    func whatIsInWelshIsKnown(path: String, isWelsh: Bool) throws {
        #expect((path.firstMatch(of: try Regex(Rules.welsh)) != nil) == isWelsh)
    }
}
