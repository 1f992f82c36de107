import ArgumentParser
import CaseStore
import Forms
import Glibc

/// The commands of those who run a case store.
struct Store: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Verifies, backs up, restores and prunes a case store.",
        subcommands: [Verify.self, BackUp.self, PutBack.self, Prune.self])

    /// The options of every command.
    struct Options: ParsableArguments {
        @Option(help: "The folder of the case store.")
        var store: String

        @Option(help: "The id of a force; all by default.")
        var force: String?

        @Option(help: "How results are told: text, or json with one object a line.")
        var format = OutputFormat.text
    }

    /// The forces whose databases lie in a folder, or the one that was asked for.
    static func forces(in folder: String, only force: String?) async throws -> [ForceID] {
        let store: SQLiteCaseStore
        do {
            store = try SQLiteCaseStore(existing: folder)
        } catch let fault as StoreFault {
            throw ExitStatus.refusal("there is no case store in \(folder): \(fault.cause)")
        }
        let forces = try await store.forces()
        guard let force else { return forces }
        guard let id = forces.first(where: { $0.rawValue == force }) else {
            throw ExitStatus.refusal("there are no cases of '\(force)' in \(folder)")
        }
        return [id]
    }
}
