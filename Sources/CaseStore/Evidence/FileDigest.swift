import Crypto
import Forms

/// What is learned of a file while its bytes go by: length, SHA-256 and kind.
struct FileDigest {
    private var hash = SHA256()
    private var head: [UInt8] = []
    private(set) var count = 0

    init() {}

    /// Reads a file to its end.
    init(reading file: OpenFile) throws {
        try file.forEachPiece { piece in piece.withUnsafeBytes { take($0) } }
    }

    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
        count += bytes.count
        if head.count < FileKind.headLength { head.append(contentsOf: bytes.prefix(FileKind.headLength - head.count)) }
    }

    var kind: FileKind { FileKind(head: head) }

    /// In hexadecimal.
    var sha256: String { hash.finalize().hexadecimal }
}
