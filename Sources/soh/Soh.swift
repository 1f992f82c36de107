import ArgumentParser

/// The command line of Single Online Home.
@main
struct Soh: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soh",
        abstract: "Builds the sites of the police forces, serves them, and reads the cases that come in.",
        subcommands: [Build.self, Check.self, Serve.self, Cases.self])
}
