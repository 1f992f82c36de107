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

    @Test(arguments: [
        ("/cy", true), ("/cy/report", true), ("/forms/burglary/cy/place", true), ("/search/cy", true),
        ("/forms/cy/place", false), ("/cyber", false), ("/report/cy", false), ("/", false),
    ])
    func whatIsInWelshIsKnown(path: String, isWelsh: Bool) throws {
        #expect((path.firstMatch(of: try Regex(Rules.welsh)) != nil) == isWelsh)
    }
}
