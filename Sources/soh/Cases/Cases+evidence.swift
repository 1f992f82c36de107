import ArgumentParser
import CaseStore
import Diagnostics
import Forms
import Synchronization

extension Cases {
    struct Evidence: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the files of a case, or hands one out as it came in.",
            discussion: "A file is never written over. What is handed out can be read by this user alone.")

        @OptionGroup var options: Options

        @Argument(help: "The reference of the case.")
        var reference: String

        @Argument(help: "The id of a file; without it the files are listed.")
        var id: String?

        @Option(help: "Where the file goes; - for standard output.")
        var output: String?

        @Option(help: "How files are listed: text, or json with one file a line.")
        var format = OutputFormat.text

        func validate() throws {
            if id != nil, output == nil {
                throw ValidationError("say with --output where the file goes, or - for standard output")
            }
            if id == nil, output != nil { throw ValidationError("--output takes the id of a file before it") }
        }

        func run() async throws {
            let reference = try Typed.reference(reference)
            guard let id, let output else { return try await list(reference) }
            guard let file = EvidenceID(rawValue: id) else { throw Self.missing(id, of: reference) }
            try await options.atDesk { desk in
                let record = try await OutputFile.with(output) { output in
                    try await Self.handOut(file, of: reference, at: desk, to: output)
                }
                guard output != "-" else { return }
                print("wrote \(output), \(Generator.count(record.file.bytes, "byte")), sha256 \(record.file.sha256)")
            }
        }

        private func list(_ reference: Reference) async throws {
            try await options.atDesk { desk in
                let files = try await desk.file(reference, as: .viewed).record.evidence
                switch format {
                case .json: try OutputFile.standard.write(try files.map { try CaseText.json($0) + "\n" }.joined())
                case .text where files.isEmpty: print("\(reference) has no files")
                case .text: try OutputFile.standard.write(CaseText.lines(of: files).map { $0 + "\n" }.joined())
                }
            }
        }

        private static func handOut(
            _ id: EvidenceID, of reference: Reference, at desk: Desk, to output: OutputFile
        ) async throws -> EvidenceRecord {
            let force = try await desk.force(of: reference)
            let fault = Mutex<OutputFile.Fault?>(nil)
            let record: EvidenceRecord?
            do {
                record = try await desk.store.handOut(id, of: reference, in: force, by: desk.access) { bytes in
                    do throws(OutputFile.Fault) {
                        try output.write(bytes)
                    } catch {
                        fault.withLock { $0 = error }
                        throw error
                    }
                }
            } catch {
                // The store knows only faults of its own.
                throw fault.withLock { $0 } ?? error
            }
            guard let record else { throw missing(id.rawValue, of: reference) }
            return record
        }

        private static func missing(_ id: String, of reference: Reference) -> any Error {
            ExitStatus.refusal("the case \(reference) has no file '\(id.printable)'")
        }
    }
}
