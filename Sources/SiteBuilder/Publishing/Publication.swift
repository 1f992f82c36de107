import ContentLoader
import Glibc

/// Puts what was built in place of what is live.
///
/// Each folder is staged beside the live one, with files that did not change linked into it and never written again,
/// and exchanged with it at the end: a reader meets the old tree or the new one, never half of either. A folder in
/// which nothing changed is not touched at all. Nothing is live before `commit()`.
package struct Publication {
    private let output: String
    private let staging: String
    private var staged: [String] = []
    /// How many files were written because they are new or changed.
    package private(set) var changed = 0

    /// - Parameter output: The folder of the web roots. It is made where it is missing.
    init(into output: String) throws(MachineFault) {
        self.output = output
        staging = "\(output)/.staging-\(getpid())"
        try FileSystem.makeFolders(output)
        try Self.removeLeftovers(in: output)
    }

    /// Deletes what builds have left that were killed.
    private static func removeLeftovers(in output: String) throws(MachineFault) {
        let prefix = ".staging-"
        for entry in try FileSystem.entries(of: output) where entry.name.hasPrefix(prefix) {
            let process = pid_t(entry.name.dropFirst(prefix.count)) ?? 0
            if process == getpid() || kill(process, 0) != 0 { try FileSystem.remove("\(output)/\(entry.name)") }
        }
    }

    /// Stages one folder with these files, by path below it.
    mutating func stage(_ folder: String, files: [String: [UInt8]]) throws(MachineFault) {
        let live = "\(output)/\(folder)"
        let present = try paths(below: live)
        let unchanged = try unchanged(among: files, below: live)
        let linked = unchanged.union(try RetainedAssets.paths(among: present.filter { files[$0] == nil }, below: live))
        guard unchanged.count < files.count || linked != Set(present) else { return }
        let next = "\(staging)/\(folder)"
        try FileSystem.makeFolders(next)
        var made: Set<Substring> = []
        for path in Set(files.keys).union(linked).sorted() {
            if let slash = path.lastIndex(of: "/"), made.insert(path[..<slash]).inserted {
                try FileSystem.makeFolders("\(next)/\(path[..<slash])")
            }
            if linked.contains(path) {
                try FileSystem.link("\(live)/\(path)", as: "\(next)/\(path)")
            } else {
                try FileSystem.write(files[path] ?? [], to: "\(next)/\(path)")
                changed += 1
            }
        }
        staged.append(folder)
    }

    /// Makes everything that was staged live.
    func commit() throws(MachineFault) {
        for folder in staged {
            let live = "\(output)/\(folder)"
            if FileSystem.exists(live) {
                try FileSystem.exchange("\(staging)/\(folder)", with: live)
            } else {
                try FileSystem.rename("\(staging)/\(folder)", to: live)
            }
        }
        try FileSystem.remove(staging)
    }

    /// Takes back what was staged. Nothing of it has been live.
    func abandon() {
        try? FileSystem.remove(staging)
    }

    private func unchanged(among files: [String: [UInt8]], below live: String) throws(MachineFault) -> Set<String> {
        var unchanged: Set<String> = []
        for (path, bytes) in files {
            do {
                if try SourceFolder.read("\(live)/\(path)") == bytes { unchanged.insert(path) }
            } catch {
                guard error.isMissing else { throw MachineFault("read", error.path, code: error.code) }
            }
        }
        return unchanged
    }

    private func paths(below folder: String) throws(MachineFault) -> [String] {
        var paths: [String] = []
        for entry in try FileSystem.entries(of: folder) {
            if entry.isFolder {
                paths += try self.paths(below: "\(folder)/\(entry.name)").map { "\(entry.name)/\($0)" }
            } else {
                paths.append(entry.name)
            }
        }
        return paths
    }
}
