package import Forms
import FoundationEssentials
import Glibc

/// Puts the copy that a `Backup` made in the place of a store that is lost. It never writes over one.
package enum Restore {
    /// - Parameters:
    ///   - copy: The folder of the copy.
    ///   - target: The folder of the force. It must not be there.
    /// - Throws: `StoreFault`, `.conflict` where there is a store already, `.corrupt` where the copy is not in order.
    package static func run(_ force: ForceID, from copy: String, to target: String) async throws -> Verification.Result
    {
        guard access(target, F_OK) != 0 else {
            throw StoreFault(.conflict, "there is a store of \(force) already; move it away first")
        }
        let found = try await Verification.run(force, at: copy)
        guard found.findings.isEmpty else {
            throw StoreFault(.corrupt, "the copy is not in order: \(found.findings[0])")
        }
        let staged = "\(target).restoring-\(getpid())"
        try await StoreThread.run {
            do {
                try stage(copy, in: staged)
                try OpenFile.move(staged, to: target)
            } catch {
                try? FileManager.default.removeItem(atPath: staged)
                throw StoreFault.translating(error)
            }
            try synchronize(folder: URL(filePath: target).deletingLastPathComponent().path)
        }
        return try await Verification.run(force, at: target)
    }

    private static func stage(_ copy: String, in staged: String) throws {
        try ForceFolder.make(staged)
        try ForceFolder.make("\(staged)/evidence")
        let files = try DatabaseCopy.make(of: "\(copy)/cases.sqlite", to: "\(staged)/cases.sqlite")
        for file in files {
            try FileCopy.make(
                of: "\(copy)/evidence/\(file.id)", to: "\(staged)/evidence/\(file.id)", sha256: file.sha256)
        }
        try synchronize(folder: "\(staged)/evidence")
        try synchronize(folder: staged)
    }
}
