import Glibc

/// Copies a file of a case, and makes sure that it is the one that came in.
enum FileCopy {
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
            try source.forEachPiece { piece in
                try piece.withUnsafeBytes {
                    digest.take($0)
                    try copy.write($0)
                }
            }
            guard digest.sha256 == sha256 else {
                throw StoreFault(.corrupt, "a file of a case is not what came in: run 'soh store verify'")
            }
            // It tells no finer time than the file does.
            try copy.setTime(try source.time())
            try copy.synchronize()
            try OpenFile.move(partial, to: target)
        } catch {
            unlink(partial)
            throw error
        }
    }
}
