import ArgumentParser
import CaseStore

extension Cases {
    struct Hold: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets a legal hold on a case, or lifts it. A case on hold is never erased.")

        @OptionGroup var options: Options

        @Argument(help: "The reference of the case.")
        var reference: String

        @Option(help: "Why the case is held.")
        var reason: String?

        @Flag(help: "Lifts the hold.")
        var release = false

        func validate() throws {
            guard (reason == nil) == release else {
                throw ValidationError("say why with --reason, or lift the hold with --release")
            }
            if reason?.isBlank == true { throw ValidationError("--reason takes words") }
        }

        func run() async throws {
            let reference = try Typed.reference(reference)
            try await options.atDesk { desk in
                try await desk.change(reference) { force in
                    try await desk.store.hold(reference, because: reason, in: force, by: desk.access)
                }
                print("\(reference): \(release ? "no longer on legal hold" : "on legal hold")")
            }
        }
    }
}
