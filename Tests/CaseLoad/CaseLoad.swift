import CaseStore
import Glibc

/// Sends samples to a store for ever, and says so line by line, so that whoever kills it knows what it was told.
///
///     caseload STORE [--forces N] [--callers N] [--seed N] [--count N] [--files] [--floor BYTES] [--pause MS]
///     caseload STORE --resend [--callers N] [--files] [--floor BYTES] [--pause MS]
///
/// Before a sample is sent it prints `TRY NUMBER FORCE COOKIE`, afterwards `ACK NUMBER FORCE REFERENCE COOKIE` or
/// `NAK NUMBER FORCE CODE`. With `--resend` it reads lines `NUMBER:FORCE:COOKIE` from standard input, and sends those
/// samples with those keys. Of `--seed N` the first number is N millions. It ends with status 2 where it cannot work.
@main
struct CaseLoad {
    static func main() async {
        guard let settings = LoadSettings(Array(CommandLine.arguments.dropFirst())) else {
            end(
                "usage: caseload STORE [--forces N] [--callers N] [--seed N] [--count N] [--files] [--floor BYTES] [--pause MS]"
            )
        }
        do {
            let store = try SQLiteCaseStore(making: settings.folder, floor: settings.floor)
            let load = Load(settings, on: store)
            if settings.resends {
                guard let attempts = ResentAttempts.read() else { end("standard input has a line that is no attempt") }
                await load.send(attempts)
            } else {
                await load.send()
            }
        } catch {
            end("\(error)")
        }
    }

    private static func end(_ message: String) -> Never {
        let line = Array("caseload: \(message)\n".utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        exit(2)
    }
}
