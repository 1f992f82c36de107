package import Diagnostics
import Glibc

/// A folder of sources: its files by path, in an order that is the same on every machine.
package struct SourceFolder: Sendable {
    package struct File: Sendable {
        /// The path below the folder, with `/` between its parts.
        package let path: String
        /// The path that the author knows: that of the folder, and then `path`.
        package let shown: String
        package let bytes: [UInt8]
    }

    package let files: [File]

    /// Why a folder could not be read. The cause is the system's own wording.
    package struct Unreadable: Error {
        package let path: String
        /// The value of `errno`.
        package let code: Int32

        package var cause: String { String(cString: strerror(code)) }
        /// Whether the path does not exist, which is the author's fault and not the machine's.
        package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    }

    /// Reads every file below a folder. Names that begin with a dot or end with a tilde are passed over.
    ///
    /// - Parameter jobs: How many threads may read at once.
    /// - Throws: `Unreadable` where the folder or a file in it cannot be read.
    package init(reading folder: String, jobs: Int = 1) throws(Unreadable) {
        var paths: [String] = []
        try Self.list(folder, below: "", into: &paths)
        let results = paths.sorted().concurrentMap(jobs: jobs) { path in
            let shown = "\(folder)/\(path)"
            return Result { () throws(Unreadable) in
                File(path: path, shown: shown, bytes: try Self.read(shown))
            }
        }
        var files: [File] = []
        files.reserveCapacity(results.count)
        for result in results { files.append(try result.get()) }
        self.files = files
    }

    private static func list(_ root: String, below: String, into paths: inout [String]) throws(Unreadable) {
        for entry in try entries(of: below.isEmpty ? root : "\(root)/\(below)") {
            guard !entry.name.hasPrefix("."), !entry.name.hasSuffix("~") else { continue }
            let path = below.isEmpty ? entry.name : "\(below)/\(entry.name)"
            if entry.isFolder {
                try list(root, below: path, into: &paths)
            } else {
                paths.append(path)
            }
        }
    }

    /// What is in a folder, sorted by name. A symbolic link is a file.
    package static func entries(of folder: String) throws(Unreadable) -> [(name: String, isFolder: Bool)] {
        guard let stream = opendir(folder) else { throw Unreadable(path: folder, code: errno) }
        defer { closedir(stream) }
        var entries: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            entries.append((name, try isFolder(entry, at: "\(folder)/\(name)")))
        }
        return entries.sorted { $0.name < $1.name }
    }

    private static func isFolder(_ entry: UnsafeMutablePointer<dirent>, at path: String) throws(Unreadable) -> Bool {
        // Some file systems do not tell the type of an entry.
        guard Int32(entry.pointee.d_type) == DT_UNKNOWN else { return Int32(entry.pointee.d_type) == DT_DIR }
        var status = stat()
        guard lstat(path, &status) == 0 else { throw Unreadable(path: path, code: errno) }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    /// Reads a whole file.
    package static func read(_ path: String) throws(Unreadable) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable(path: path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Unreadable(path: path, code: errno) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
                return Glibc.read(descriptor, rest.baseAddress, rest.count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Unreadable(path: path, code: errno) }
            if got == 0 { break }
            count += got
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}

extension SourceFolder.File {
    /// The file as text. Reports bytes that are not UTF-8, or a NUL, with their line.
    package func text(_ report: inout DiagnosticReport) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            let line = Self.firstFaultyLine(of: bytes)
            report.error(
                "not-utf8", at: SourceLocation(file: shown, line: line), "this line is not UTF-8 text",
                remedy: "save the file as UTF-8")
            return nil
        }
        return text
    }

    private static func firstFaultyLine(of bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let faulty = lines.firstIndex { $0.contains(0) || String(validating: $0, as: UTF8.self) == nil }
        return (faulty ?? 0) + 1
    }
}
