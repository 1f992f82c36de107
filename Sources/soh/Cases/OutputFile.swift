import Glibc

/// Where a command hands out what is in a store: standard output, or a new file that only this user can read.
struct OutputFile: Sendable {
    /// What could not be written, in the words of the system.
    struct Fault: Error, Hashable, CustomStringConvertible {
        let path: String
        let cause: String

        /// The last failure of a system call.
        init(_ path: String) {
            self.path = path
            cause = String(cString: strerror(errno))
        }

        var description: String { "cannot write \(path): \(cause)" }
    }

    static let standard = OutputFile(descriptor: STDOUT_FILENO, path: "standard output")

    private let descriptor: Int32
    private let path: String

    /// Hands out to a file, or to standard output where the path is `-`.
    ///
    /// The file has another name beside its own until it is whole, and never takes the place of one that is there.
    ///
    /// - Throws: `Fault`; `ExitCode` where there is such a file; what `body` throws. Then nothing is left of the file.
    static func with<Value>(_ path: String, _ body: (OutputFile) async throws -> Value) async throws -> Value {
        guard path != "-" else { return try await body(standard) }
        var status = stat()
        // Before anything is noted as handed out. Whether it still holds is seen when the file gets its name.
        guard lstat(path, &status) != 0 else { throw taken(path) }
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
        let unfinished = "\(folder)soh-\(UInt64.random(in: .min ... .max)).part"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Fault(path) }
        defer { unlink(unfinished) }
        let value: Value
        do {
            value = try await body(OutputFile(descriptor: descriptor, path: path))
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw Fault(path) }
        try name(unfinished, as: path)
        return value
    }

    /// Writes all of the bytes.
    func write(_ bytes: [UInt8]) throws(Fault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw Fault(path)
            }
            rest = rest.dropFirst(count)
        }
    }

    func write(_ text: String) throws(Fault) { try write(Array(text.utf8)) }

    private static func taken(_ path: String) -> any Error {
        ExitStatus.refusal("\(path) is there already, and is not written over")
    }

    /// Gives a file its name, unless another has it.
    private static func name(_ unfinished: String, as path: String) throws {
        guard link(unfinished, path) != 0 else { return }
        switch errno {
        case EEXIST: throw taken(path)
        case EPERM, EOPNOTSUPP, ENOSYS: break
        default: throw Fault(path)
        }
        // Disks that are carried about often know no links. An empty file takes the name, and nothing else is replaced.
        let place = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard place >= 0 else {
            if errno == EEXIST { throw taken(path) }
            throw Fault(path)
        }
        close(place)
        guard rename(unfinished, path) == 0 else {
            let fault = Fault(path)
            unlink(path)
            throw fault
        }
    }
}
