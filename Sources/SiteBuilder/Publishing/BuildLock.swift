import Glibc

/// Keeps two builds from publishing to one folder at once. The file that carries the lock names the process that
/// holds it; the lock goes with the process, however that ends.
final class BuildLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `MachineFault` where the lock cannot be had, with the process that holds it.
    init(in folder: String) throws(MachineFault) {
        let path = "\(folder)/.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw MachineFault("lock", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.text(of: descriptor)
            close(descriptor)
            guard code == EWOULDBLOCK else { throw MachineFault("lock", path, code: code) }
            throw MachineFault("publish to", folder, cause: "process \(holder) is publishing there now")
        }
        ftruncate(descriptor, 0)
        let process = Array("\(getpid())\n".utf8)
        _ = process.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    private static func text(of descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self)
    }

    deinit {
        // An empty file is the same after every build.
        ftruncate(descriptor, 0)
        close(descriptor)
    }
}
