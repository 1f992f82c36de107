import Forms
import GRDB

extension SQLiteCaseStore {
    /// What is under way for the forces that are open, in the order of their ids. A force that cannot be read is left out.
    package func figures() async -> [StoreFigures] {
        var figures: [StoreFigures] = []
        for database in await openForces.sorted(by: { $0.force.rawValue < $1.force.rawValue }) {
            guard let found = try? await database.figures() else { continue }
            figures.append(found)
        }
        return figures
    }

    /// How many bytes are free for this user on the disk of the store; nil where that cannot be told.
    package var freeBytes: Int? { try? Self.freeBytes(on: folder) }
}

extension ForceDatabase {
    fileprivate func figures() async throws -> StoreFigures {
        let drafts = try await drafts.read {
            try Int.fetchOne($0, sql: "SELECT count FROM draft_count") ?? 0
        }
        return try await StoreThread.run {
            let spools = Folder(path: self.folder.spools)
            var spooled = Self.length(of: self.folder.sealed)
            spools.forEachName { spooled += Self.length(of: "\(spools.path)/\($0)") }
            let logs = ["cases.sqlite-wal", "drafts.sqlite-wal"].reduce(0) { sum, name in
                sum + (Folder(path: self.folder.path).status(of: name)?.bytes ?? 0)
            }
            return StoreFigures(force: self.force, drafts: drafts, spooled: spooled, logs: logs)
        }
    }

    /// The length of all files in a folder, in bytes.
    private static func length(of path: String) -> Int {
        let folder = Folder(path: path)
        var sum = 0
        folder.forEachName { sum += folder.status(of: $0)?.bytes ?? 0 }
        return sum
    }
}
