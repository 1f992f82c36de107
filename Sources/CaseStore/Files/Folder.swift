import FoundationEssentials
import Glibc

/// A folder of files whose names are random.
struct Folder {
    let path: String

    /// The names in it, but for those that begin with a dot; none where it cannot be read.
    var names: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { !$0.hasPrefix(".") }
    }

    /// How long a file is, and when it was changed, in seconds since 1970; nil where there is none.
    func status(of name: String) -> (bytes: Int, changed: Int)? {
        var status = stat()
        guard lstat("\(path)/\(name)", &status) == 0 else { return nil }
        return (Int(status.st_size), status.st_mtim.tv_sec)
    }
}
