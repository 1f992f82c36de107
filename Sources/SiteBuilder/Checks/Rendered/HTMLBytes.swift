/// Bytes of HTML in which gaps are passed over: in a stencil, a gap is a name between two NUL bytes, and no byte of the
/// name may end a value or begin a tag.
struct HTMLBytes: Sendable {
    let all: [UInt8]

    init(_ all: [UInt8]) {
        self.all = all
    }

    var count: Int { all.count }

    subscript(index: Int) -> UInt8 {
        @inline(__always) get { all[index] }
    }

    /// The first place from `start` on with a byte that `stops`; the end if there is none.
    @inline(__always)
    func index(from start: Int, where stops: (UInt8) -> Bool) -> Int {
        var index = start
        while index < all.count, !stops(all[index]) { index = self.index(after: index) }
        return index
    }

    /// The place behind a byte, or behind the gap that it begins.
    @inline(__always)
    func index(after index: Int) -> Int {
        all[index] == 0 ? endOfGap(at: index) : index + 1
    }

    /// The place behind a gap. A NUL without a partner is a byte like others. It is always the last one, so the bytes
    /// behind it are not searched in vain for every NUL.
    private func endOfGap(at index: Int) -> Int {
        (all[(index + 1)...].firstIndex(of: 0) ?? index) + 1
    }

    /// Whether a letter of ASCII stands here. False behind the end.
    func isLetter(at index: Int) -> Bool {
        guard index < all.count else { return false }
        return (0x61...0x7A).contains(Self.lowercased(all[index]))
    }

    /// Whether these bytes stand here, letters of ASCII in either case.
    func holds(_ lowercase: some Sequence<UInt8>, at index: Int) -> Bool {
        guard index <= all.count else { return false }
        return all[index...].lazy.map(Self.lowercased).starts(with: lowercase)
    }

    /// The name of a tag or an attribute, its letters of ASCII in lower case.
    func name(_ range: Range<Int>) -> String {
        let name = all[range]
        guard name.contains(where: { Self.lowercased($0) != $0 }) else { return String(decoding: name, as: UTF8.self) }
        return String(decoding: name.map(Self.lowercased), as: UTF8.self)
    }

    @inline(__always)
    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
