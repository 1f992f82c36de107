import ContentLoader
import Glibc

/// Puts what was built in place of what is live.
///
/// What changes is staged beside the live folder that holds it, with files that did not change linked into it and never
/// written again, and exchanged with it at the end: a reader meets the old folder or the new one, never half of either.
/// A web root in which nothing changed is not touched at all. Nothing is live before `commit()`. Only one publication
/// at a time works on a folder.
struct Publication: Sendable {
    private let output: String
    let staging: String
    private let lock: BuildLock
    private var staged: [StagedRoot] = []
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

    /// Stages a web root. Several may be staged at once; nothing of it counts before it is taken.
    func stage(_ root: WebRoot) throws(MachineFault) -> StagedRoot {
        let live = "\(output)/\(root.folder)"
        let previous = Manifest(reading: manifestPath(of: root.folder))
        let changes = try RootChanges(root, live: live, previous: previous)
        if !changes.isEmpty {
            try write(changes, of: root, from: live, to: "\(staging)/\(root.folder)")
        }
        return StagedRoot(folder: root.folder, changes: changes.withoutBytes)
    }

    mutating func take(_ roots: [StagedRoot]) {
        changed += roots.reduce(0) { $0 + $1.changes.writes.count }
        staged += roots
    }

    private func write(
        _ changes: RootChanges, of root: WebRoot, from live: String, to next: String
    ) throws(MachineFault) {
        try FileSystem.makeFolders("\(next)/\(changes.scope)")
        for folder in root.plan.folders where !folder.isEmpty && folder.hasPrefix(changes.scope) {
            try FileSystem.makeFolders("\(next)/\(folder)")
        }
        for entry in root.plan.entries where entry.path.hasPrefix(changes.scope) {
            if let bytes = changes.writes[entry.path] {
                try FileSystem.write(bytes, to: "\(next)/\(entry.path)")
            } else {
                try FileSystem.link("\(live)/\(entry.path)", as: "\(next)/\(entry.path)")
            }
        }
        guard "assets/".hasPrefix(changes.scope) else { return }
        let wanted = Set(root.plan.entries.lazy.map(\.path).filter { $0.hasPrefix("assets/") })
        let others = try FileSystem.files(below: "\(live)/assets").map { "assets/\($0)" }.filter {
            !wanted.contains($0)
        }
        for path in RetainedAssets.paths(among: others, below: live) {
            // Nothing of this build may be in the folder of the asset.
            let folder = path[..<(path.lastIndex(of: "/") ?? path.endIndex)]
            try FileSystem.makeFolders("\(next)/\(folder)")
            try FileSystem.link("\(live)/\(path)", as: "\(next)/\(path)")
        }
    }

    /// Makes everything that was staged live, and takes away the web roots of forces that are no more.
    ///
    /// - Parameter folders: Every web root that there may be; nil leaves all that are there.
    mutating func commit(keeping folders: Set<String>?) throws(MachineFault) {
        for root in staged where !root.changes.isEmpty {
            let path = root.changes.scope.isEmpty ? root.folder : "\(root.folder)/\(root.changes.scope.dropLast())"
            if FileSystem.exists("\(output)/\(path)") {
                try FileSystem.exchange("\(staging)/\(path)", with: "\(output)/\(path)")
            } else {
                try FileSystem.rename("\(staging)/\(path)", to: "\(output)/\(path)")
            }
        }
        for root in staged where root.changes.isManifestNew || !root.changes.isEmpty {
            // A manifest that cannot be written costs the next build time, and nothing else.
            try? write(root.changes.manifest, of: root.folder)
        }
        try FileSystem.remove(staging)
        guard let folders else { return }
        for entry in try FileSystem.entries(of: "\(output)/.manifests") where !folders.contains(entry.name) {
            try FileSystem.remove("\(output)/\(entry.name)")
            try FileSystem.remove("\(output)/.manifests/\(entry.name)")
        }
    }

    private func write(_ manifest: Manifest, of folder: String) throws(MachineFault) {
        let path = manifestPath(of: folder)
        try FileSystem.remove("\(path).new")
        try FileSystem.write(manifest.bytes, to: "\(path).new")
        try FileSystem.rename("\(path).new", to: path)
    }

    /// Takes back what was staged. Nothing of it has been live.
    func abandon() {
        try? FileSystem.remove(staging)
    }

    private func manifestPath(of folder: String) -> String { "\(output)/.manifests/\(folder)" }
}

/// A web root as it is going to be.
struct StagedRoot: Sendable {
    let folder: String
    /// What changes, without the bytes.
    let changes: RootChanges
}
