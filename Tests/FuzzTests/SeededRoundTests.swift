import FuzzTargets
import Testing

@Suite struct SeededRoundTests {
    /// The inputs for each target: as many as all targets together take in three seconds of a debug build.
    private static let rounds = 2_000

    @Test(arguments: FuzzTarget.all.map(\.name))
    func whatHoldsForTheCasesHoldsForThousandsLikeThem(name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        var mutator = Mutator(of: try FuzzCases.of(name).map(\.bytes), seed: 1_996)
        let trial = try Trial(of: target, "round")
        var inputs: Set<[UInt8]> = []
        for _ in 0..<Self.rounds {
            let input = mutator.next()
            inputs.insert(input)
            try trial.run(on: input)
        }
        try trial.end()
        #expect(inputs.count > Self.rounds * 3 / 4, "a round that repeats itself finds nothing")
    }

    @Test func aRoundIsTheSameEveryTime() {
        let cases = [Array("abc".utf8), [], Array(repeating: 0x61, count: Mutator.longest)]
        var first = Mutator(of: cases, seed: 1)
        var second = Mutator(of: cases, seed: 1)
        for _ in 0..<200 {
            let input = first.next()
            let again = second.next()
            #expect(again == input)
            #expect(input.count <= Mutator.longest)
        }
    }
}
