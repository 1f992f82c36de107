import ArgumentParser
import CaseStore
import Forms

extension Cases {
    struct Export: AsyncParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable {
            case ndjson, csv, html
        }

        static let configuration = CommandConfiguration(
            abstract: "Takes cases out of the store: those that are named, or those that match.",
            discussion: """
                ndjson has one case a line, csv the cases of one form as a table, html one case as a document to print. \
                Each case is noted as exported.
                """)

        @OptionGroup var options: Options

        @Argument(help: "The references of the cases; without any, those that match.")
        var references: [String] = []

        @OptionGroup var filters: Filters

        @Option(help: "What the cases become: ndjson, csv or html.")
        var format = Format.ndjson

        @Option(help: "A new file that the cases go to; - for standard output.")
        var output = "-"

        func validate() throws {
            if !references.isEmpty, !filters.isEmpty {
                throw ValidationError("name cases or say which match, but not both")
            }
            // The form of a case is not known before it is read, and then it is noted; its letters are in the reference.
            let forms = Set(references.compactMap { Reference(forgiving: $0)?.form })
            switch format {
            case .ndjson: break
            case .csv where forms.count > 1 || (references.isEmpty && filters.form == nil):
                throw ValidationError("csv takes cases of one form: say which with --form, or name only such cases")
            case .csv: break
            case .html where references.count != 1: throw ValidationError("html takes one case: give its reference")
            case .html: break
            }
        }

        func run() async throws {
            let references = try references.map(Typed.reference)
            let filter = try filters.filter()
            try await options.atDesk { desk in
                let count = try await OutputFile.with(output) { output in
                    try await write(references, filter, from: desk, to: output)
                }
                if output != "-" { print("wrote \(output), \(Generator.count(count, "case"))") }
            }
        }

        /// - Returns: How many cases were written.
        private func write(
            _ references: [Reference], _ filter: CaseFilter, from desk: Desk, to output: OutputFile
        ) async throws -> Int {
            switch format {
            case .ndjson:
                var count = 0
                try await take(references, filter, from: desk) { records in
                    try output.write(try records.map { try CaseText.json($0) + "\n" }.joined())
                    count += records.count
                }
                return count
            case .csv:
                let table = try await table(references, filter, from: desk)
                try table.write { try output.write($0) }
                return table.count
            case .html:
                for reference in references {
                    try output.write(try CaseHTML.page(try await desk.file(reference, as: .exported)))
                }
                return references.count
            }
        }

        private func table(_ references: [Reference], _ filter: CaseFilter, from desk: Desk) async throws -> CaseCSV {
            var table = CaseCSV()
            var wordings: [String: CaseWording] = [:]
            try await take(references, filter, from: desk) { records in
                for record in records {
                    let wording: CaseWording
                    if let known = wordings[record.definition] {
                        wording = known
                    } else {
                        wording = try await desk.wording(of: record)
                        wordings[record.definition] = wording
                    }
                    table.add(record, in: wording)
                }
            }
            return table
        }

        /// Gives the cases that are named, or those that match, a few at a time.
        private func take(
            _ references: [Reference], _ filter: CaseFilter, from desk: Desk,
            _ take: ([CaseRecord]) async throws -> Void
        ) async throws {
            guard !references.isEmpty else {
                return try await desk.records(matching: filter, limit: filters.limit, as: .exported, take)
            }
            // Nothing is noted as exported where one of them is not there.
            for reference in references { _ = try await desk.force(of: reference) }
            for reference in references { try await take([desk.file(reference, as: .exported).record]) }
        }
    }
}
