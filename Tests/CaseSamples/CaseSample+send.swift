package import CaseStore
package import Forms
import FoundationEssentials

extension CaseSample {
    /// How many bytes of a file come at once, as from a connection.
    private static let piece = 64 << 10
    /// The time in which somebody has to be called back, in seconds.
    private static let clock: TimeInterval = 48 * 3_600

    /// Sends it, with its file, to a store.
    ///
    /// - Throws: What the store throws.
    package func send(
        to store: some SubmissionStore & EvidenceStore, for force: ForceID, with key: DraftKey
    ) async throws -> Reference {
        var files: [SubmittedFile] = []
        if let file {
            let declaration = FileDeclaration(name: "llun \(number).jpg", type: "image/jpeg")
            let incoming = try await store.receive(declaration, sealedWith: nil, for: force)
            var rest = file[...]
            while !rest.isEmpty {
                try await incoming.write(Array(rest.prefix(Self.piece)))
                rest = rest.dropFirst(Self.piece)
            }
            let place = EvidencePlace(step: SampleNames.events, question: SampleNames.photo)
            files.append(SubmittedFile(try await incoming.finish(), at: place))
        }
        return try await store.accept(submission(for: force, with: key, files), for: force)
    }

    private func submission(for force: ForceID, with key: DraftKey, _ files: [SubmittedFile]) -> Submission {
        let now = Date()
        var submission = Submission(
            forceCode: SampleNames.code(force.rawValue), definition: SampleDefinition.named,
            formCode: SampleNames.code("named"), language: number.isMultiple(of: 2) ? .english : .welsh,
            answers: answers, received: now, draft: key, narrative: account,
            clocks: number.isMultiple(of: 3) ? [Clock(label: "first contact", due: now + Self.clock)] : [],
            files: files)
        if isAnonymous {
            submission.definition = SampleDefinition.anonymous
            submission.formCode = SampleNames.code("anonymous")
            submission.isAnonymous = true
            submission.isSentInOneGo = true
        } else {
            submission.person = Person(name: "Siân O'Brien \(number)", email: "reporter-\(number)@example.org")
        }
        return submission
    }
}
