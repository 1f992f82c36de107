import CaseStore
import Crypto
import Forms
import FoundationEssentials
import TestSupport

/// A file as it comes in: received, hashed, and on disk at the end.
enum StoreSpool {
    /// What is sent over and over: 4 MiB, more than a cache of a processor holds for one of its cores, and little
    /// enough to be made before the clock starts.
    private static let ringLength = 4 << 20

    static func run(in folder: String, bytes: Int) async throws -> StoreFigures {
        let store = try SQLiteCaseStore(making: folder)
        let force = try StoreSample.force(1)
        let ring = ring()
        // The folders of the force are made before the clock starts.
        _ = try await receive(ring, bytes: 1, in: store, for: force)
        let clock = ContinuousClock()
        let start = clock.now
        let file = try await receive(ring, bytes: bytes, in: store, for: force)
        let elapsed = start.duration(to: clock.now) / .seconds(1)
        guard file.bytes == bytes, file.sha256 == digest(of: ring, bytes: bytes) else {
            throw WrongResult(row: "spool")
        }
        return ["bytes": Double(bytes), "seconds": elapsed]
    }

    private static func receive(
        _ ring: [[UInt8]], bytes: Int, in store: SQLiteCaseStore, for force: ForceID
    ) async throws -> ReceivedFile {
        let declaration = FileDeclaration(name: "video.mp4", type: "video/mp4")
        let file = try await store.receive(declaration, sealedWith: nil, for: force)
        for piece in pieces(of: ring, bytes: bytes) { try await file.write(piece) }
        return try await file.finish()
    }

    private static func digest(of ring: [[UInt8]], bytes: Int) -> String {
        var hash = SHA256()
        for piece in pieces(of: ring, bytes: bytes) { hash.update(data: piece) }
        return hash.finalize().hexadecimal
    }

    /// The pieces of a file of that many bytes.
    private static func pieces(of ring: [[UInt8]], bytes: Int) -> some Sequence<[UInt8]> {
        stride(from: 0, to: bytes, by: Pieces.length).lazy.map { position in
            let piece = ring[position / Pieces.length % ring.count]
            return bytes - position < piece.count ? Array(piece.prefix(bytes - position)) : piece
        }
    }

    private static func ring() -> [[UInt8]] {
        var random = SeededGenerator(seed: 1)
        return (0..<ringLength / Pieces.length).map { _ in
            (0..<Pieces.length / 8).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
        }
    }
}
