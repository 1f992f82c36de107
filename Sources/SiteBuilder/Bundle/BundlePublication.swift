import Glibc
import SearchIndex

/// Puts a bundle beside those that are there and points `current` at it.
struct BundlePublication {
    /// Bundles that stay, for an intake that is just about to read one: the live one and two before it.
    static let kept = 3

    private let folder: String
    private let staging: String

    /// - Parameter staging: A folder on the same file system, which whoever gives it takes away.
    init(into output: String, staging: String) {
        folder = "\(output)/intake"
        self.staging = "\(staging)/intake"
    }

    /// Puts the bundle's folder in its place, where it is not there yet, with files that did not change linked into it.
    /// Nothing points at it so far.
    ///
    /// - Returns: How many files were written.
    func write(_ bundle: BundleFiles) throws(MachineFault) -> Int {
        let target = "\(folder)/\(bundle.digest)"
        guard !FileSystem.exists(target) else { return 0 }
        var written = 1
        for file in bundle.files {
            let slash = file.path.lastIndex(of: "/") ?? file.path.startIndex
            try FileSystem.makeFolders("\(staging)/\(file.path[..<slash])")
            let live = "\(folder)/current/\(file.path)"
            if FileSystem.status(of: live)?.size == file.bytes.count, try FileSystem.read(live) == file.bytes {
                try FileSystem.link(live, as: "\(staging)/\(file.path)")
            } else {
                try FileSystem.write(file.bytes, to: "\(staging)/\(file.path)")
                written += 1
            }
        }
        do {
            try bundle.search.write(to: "\(staging)/search.sqlite")
        } catch {
            throw MachineFault("write", "\(staging)/search.sqlite", cause: error.cause)
        }
        try FileSystem.makeFolders(folder)
        try FileSystem.rename(staging, to: target)
        return written
    }

    /// Points `current` at the bundle, in one step, and deletes the oldest of the others.
    func makeCurrent(_ bundle: BundleFiles) throws(MachineFault) {
        let current = "\(folder)/current"
        guard FileSystem.target(ofSymbolicLink: current) != bundle.digest else { return }
        let next = "\(folder)/.current-\(getpid())"
        try FileSystem.remove(next)
        try FileSystem.makeSymbolicLink(to: bundle.digest, at: next)
        try FileSystem.rename(next, to: current)
        try removeOld(besides: bundle.digest)
    }

    private func removeOld(besides live: String) throws(MachineFault) {
        var others: [(name: String, modified: Int)] = []
        for (name, _) in try FileSystem.entries(of: folder) where name != live && name.utf8.count == live.utf8.count {
            var status = stat()
            guard lstat("\(folder)/\(name)", &status) == 0 else { continue }
            others.append((name, status.st_mtim.tv_sec))
        }
        let newestFirst = others.sorted { ($0.modified, $0.name) > ($1.modified, $1.name) }
        for other in newestFirst.dropFirst(Self.kept - 1) { try FileSystem.remove("\(folder)/\(other.name)") }
    }
}
