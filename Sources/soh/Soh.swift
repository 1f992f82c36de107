import ArgumentParser

/// The command line of Single Online Home.
@main
struct Soh: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soh",
        abstract: "Builds the sites of the police forces, serves them, and reads the cases that come in.",
        discussion: "It ends with status 0 when all is done, 1 where the content, the request or the usage is at "
            + "fault, and 2 where the machine is.",
        subcommands: [
            Build.self, Check.self, Serve.self, New.self, Explain.self, Diff.self, FormsCommand.self, Cases.self,
            Store.self, WebConfig.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch  where exitCode(for: error) == .validationFailure {
            // A fault of usage has the status of our contract, and not that of sysexits.
            StandardError.write(fullMessage(for: error) + "\n")
            exit(withError: ExitCode(ExitStatus.refused.rawValue))
        } catch {
            exit(withError: error)
        }
    }
}
