import Glibc

extension ForceFolder {
    /// Gives the files of a report their place among the evidence. When this returns, they and their names are on disk.
    ///
    /// - Parameter key: Opens those that lie sealed in a draft; their sealed twins stay with it.
    /// - Returns: The files as they lie there. One that was sealed has a new name, so that no two cases share a file.
    /// - Throws: `StoreFault`, `.corrupt` where a sealed file is not what it was.
    func place(_ files: [SubmittedFile], openedWith key: DraftKey) throws -> [SubmittedFile] {
        let placed = try files.map { submitted in
            guard submitted.file.isSealed else {
                try OpenFile.move(spooled(submitted.file.id), to: evidence(submitted.file.id))
                return submitted
            }
            return SubmittedFile(try unseal(submitted.file, with: key), at: submitted.place)
        }
        try synchronize(folder: evidence)
        return placed
    }

    /// Deletes files that turned out to belong to a case already.
    func withdraw(_ files: [SubmittedFile]) {
        for submitted in files { unlink(evidence(submitted.file.id)) }
    }

    /// Takes files back that turned out to belong to no case, so that they can be sent once more.
    ///
    /// - Parameters:
    ///   - files: As they were placed.
    ///   - sent: As they were before.
    func takeBack(_ files: [SubmittedFile], sentAs sent: [SubmittedFile]) throws {
        for (placed, original) in zip(files, sent) {
            if original.file.isSealed {
                unlink(evidence(placed.file.id))
            } else {
                try OpenFile.move(evidence(placed.file.id), to: spooled(original.file.id))
            }
        }
    }

    private func unseal(_ file: ReceivedFile, with key: DraftKey) throws -> ReceivedFile {
        let id = EvidenceID()
        let opened = try OpenFile.new(spooled(id))
        do {
            var digest = FileDigest()
            try readSealed(file.id, with: key) { bytes in
                try bytes.withUnsafeBytes {
                    digest.take($0)
                    try opened.write($0)
                }
            }
            guard digest.sha256 == file.sha256 else { throw StoreFault(.corrupt, "a sealed file") }
            try opened.setTime(try OpenFile.reading(sealed(file.id)).time())
            try opened.synchronize()
            try OpenFile.move(opened.path, to: evidence(id))
        } catch {
            unlink(opened.path)
            throw error
        }
        return ReceivedFile(
            id: id, declaration: file.declaration, kind: file.kind, bytes: file.bytes, sha256: file.sha256,
            isSealed: false)
    }

    private func readSealed(_ id: EvidenceID, with key: DraftKey, to take: ([UInt8]) throws -> Void) throws {
        let file = try OpenFile.reading(sealed(id))
        var seal = FileSeal(id, of: key)
        var piece = try file.read(upTo: FileSeal.piece + FileSeal.overhead)
        while true {
            let next = try file.read(upTo: FileSeal.piece + FileSeal.overhead)
            do {
                try take(try seal.open(piece, isLast: next.isEmpty))
            } catch let fault as StoreFault {
                throw fault
            } catch {
                throw StoreFault(.corrupt, "a sealed file")
            }
            guard !next.isEmpty else { return }
            piece = next
        }
    }
}
