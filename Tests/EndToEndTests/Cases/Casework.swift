import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

/// A store with cases that a test makes, and the program that people work on them with.
struct Casework: Sendable {
    let folder: String
    let store: SQLiteCaseStore

    var path: String { "\(folder)/store" }

    /// What the store notes by itself or for a test, it notes a minute after the first report came in.
    static func with(_ body: (Casework) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteCaseStore(
                making: "\(folder)/store", floor: 0, now: { SampleReport.time.addingTimeInterval(60) })
            try await body(Casework(folder: folder, store: store))
        }
    }

    /// Runs `soh cases …` to its end.
    func soh(_ arguments: [String], input: String? = nil) async throws -> Program.Outcome {
        let all = ["cases"] + arguments.prefix(1) + ["--store", path] + arguments.dropFirst()
        return try await Program.run("soh", all, in: folder, input: input)
    }

    /// What `soh cases …` prints when all is well.
    func output(
        _ arguments: [String], input: String? = nil, at location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let outcome = try await soh(arguments, input: input)
        #expect(outcome.errors == "", "\(arguments)", sourceLocation: location)
        #expect(outcome.status == 0, "\(arguments)", sourceLocation: location)
        return outcome.output
    }

    func accept(_ submission: Submission, for force: String = "gwent") async throws -> Reference {
        try await store.accept(submission, for: try SampleReport.force(force))
    }

    func file(_ reference: Reference, of force: String = "gwent") async throws -> CaseFile {
        let access = Access(by: "test")
        let file = try await store.file(reference, in: try SampleReport.force(force), as: .viewed, by: access)
        return try #require(file)
    }

    /// What happened to a case since it came in, without being looked at by the test.
    func events(of reference: Reference) async throws -> [CaseEvent] {
        try await file(reference).events.filter { $0.kind != .received && $0.access?.name != "test" }
    }

    /// Takes a file in, as the intake does.
    func receive(_ bytes: [UInt8], name: String, type: String) async throws -> SubmittedFile {
        let declaration = FileDeclaration(name: name, type: type)
        let incoming = try await store.receive(declaration, sealedWith: nil, for: try SampleReport.force("gwent"))
        try await incoming.write(bytes)
        return SubmittedFile(try await incoming.finish(), at: try SampleReport.photo())
    }
}
