import ContentLoader
import Glibc

extension FileSystem {
    /// A folder that is open, so that its files are looked at without walking down to it each time.
    final class Folder {
        private let descriptor: Int32
        private let path: String

        /// A folder that is not there has no files.
        init(_ path: String) {
            self.path = path
            descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
        }

        private func status(of path: String) -> stat? {
            var status = stat()
            guard descriptor >= 0, fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
            return status
        }

        private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

        func hasFolder(_ path: String) -> Bool { status(of: path).map(Self.isFolder) ?? false }

        /// Whether a file is as a manifest of that time says.
        func isIntact(_ entry: Manifest.Entry, since time: Int?) -> Bool {
            guard let time, let status = status(of: entry.path) else { return false }
            return status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) == entry.size && status.modified <= time
        }

        /// Whether nothing was put into folders or taken out of them since a time.
        func isUntouched(_ folders: [String], since time: Int?) -> Bool {
            // There is nothing in a folder that is not there.
            guard descriptor >= 0 else { return true }
            guard let time else { return false }
            return folders.allSatisfy { folder in
                status(of: folder.isEmpty ? "." : folder).map { $0.modified <= time } ?? true
            }
        }

        /// Whether a file holds these bytes.
        func holds(_ bytes: [UInt8], at file: String) throws(MachineFault) -> Bool {
            guard let status = status(of: file), status.st_mode & S_IFMT == S_IFREG,
                Int(status.st_size) == bytes.count
            else { return false }
            return try FileSystem.read("\(path)/\(file)") == bytes
        }
    }
}

extension stat {
    /// When the file was last written, or the folder last changed, in nanoseconds.
    fileprivate var modified: Int { st_mtim.tv_sec * 1_000_000_000 + st_mtim.tv_nsec }
}
