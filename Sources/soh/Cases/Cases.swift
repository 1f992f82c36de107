import ArgumentParser
import CaseStore
import Forms

struct Cases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads the cases of a store.", subcommands: [List.self, Show.self])

    /// The options of every command that reads cases.
    struct StoreOptions: ParsableArguments {
        @Option(help: "The folder of the case store.")
        var store: String

        @Option(help: "How cases are listed: text, or json with one case a line.")
        var format = OutputFormat.text

        func open() throws -> SQLiteCaseStore {
            do {
                return try SQLiteCaseStore(existing: store)
            } catch let fault as StoreFault {
                throw ExitStatus.refusal("there is no case store in \(store): \(fault.cause)")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists cases, the newest first.")

        @OptionGroup var options: StoreOptions

        @Option(help: "The id of a force; all by default.")
        var force: String?

        func run() async throws {
            let store = try options.open()
            try await ExitStatus.tellingFaults {
                let forces = try await store.forces()
                if let force, !forces.contains(where: { $0.rawValue == force }) {
                    throw ExitStatus.refusal("the store has no cases of '\(force)'")
                }
                for id in forces where force == nil || id.rawValue == force {
                    for record in try await store.records(
                        in: id, matching: CaseFilter(), after: nil, limit: 1_000, as: .viewed, by: Access(by: "soh")
                    ).cases {
                        switch options.format {
                        case .json: print(try CaseText.json(record))
                        case .text: print(CaseText.line(record))
                        }
                    }
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one case in the words of its form.")

        @OptionGroup var options: StoreOptions

        @Argument(help: "The reference, such as GWE-BUR-7K3M-Q9ZT-01VX-C. Case, spaces and hyphens do not matter.")
        var reference: String

        func run() async throws {
            guard let reference = Reference(forgiving: reference) else {
                throw ExitStatus.refusal("that is not a reference: one of its symbols is wrong or missing")
            }
            let store = try options.open()
            try await ExitStatus.tellingFaults {
                for force in try await store.forces() {
                    guard
                        let record = try await store.file(reference, in: force, as: .viewed, by: Access(by: "soh"))?
                            .record
                    else { continue }
                    switch options.format {
                    case .json: print(try CaseText.json(record))
                    case .text:
                        let definition = try await store.definition(record.definition, in: force)
                        print(try CaseText.full(record, definition: definition))
                    }
                    return
                }
                throw ExitStatus.refusal("the store has no case \(reference)")
            }
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
        }
    }
}
