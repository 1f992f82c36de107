import FuzzTargets
import Testing

@Suite struct CorpusTests {
    @Test(arguments: FuzzTarget.all.map(\.name))
    func everyCaseHolds(name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let trial = try Trial(of: target, "case")
        let cases = try FuzzCases.of(name)
        for input in cases { try trial.run(on: input.bytes) }
        try trial.end()
        #expect(cases.count >= 5)
    }

    @Test func everyTargetHasItsCasesAndItsDictionary() throws {
        let targets = FuzzTarget.all.map(\.name).sorted()
        let cases = try FuzzCases.names(in: "Corpus")
        let dictionaries = try FuzzCases.names(in: "Dictionaries")
        #expect(cases == targets)
        #expect(dictionaries == targets.map { "\($0).dict" })
    }
}
