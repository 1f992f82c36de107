import Glibc

/// Measures the decoders alone, in one thread, and prints a JSON object for each row.
///
///     benchmarks multipart BYTES
///     benchmarks urlencoded BYTES
///     benchmarks records BYTES
///
/// It ends with status 1 where a decoder refuses or loses something, and 2 where the command line makes no sense.
@main
struct Benchmarks {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let size = Int(arguments[2]), size > 0 else { endWithUsage() }
        do {
            let rows: [Row]
            switch arguments[1] {
            case "multipart": rows = try MultipartBenchmark.rows(fileLength: size)
            case "urlencoded": rows = try URLEncodedBenchmark.rows(length: size)
            case "records" where size <= RecordsBenchmark.longest: rows = try RecordsBenchmark.rows(length: size)
            default: endWithUsage()
            }
            for row in rows { print(row.json) }
            // What nobody sees need not be computed.
            tell("checksum \(rows.reduce(0) { $0 &+ $1.checksum })")
        } catch {
            tell("benchmarks: \(error)")
            exit(1)
        }
    }

    private static func endWithUsage() -> Never {
        tell("usage: benchmarks multipart|urlencoded|records BYTES (records: at most \(RecordsBenchmark.longest))")
        exit(2)
    }

    /// Writes a line to standard error.
    private static func tell(_ text: String) {
        let line = Array("\(text)\n".utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
