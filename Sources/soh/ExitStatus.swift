import ArgumentParser
import Glibc

/// What a command ends with.
enum ExitStatus: Int32 {
    /// The content, the request or the usage is at fault.
    case refused = 1
    /// The machine is: no permission, disk full, port taken.
    case machine = 2

    /// Says in one line what is wrong with the machine.
    ///
    /// - Returns: The error to throw.
    static func machineFault(_ message: String) -> ExitCode {
        StandardError.write("soh: \(message)\n")
        return ExitCode(machine.rawValue)
    }

    /// Says in one line what is wrong with the request.
    static func refusal(_ message: String) -> ExitCode {
        StandardError.write("soh: \(message)\n")
        return ExitCode(refused.rawValue)
    }
}

/// Standard error, without a buffer between.
enum StandardError {
    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            // Where nothing can be told, nothing is gained by ending otherwise.
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}
