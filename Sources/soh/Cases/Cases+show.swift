import ArgumentParser
import CaseStore

extension Cases {
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows one case in the words of its form, with everything that belongs to it.")

        @OptionGroup var options: Options

        @Argument(help: "The reference, such as GWE-BUR-7K3M-Q9ZT-01VX-8. Case, spaces and hyphens do not matter.")
        var reference: String

        @Option(help: "How the case is shown: text, or json on one line.")
        var format = OutputFormat.text

        func run() async throws {
            let reference = try Typed.reference(reference)
            try await options.atDesk { desk in
                let file = try await desk.file(reference, as: .viewed)
                switch format {
                case .json: try OutputFile.standard.write(try CaseText.json(file.record) + "\n")
                case .text: try OutputFile.standard.write(try CaseText.full(file) + "\n")
                }
            }
        }
    }
}
