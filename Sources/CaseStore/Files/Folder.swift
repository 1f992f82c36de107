import Glibc

/// A folder of files whose names are random. There may be very many.
struct Folder {
    let path: String

    /// Gives the names in it one by one, but for those that begin with a dot; none where it cannot be read.
    func forEachName(_ take: (String) throws -> Void) rethrows {
        guard let stream = opendir(path) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { try take(name) }
        }
    }

    /// Whether there is nothing in it but what begins with a dot.
    var isEmpty: Bool {
        var isEmpty = true
        forEachName { _ in isEmpty = false }
        return isEmpty
    }

    /// How long a file is, and when it or its name was changed last, in seconds since 1970; nil where there is none. The
    /// time of its bytes would not do: it is rounded, and a file may have waited in a draft.
    func status(of name: String) -> (bytes: Int, changed: Int)? {
        var status = stat()
        guard lstat("\(path)/\(name)", &status) == 0 else { return nil }
        return (Int(status.st_size), status.st_ctim.tv_sec)
    }
}
