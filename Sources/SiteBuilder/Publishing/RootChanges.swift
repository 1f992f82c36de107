import ContentLoader

/// What has to be done to a web root that is live: found by holding its files against the manifest of the last build.
struct RootChanges: Sendable {
    /// The files to be written, with their bytes.
    private(set) var writes: [String: [UInt8]] = [:]
    /// Whether there is something to be taken away, too.
    private(set) var hasLeftovers = false
    /// What the manifest will say.
    private(set) var manifest = Manifest()
    /// Whether it says anything new.
    private(set) var isManifestNew = false
    /// The folder that holds everything that changes, with a slash at its end; empty for the web root itself.
    private(set) var scope = ""

    /// - Parameters:
    ///   - live: The folder of the web root, which may not be there yet.
    ///   - previous: The manifest of the last build.
    init(_ root: WebRoot, live: String, previous: Manifest) throws(MachineFault) {
        var changed: [String] = []
        var entries: [Manifest.Entry] = []
        entries.reserveCapacity(root.plan.entries.count)
        var old = previous.entries[...]
        let folder = FileSystem.Folder(live)
        for entry in root.plan.entries {
            while let first = old.first, first.path.utf8.lexicographicallyPrecedes(entry.path.utf8) {
                changed.append(first.path)
                old.removeFirst()
            }
            let known = old.first?.path == entry.path ? old.popFirst() : nil
            let fingerprint = root.fingerprint(of: entry)
            if let known, known.fingerprint == fingerprint, folder.isIntact(known, since: previous.written) {
                entries.append(known)
                continue
            }
            isManifestNew = true
            let bytes = root.bytes(of: entry)
            entries.append(.init(path: entry.path, size: bytes.count, fingerprint: fingerprint))
            guard try !folder.holds(bytes, at: entry.path) else { continue }
            writes[entry.path] = bytes
            changed.append(entry.path)
        }
        changed += old.map(\.path)
        // An asset that no page loads any more stays for those who are still reading an earlier page.
        changed.removeAll { writes[$0] == nil && RetainedAssets.asset(of: $0) != nil }
        if !folder.isUntouched(root.plan.folders, since: previous.written) {
            let wanted = Set(entries.map(\.path))
            let others = try FileSystem.files(below: live).filter { !wanted.contains($0) }
            let retained = RetainedAssets.paths(among: others, below: live)
            changed += others.filter { !retained.contains($0) }
        }
        isManifestNew = isManifestNew || entries.count != previous.entries.count
        manifest = Manifest(entries)
        hasLeftovers = changed.contains { writes[$0] == nil }
        scope = Self.scope(of: changed, in: folder, wanted: root.plan)
    }

    var isEmpty: Bool { writes.isEmpty && !hasLeftovers }

    /// The changes with nothing in the place of the bytes, which have been written.
    var withoutBytes: RootChanges {
        var changes = self
        changes.writes = writes.mapValues { _ in [] }
        return changes
    }

    /// The innermost folder that is live, holds everything that changes, and will not be empty.
    private static func scope(of changed: [String], in folder: FileSystem.Folder, wanted: WebRootPlan) -> String {
        guard var common = changed.first?.split(separator: "/").dropLast() else { return "" }
        for path in changed.dropFirst() {
            let parts = path.split(separator: "/").dropLast()
            common = common.prefix(zip(common, parts).prefix { $0 == $1 }.count)
        }
        while !common.isEmpty {
            let scope = common.joined(separator: "/") + "/"
            if folder.hasFolder(scope), wanted.entries.contains(where: { $0.path.hasPrefix(scope) }) { return scope }
            common = common.dropLast()
        }
        return ""
    }
}
