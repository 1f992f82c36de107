import ArgumentParser
import Foundation

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
        FileHandle.standardError.write(Data(text.utf8))
    }
}
