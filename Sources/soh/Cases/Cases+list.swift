import ArgumentParser
import CaseStore

extension Cases {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists cases: those whose clock runs out first, then the newest, then closed ones.",
            discussion: """
                A line of text has the reference, when the first clock runs out, when the case came in, force, form, \
                language and status. A line of JSON is a whole case, which is noted as viewed.
                """)

        @OptionGroup var options: Options

        @OptionGroup var filters: Filters

        @Option(help: "How cases are listed: text, or json with one case a line.")
        var format = OutputFormat.text

        func run() async throws {
            let filter = try filters.filter()
            try await options.atDesk { desk in
                switch format {
                case .json:
                    try await desk.records(matching: filter, limit: filters.limit, as: .viewed) { records in
                        try OutputFile.standard.write(try records.map { try CaseText.json($0) + "\n" }.joined())
                    }
                case .text:
                    var table = CaseTable()
                    try await desk.summaries(matching: filter, limit: filters.limit) { summaries in
                        try OutputFile.standard.write(table.lines(of: summaries))
                    }
                }
            }
        }
    }
}
