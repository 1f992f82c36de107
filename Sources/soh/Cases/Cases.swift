import ArgumentParser
import CaseStore

struct Cases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads the cases of a store, and works on them.",
        discussion: "Whoever reads, changes or takes out a case is noted with it.",
        subcommands: [
            List.self, Show.self, Evidence.self, Note.self, Status.self, Hold.self, Link.self, Export.self,
        ])

    /// The options of every command.
    struct Options: ParsableArguments {
        @Option(help: "The folder of the case store.")
        var store: String

        @Option(help: "The id of a force; all by default.")
        var force: String?

        @Option(name: .customLong("as"), help: "Who asks; the user who runs the command by default.")
        var name: String?

        @Option(help: "What for.")
        var purpose: String?

        func validate() throws {
            if name?.isBlank == true { throw ValidationError("--as takes a name") }
        }

        /// Works in the store, and tells what is wrong with it in one line.
        func atDesk(_ work: (Desk) async throws -> Void) async throws {
            let opened: SQLiteCaseStore
            do {
                opened = try SQLiteCaseStore(existing: store)
            } catch let fault as StoreFault {
                throw ExitStatus.refusal("there is no case store in \(store): \(fault.cause)")
            }
            let desk = Desk(store: opened, access: Access(by: name ?? LoginName.current, purpose: purpose), only: force)
            try await ExitStatus.tellingFaults { try await work(desk) }
        }
    }
}

extension ExitStatus {
    /// Carries out work on a store, and tells what is wrong with it in one line.
    static func tellingFaults(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let fault as StoreFault {
            throw machineFault("\(fault)")
        } catch let fault as OutputFile.Fault {
            throw machineFault("\(fault)")
        }
    }
}
