/// The sum at the end of each page of a database: 64 bits over the number of the page and its bytes.
///
/// It tells that a disk, a tool or a person changed a page behind SQLite's back, and which. It does not stand up to
/// somebody who means to deceive: a keyed seal of the events will.
enum PageSum {
    /// How many bytes at the end of a page hold it. The header of the database says so (SQLite file format, section
    /// 1.3.4), and SQLite leaves them alone.
    static let length = 8

    /// Sums a page up. Each step is a bijection, so that no change of a single word leaves the sum as it was.
    ///
    /// - Parameters:
    ///   - page: The bytes of the page, the sum among them; their number is a multiple of 8.
    ///   - number: Which page it is: a page in another's place is found out too.
    static func of(_ page: UnsafeRawBufferPointer, number: UInt64) -> UInt64 {
        // The prime and the start of FNV-1a (draft-eastlake-fnv), over words instead of bytes.
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325 ^ number
        for offset in stride(from: 0, to: page.count - length, by: 8) {
            let word = UInt64(littleEndian: page.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            sum = (sum ^ word) &* 0x0000_0100_0000_01B3
            sum ^= sum >> 29
        }
        return sum
    }

    /// The sum that a page holds.
    static func held(by page: UnsafeRawBufferPointer) -> UInt64 {
        UInt64(littleEndian: page.loadUnaligned(fromByteOffset: page.count - length, as: UInt64.self))
    }

    static func isRight(_ page: UnsafeRawBufferPointer, number: UInt64) -> Bool {
        held(by: page) == of(page, number: number)
    }
}
