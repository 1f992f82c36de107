import ArgumentParser
import CaseStore

extension Cases {
    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Changes the status of a case. The clocks of a closed case run no more.")

        @OptionGroup var options: Options

        @Argument(help: "The reference of the case.")
        var reference: String

        @Argument(help: "new, open, waiting or closed.")
        var status: String

        @Option(help: "Why it is changed.")
        var reason: String?

        func run() async throws {
            let reference = try Typed.reference(reference)
            let status: CaseRecord.Status = try Typed.choice(status, of: "status")
            try await options.atDesk { desk in
                try await desk.change(reference) { force in
                    try await desk.store.set(status, because: reason, of: reference, in: force, by: desk.access)
                }
                print("\(reference): the status is \(status.rawValue)")
            }
        }
    }
}
