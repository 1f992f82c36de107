import TestSupport
import Testing

extension EndToEnd {
    /// Our decoders of forms beside those of others, over bodies that are the same in every run.
    @Suite struct FormOracleTests {
        /// Of each kind: as many as let every difference be met a few times.
        private static let count: UInt64 = 3_000

        private static func cases(_ kinds: [FormCase.Kind]) -> [FormCase] {
            kinds.flatMap { kind in
                (0..<count).map { number in FormCase(kind, number) { SeededGenerator(seed: $0) } }
            }
        }

        @Test func whatABrowserCouldHaveSentIsReadAsItWasWritten() {
            for item in Self.cases([.multipart]) {
                let written = item.written.map { FormVerdict.parts($0) }
                let read = FormVerdict(ofOursOn: item)
                #expect(read == written, "\(item)")
            }
        }

        @Test func othersReadABodyAsWeDoOrAStandardSaysWhyNot() async throws {
            let cases = Self.cases(FormCase.Kind.allCases)
            let verdicts = try await FormOracle.verdicts(of: cases)
            var met: Set<String> = []
            var unexplained: [String] = []
            for (item, theirs) in zip(cases, verdicts) {
                let ours = FormVerdict(ofOursOn: item)
                for (library, verdict) in theirs {
                    for subject in FormDisagreement.subjects(ours, verdict) {
                        let disagreement = FormDisagreement(
                            library: library, input: FormInput(item), subject: subject)
                        if let difference = FormDifference.all.first(where: { $0.explains(disagreement) }) {
                            met.insert("\(library.rawValue) \(difference.name)")
                        } else {
                            unexplained.append("\(library.rawValue): \(disagreement): \(item)")
                        }
                    }
                }
            }
            for text in unexplained.prefix(20) { Issue.record("no standard is named for this: \(text)") }
            #expect(unexplained.count == 0)
            for difference in FormDifference.all {
                for library in difference.libraries {
                    let name = "\(library.rawValue) \(difference.name)"
                    #expect(met.contains(name), "this is never met, and no longer an excuse (\(difference.rule))")
                }
            }
        }
    }
}
