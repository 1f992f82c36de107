import ContentLoader
import Glibc

/// Puts what was built in place of what is live.
///
/// Each folder is staged beside the live one, with files that did not change linked into it and never written again,
/// and exchanged with it at the end: a reader meets the old tree or the new one, never half of either. A folder in
/// which nothing changed is not touched at all. Nothing is live before `commit()`. Only one publication at a time
/// works on a folder: the lock is held until the value is gone.
struct Publication {
    private let output: String
    private let staging: String
    private let lock: BuildLock
    private var staged: [String] = []
    private var manifests: [(folder: String, manifest: Manifest)] = []
    /// How many files were written because they are new or changed.
    private(set) var changed = 0

    /// - Parameter output: The folder of the web roots. It is made where it is missing.
    /// - Throws: `MachineFault`, also where another build is at work there.
    init(into output: String) throws(MachineFault) {
        self.output = output
        staging = "\(output)/.staging-\(getpid())"
        try FileSystem.makeFolders("\(output)/.manifests")
        lock = try BuildLock(in: output)
        try Self.removeLeftovers(in: output)
    }

    /// Deletes what builds have left that were killed. While the lock is held there is no other.
    private static func removeLeftovers(in output: String) throws(MachineFault) {
        for entry in try FileSystem.entries(of: output) where entry.name.hasPrefix(".staging-") {
            try FileSystem.remove("\(output)/\(entry.name)")
        }
    }

    /// Stages one web root.
    mutating func stage(_ folder: String, files: [SiteFile]) throws(MachineFault) {
        let live = "\(output)/\(folder)"
        let previous = Manifest(reading: manifestPath(of: folder))
        let present = try FileSystem.files(below: live)
        var manifest = Manifest()
        var writes: [(path: String, bytes: [UInt8])] = []
        var links: [String] = []
        for file in files {
            if let entry = previous.intactEntry(of: file, below: live) {
                manifest.add(entry, for: file.path)
                links.append(file.path)
                continue
            }
            let bytes = file.make()
            manifest.add(.init(size: bytes.count, fingerprint: file.fingerprint), for: file.path)
            if try Self.isLive(bytes, at: "\(live)/\(file.path)") {
                links.append(file.path)
            } else {
                writes.append((file.path, bytes))
            }
        }
        let wanted = Set(files.map(\.path))
        links += RetainedAssets.paths(among: present.filter { !wanted.contains($0) }, below: live).sorted()
        if manifest != previous { manifests.append((folder, manifest)) }
        guard !writes.isEmpty || links.count != present.count else { return }
        try write(writes, linking: links, from: live, to: "\(staging)/\(folder)")
        changed += writes.count
        staged.append(folder)
    }

    private func write(
        _ writes: [(path: String, bytes: [UInt8])], linking links: [String], from live: String, to next: String
    ) throws(MachineFault) {
        var made: Set<Substring> = []
        try FileSystem.makeFolders(next)
        for path in writes.map(\.path) + links {
            guard let slash = path.lastIndex(of: "/"), made.insert(path[..<slash]).inserted else { continue }
            try FileSystem.makeFolders("\(next)/\(path[..<slash])")
        }
        for path in links { try FileSystem.link("\(live)/\(path)", as: "\(next)/\(path)") }
        for file in writes { try FileSystem.write(file.bytes, to: "\(next)/\(file.path)") }
    }

    /// Makes everything that was staged live, and takes away the web roots of forces that are no more.
    ///
    /// - Parameter folders: Every web root that there may be.
    mutating func commit(keeping folders: Set<String>) throws(MachineFault) {
        for folder in staged {
            let live = "\(output)/\(folder)"
            if FileSystem.exists(live) {
                try FileSystem.exchange("\(staging)/\(folder)", with: live)
            } else {
                try FileSystem.rename("\(staging)/\(folder)", to: live)
            }
        }
        for (folder, manifest) in manifests {
            let path = manifestPath(of: folder)
            try FileSystem.remove("\(path).new")
            try FileSystem.write(manifest.bytes, to: "\(path).new")
            try FileSystem.rename("\(path).new", to: path)
        }
        try FileSystem.remove(staging)
        for entry in try FileSystem.entries(of: "\(output)/.manifests") {
            guard !folders.contains(entry.name) else { continue }
            try FileSystem.remove("\(output)/\(entry.name)")
            try FileSystem.remove("\(output)/.manifests/\(entry.name)")
        }
    }

    /// Takes back what was staged. Nothing of it has been live.
    func abandon() {
        try? FileSystem.remove(staging)
    }

    private func manifestPath(of folder: String) -> String { "\(output)/.manifests/\(folder)" }

    private static func isLive(_ bytes: [UInt8], at path: String) throws(MachineFault) -> Bool {
        guard FileSystem.status(of: path)?.size == bytes.count else { return false }
        do {
            return try SourceFolder.read(path) == bytes
        } catch {
            guard error.isMissing else { throw MachineFault("read", error.path, code: error.code) }
            return false
        }
    }
}
