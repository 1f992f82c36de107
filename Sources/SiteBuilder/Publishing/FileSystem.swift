import CLinux
import ContentLoader
import Glibc

/// What keeps a build from being published: not the content but the machine.
package struct MachineFault: Error, Hashable, Sendable {
    /// What was tried, such as `write`.
    package let action: String
    package let path: String
    /// Why it did not work.
    package let cause: String

    init(_ action: String, _ path: String, cause: String) {
        self.action = action
        self.path = path
        self.cause = cause
    }

    /// - Parameter code: A value of `errno`.
    init(_ action: String, _ path: String, code: Int32 = errno) {
        // Files are written before anything is live.
        let isFull = action == "write" && (code == ENOSPC || code == EDQUOT)
        let cause = String(cString: strerror(code)) + (isFull ? "; what was live is live still" : "")
        self.init(action, path, cause: cause)
    }
}

extension MachineFault: CustomStringConvertible {
    package var description: String { "cannot \(action) \(path): \(cause)" }
}

/// The few things that publishing asks of a file system.
enum FileSystem {
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The size of a regular file in bytes, and when it was last written. Nil where there is none.
    ///
    /// - Returns: The time in nanoseconds.
    static func status(of path: String) -> (size: Int, modified: Int)? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return (Int(status.st_size), status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }

    static func read(_ path: String) throws(MachineFault) -> [UInt8] {
        do {
            return try SourceFolder.read(path)
        } catch {
            throw MachineFault("read", error.path, code: error.code)
        }
    }

    /// The paths of all files below a folder; none where there is no such folder.
    static func files(below folder: String) throws(MachineFault) -> [String] {
        var files: [String] = []
        var open = [""]
        while let prefix = open.popLast() {
            for entry in try entries(of: "\(folder)/\(prefix)") {
                if entry.isFolder { open.append("\(prefix)\(entry.name)/") } else { files.append(prefix + entry.name) }
            }
        }
        return files
    }

    /// Makes a folder and those above it.
    static func makeFolders(_ path: String) throws(MachineFault) {
        if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        guard errno == ENOENT, !parent.isEmpty else { throw MachineFault("make the folder", path) }
        try makeFolders(parent)
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw MachineFault("make the folder", path) }
    }

    /// Writes a file that is not there yet.
    static func write(_ bytes: [UInt8], to path: String) throws(MachineFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw MachineFault("write", path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw MachineFault("write", path) }
            rest = rest.dropFirst(count)
        }
    }

    /// Gives a file a second name.
    static func link(_ path: String, as other: String) throws(MachineFault) {
        guard Glibc.link(path, other) == 0 else { throw MachineFault("link", other) }
    }

    static func makeSymbolicLink(to target: String, at path: String) throws(MachineFault) {
        guard symlink(target, path) == 0 else { throw MachineFault("link", path) }
    }

    static func target(ofSymbolicLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    static func rename(_ path: String, to other: String) throws(MachineFault) {
        guard Glibc.rename(path, other) == 0 else { throw MachineFault("rename", path) }
    }

    /// Exchanges two paths in one step.
    static func exchange(_ path: String, with other: String) throws(MachineFault) {
        guard clinux_exchange(path, other) == 0 else { throw MachineFault("exchange", other) }
    }

    /// Deletes a file, or a folder with all that is in it.
    static func remove(_ path: String) throws(MachineFault) {
        if unlink(path) == 0 || errno == ENOENT { return }
        guard errno == EISDIR || errno == EPERM else { throw MachineFault("delete", path) }
        for entry in try entries(of: path) { try remove("\(path)/\(entry.name)") }
        guard rmdir(path) == 0 else { throw MachineFault("delete", path) }
    }

    /// What is in a folder, sorted by name; nothing where there is no such folder.
    static func entries(of folder: String) throws(MachineFault) -> [(name: String, isFolder: Bool)] {
        do {
            return try SourceFolder.entries(of: folder)
        } catch {
            guard error.isMissing else { throw MachineFault("read", folder, code: error.code) }
            return []
        }
    }
}
