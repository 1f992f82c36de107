import FastCGI
import NIOCore

extension FuzzTarget {
    /// Name-value pairs. What was read can be written and read again, and a stream without its last byte is refused.
    static let pairs = FuzzTarget("pairs") { bytes in
        guard let pairs = try? NameValuePairs.decode(ByteBuffer(bytes: bytes)) else { return }
        precondition(pairs.count * 2 <= bytes.count, "more pairs than there are lengths")
        let read = Self.texts(of: pairs)
        // A byte that is not UTF-8 is repaired to three.
        precondition(read.joined().count <= 3 * bytes.count, "longer pairs than the stream")
        guard let again = try? NameValuePairs.decode(NameValuePairs.encode(pairs)) else {
            preconditionFailure("what was written cannot be read")
        }
        precondition(Self.texts(of: again) == read, "pairs do not read as they were written")
        guard !bytes.isEmpty else { return }
        let cut = try? NameValuePairs.decode(ByteBuffer(bytes: bytes.dropLast()))
        precondition(cut == nil, "a stream that is cut was read")
    }

    /// Names and values in turn, as bytes: texts that differ only in how a letter is composed are not the same.
    private static func texts(of pairs: [(name: String, value: String)]) -> [[UInt8]] {
        pairs.flatMap { [Array($0.name.utf8), Array($0.value.utf8)] }
    }
}
