import Glibc

/// Copies a file of a case, and makes sure that it is the one that came in.
enum FileCopy {
    private static let piece = 512 << 10

    /// When this returns, the copy is on disk, but for its name.
    ///
    /// - Throws: `StoreFault`, `.corrupt` where the file is not the one that came in. Nothing is left then.
    static func make(of path: String, to target: String, sha256: String) throws {
        let source = try OpenFile.reading(path)
        let partial = "\(target).part"
        unlink(partial)
        let copy = try OpenFile.new(partial)
        do {
            var digest = FileDigest()
            while case let piece = try source.read(upTo: piece), !piece.isEmpty {
                try piece.withUnsafeBytes {
                    digest.take($0)
                    try copy.write($0)
                }
            }
            guard digest.sha256 == sha256 else {
                throw StoreFault(.corrupt, "a file of a case is not what came in: run 'soh store verify'")
            }
            var status = stat()
            guard fstat(source.descriptor, &status) == 0 else { throw StoreFault.ofSystem("stat") }
            // It tells no finer time than the file does.
            try copy.setTime(status.st_mtim.tv_sec)
            try copy.synchronize()
            guard rename(partial, target) == 0 else { throw StoreFault.ofSystem("rename") }
        } catch {
            unlink(partial)
            throw error
        }
    }
}
