import CaseSamples
import Forms
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// A store of one force with some cases and files in it.
struct SampleStore {
    let store: SQLiteCaseStore
    let folder: String
    let force: ForceID
    let references: [Reference]

    /// The folder of the force.
    var path: String { "\(folder)/store/gwent" }

    static func with(
        cases count: Int = 30, _ clock: TestClock = TestClock(), _ body: (SampleStore) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(making: "\(folder)/store", floor: 0, now: { clock.now })
            let force = try SampleSubmission.force()
            var references: [Reference] = []
            for number in 0..<count {
                references.append(try await accept("case\(number)word", in: store, file: number % 5 == 0))
            }
            try await body(SampleStore(store: store, folder: folder, force: force, references: references))
        }
    }

    /// Accepts a case, with a file if asked.
    static func accept(
        _ text: String, in store: SQLiteCaseStore, file hasFile: Bool = false, form: String = "theft",
        received: Date = SampleSubmission.time
    ) async throws -> Reference {
        let force = try SampleSubmission.force()
        var submission = try SampleSubmission.make(text: text, form: form, received: received)
        submission.person = Person(name: "\(text)name", email: "\(text)@example.org")
        if hasFile {
            let incoming = try await store.receive(
                FileDeclaration(name: "\(text).txt", type: "text/plain"), sealedWith: nil, for: force)
            try await incoming.write(Array(String(repeating: "\(text)bytes ", count: 50).utf8))
            submission.files = [SubmittedFile(try await incoming.finish(), at: try SampleSubmission.place())]
        }
        return try await store.accept(submission, for: force)
    }

    /// Moves everything to the database file, as a clean end does.
    func settle() async throws {
        try await store.with(force) { database in
            try await database.cases.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
    }

    func verify(at path: String? = nil) async throws -> Verification.Result {
        try await Verification.run(force, at: path ?? self.path)
    }
}
