import Crypto

/// A SHA-256 digest (FIPS 180-4).
struct Digest {
    let hexadecimal: String

    init(of bytes: [UInt8]) {
        hexadecimal = Self.hexadecimal(SHA256.hash(data: bytes))
    }

    /// The digest of several files, which depends on their names, their order and their bytes.
    init(of files: [(path: String, bytes: [UInt8])]) {
        var hash = SHA256()
        for file in files {
            hash.update(data: Array("\(file.path)\n\(file.bytes.count)\n".utf8))
            hash.update(data: file.bytes)
        }
        hexadecimal = Self.hexadecimal(hash.finalize())
    }

    private static func hexadecimal(_ digest: SHA256Digest) -> String {
        let symbols = Array("0123456789abcdef".utf8)
        let text = digest.flatMap { [symbols[Int($0 >> 4)], symbols[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
