import Glibc

/// Measures the decoders alone, in one thread, and the case store with many callers, and prints a JSON object for each
/// row. `responder` prints nothing, and is what others measure.
///
///     benchmarks multipart BYTES
///     benchmarks urlencoded BYTES
///     benchmarks records BYTES
///     benchmarks store FOLDER --callers N --forces N --seconds S
///     benchmarks spool FOLDER BYTES
///     benchmarks list FOLDER
///     benchmarks fill FOLDER COUNT
///     benchmarks step BUNDLES COUNT
///     benchmarks responder --listen unix:PATH
///
/// It ends with status 1 where something is refused or lost, and 2 where the command line makes no sense.
@main
struct Benchmarks {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if arguments.count == 3, arguments[0] == "step", let count = Int(arguments[2]), count > 0 {
                print("{\"bytes\":\(try StepBenchmark(bundles: arguments[1]).run(count: count))}")
            } else if let responder = ResponderCommand(arguments) {
                try await responder.run()
            } else if let command = StoreCommand(arguments) {
                print(try await command.run().json)
            } else {
                try measureDecoder(arguments)
            }
        } catch {
            tell("benchmarks: \(error)")
            exit(1)
        }
    }

    private static func measureDecoder(_ arguments: [String]) throws {
        guard arguments.count == 2, let size = Int(arguments[1]), size > 0 else { endWithUsage() }
        let rows: [Row]
        switch arguments[0] {
        case "multipart": rows = try MultipartBenchmark.rows(fileLength: size)
        case "urlencoded": rows = try URLEncodedBenchmark.rows(length: size)
        case "records" where size <= RecordsBenchmark.longest: rows = try RecordsBenchmark.rows(length: size)
        default: endWithUsage()
        }
        for row in rows { print(row.json) }
        // What nobody sees need not be computed.
        tell("checksum \(rows.reduce(0) { $0 &+ $1.checksum })")
    }

    private static func endWithUsage() -> Never {
        tell(
            """
            usage:
            benchmarks multipart|urlencoded|records BYTES (records: at most \(RecordsBenchmark.longest))
            \(StoreCommand.usage)
            benchmarks step BUNDLES COUNT
            \(ResponderCommand.usage)
            """)
        exit(2)
    }

    /// Writes a line to standard error.
    private static func tell(_ text: String) {
        let line = Array("\(text)\n".utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
