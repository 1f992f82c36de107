import Glibc
import Synchronization

/// A file on its way in: hashed, looked at and written as it arrives, and then never read again to be taken in.
///
/// It belongs to one task. Where it is neither finished nor discarded, what was written goes with it.
package final class IncomingFile: Sendable {
    /// How much is gathered before it is written, in bytes.
    private static let batch = 512 << 10

    fileprivate struct State {
        var file: OpenFile?
        var digest = FileDigest()
        var seal: FileSeal?
        var gathered: [UInt8] = []
    }

    /// The name that it will have.
    package let id: EvidenceID
    private let declaration: FileDeclaration
    private let isSealed: Bool
    private let path: String
    private let hour: Int
    // Held by whoever writes, which is never more than one.
    private let state: Mutex<State>

    init(_ declaration: FileDeclaration, sealedWith key: DraftKey?, in folder: ForceFolder, hour: Int) throws {
        id = EvidenceID()
        self.declaration = declaration
        self.hour = hour
        isSealed = key != nil
        path = folder.spooled(id)
        let seal = key.map { [id] in FileSeal(id, of: $0) }
        state = Mutex(State(file: try OpenFile.new(path), seal: seal))
    }

    deinit {
        if state.withLock({ $0.file != nil }) { unlink(path) }
    }

    /// Takes the next bytes.
    ///
    /// - Throws: `StoreFault` where they cannot be written. The file is of no use then.
    package func write(_ bytes: some Sequence<UInt8> & Sendable) async throws {
        let isEnough = state.withLock { state in
            state.gathered.append(contentsOf: bytes)
            return state.gathered.count >= Self.batch
        }
        if isEnough { try await StoreThread.run { try self.state.withLock { try $0.flush(isLast: false) } } }
    }

    /// Ends the file. When this returns, it is on disk.
    package func finish() async throws -> ReceivedFile {
        try await StoreThread.run {
            try self.state.withLock { state in
                guard let file = state.file else { throw StoreFault(.unavailable, "the file is finished") }
                try state.flush(isLast: true)
                try file.setTime(self.hour)
                try file.synchronize()
                state.file = nil
                return ReceivedFile(
                    id: self.id, declaration: self.declaration, kind: state.digest.kind, bytes: state.digest.count,
                    sha256: state.digest.sha256, isSealed: self.isSealed)
            }
        }
    }

    /// Deletes what was written.
    package func discard() async {
        try? await StoreThread.run {
            self.state.withLock { state in
                guard state.file != nil else { return }
                state.file = nil
                unlink(self.path)
            }
        }
    }
}

extension IncomingFile.State {
    /// Hashes and writes what was gathered. Of a sealed file, what does not fill a piece waits for more.
    fileprivate mutating func flush(isLast: Bool) throws {
        guard let file else { throw StoreFault(.unavailable, "the file is finished") }
        guard var seal else {
            try gathered.withUnsafeBytes { bytes in
                digest.take(bytes)
                try file.write(bytes)
            }
            gathered.removeAll(keepingCapacity: !isLast)
            return
        }
        var rest = gathered[...]
        // The last piece may be full, but is never followed by an empty one; it may be empty where the file is.
        while rest.count > FileSeal.piece {
            try seal.write(rest.prefix(FileSeal.piece), isLast: false, to: file, &digest)
            rest = rest.dropFirst(FileSeal.piece)
        }
        if isLast {
            try seal.write(rest, isLast: true, to: file, &digest)
            rest = []
        }
        gathered = Array(rest)
        self.seal = seal
    }
}

extension FileSeal {
    fileprivate mutating func write(
        _ piece: ArraySlice<UInt8>, isLast: Bool, to file: OpenFile, _ digest: inout FileDigest
    ) throws {
        piece.withUnsafeBytes { digest.take($0) }
        try self.seal(piece, isLast: isLast).withUnsafeBytes { try file.write($0) }
    }
}
