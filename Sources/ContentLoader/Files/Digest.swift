import Crypto
import Forms
import FoundationEssentials

/// A SHA-256 digest (FIPS 180-4).
package struct Digest: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(of bytes: [UInt8]) {
        self.bytes = Array(SHA256.hash(data: bytes))
    }

    /// The digest of several files, which depends on their names, their order and their bytes.
    package init(of files: [(path: String, bytes: [UInt8])]) {
        var hash = SHA256()
        for file in files {
            hash.update(data: Array("\(file.path)\n\(file.bytes.count)\n".utf8))
            hash.update(data: file.bytes)
        }
        bytes = Array(hash.finalize())
    }

    package var hexadecimal: String { bytes.hexadecimal }

    /// The digest as the `integrity` of a link says it (W3C Subresource Integrity).
    package var integrity: String { "sha256-\(Data(bytes).base64EncodedString())" }
}
