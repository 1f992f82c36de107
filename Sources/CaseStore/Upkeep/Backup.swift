package import Forms
import Glibc

/// A copy of the store of a force that is consistent in itself: its database as it was at one moment, and every file that
/// it names. It is made while an intake is at work.
///
/// Doing it again brings the copy up to date: files are copied once, because they never change, and those of cases that
/// were erased go from the copy too. Drafts are not copied; nobody but the citizen could read them.
package struct Backup {
    package struct Result: Sendable {
        package let verification: Verification.Result
        /// How many files were copied now; the others were there.
        package let copied: Int
        package let removed: Int
    }

    private let force: ForceID
    private let source: String
    private let target: String

    /// Copies the store of a force, and verifies the copy by opening it. Files are read when they are copied, and not
    /// each time.
    ///
    /// Until the new database is in its place the copy is the former one, whole.
    ///
    /// - Parameters:
    ///   - source: The folder of the force.
    ///   - target: The folder of the copy, which is made where there is none.
    /// - Throws: `StoreFault`, `.corrupt` where the store is not in order, or the copy would not be.
    package static func make(of force: ForceID, from source: String, to target: String) async throws -> Result {
        try await StoreThread.run {
            do {
                return try Backup(force: force, source: source, target: target).make()
            } catch {
                throw StoreFault.translating(error)
            }
        }
    }

    private func make() throws -> Result {
        let lock = try UpkeepLock.take(source)
        return try withExtendedLifetime(lock) {
            if let damage = Verification.damage(of: force, at: source) {
                throw StoreFault(.corrupt, "the store is not in order: \(damage)")
            }
            for folder in [target, "\(target)/evidence"] { try ForceFolder.make(folder) }
            let fresh = "cases.sqlite.new"
            // What a backup left that was cut off.
            for suffix in ["", "-wal", "-shm", "-journal"] { unlink("\(target)/\(fresh)\(suffix)") }
            let named = try DatabaseCopy.make(of: "\(source)/cases.sqlite", to: "\(target)/\(fresh)")
            let copied = try named.filter { try copy($0) }.count
            try synchronize(folder: "\(target)/evidence")
            let verification = Verification.ofCopy(force, at: target, database: fresh)
            if let finding = verification.findings.first {
                throw StoreFault(.corrupt, "the copy would not be in order: \(finding)")
            }
            try OpenFile.move("\(target)/\(fresh)", to: "\(target)/cases.sqlite")
            try synchronize(folder: target)
            let removed = removeStrangers(but: Set(named.map(\.id)))
            return Result(verification: verification, copied: copied, removed: removed)
        }
    }

    /// Deletes the files of cases that were erased.
    private func removeStrangers(but named: Set<String>) -> Int {
        let folder = Folder(path: "\(target)/evidence")
        var count = 0
        folder.forEachName { name in
            guard !named.contains(name) else { return }
            unlink("\(folder.path)/\(name)")
            count += 1
        }
        return count
    }

    /// - Returns: Whether it was copied now.
    private func copy(_ named: DatabaseCopy.Named) throws -> Bool {
        let path = "\(target)/evidence/\(named.id)"
        if Folder(path: "\(target)/evidence").status(of: named.id)?.bytes == named.bytes { return false }
        unlink(path)
        try FileCopy.make(of: "\(source)/evidence/\(named.id)", to: path, sha256: named.sha256)
        return true
    }
}
