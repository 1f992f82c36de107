import CZlib

/// Compresses files for web servers that send them as they are (RFC 1952). The same bytes give the same file: it
/// carries neither a name nor a time.
enum Gzip {
    /// The level that zlib recommends; higher ones take much longer for little.
    private static let level: Int32 = 6

    /// What web servers send compressed, by the endings of the names.
    private static let suffixes = [".html", ".css", ".js", ".svg", ".txt", ".xml", ".csv"]

    /// Below this many bytes what is saved is less than the head of the file and a packet take.
    private static let worthwhile = 1_000

    /// Whether a file gets smaller by enough.
    ///
    /// - Parameter size: In bytes; nil for a page, which is always large enough.
    static func helps(_ path: String, size: Int?) -> Bool {
        size ?? worthwhile >= worthwhile && suffixes.contains { path.hasSuffix($0) }
    }

    /// - Returns: The compressed bytes; none where memory has run out.
    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard czlib_deflate_init_gzip(&stream, level) == Z_OK else { return [] }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
        let isDone = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        guard isDone else { return [] }
        output.removeLast(output.count - Int(stream.total_out))
        return output
    }
}
