import Crypto
import Forms

/// A SHA-256 digest (FIPS 180-4).
struct Digest {
    let hexadecimal: String

    init(of bytes: [UInt8]) {
        hexadecimal = SHA256.hash(data: bytes).hexadecimal
    }

    /// The digest of several files, which depends on their names, their order and their bytes.
    init(of files: [(path: String, bytes: [UInt8])]) {
        var hash = SHA256()
        for file in files {
            hash.update(data: Array("\(file.path)\n\(file.bytes.count)\n".utf8))
            hash.update(data: file.bytes)
        }
        hexadecimal = hash.finalize().hexadecimal
    }
}
