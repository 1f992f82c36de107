/// The room in a page of a tree that no row is in (SQLite file format, section 1.6).
///
/// When SQLite shares the rows of a page out among others, it leaves a copy of them there, and `secure_delete` does not
/// know of it. What is erased later would stay readable.
enum PageGap {
    /// The kinds of pages that are part of a tree, with the length of their header. An overflow page or one of the list
    /// of free pages begins with the number of another page, which is below 2²⁵ in any database under 128 GiB, so that
    /// its first byte is 0 or 1.
    private static let headers: [UInt8: Int] = [2: 12, 5: 12, 10: 8, 13: 8]

    /// Overwrites the room with zeros. SQLite never reads it.
    ///
    /// - Parameter number: Which page it is, from 0. The first begins with the header of the database.
    static func clear(_ page: UnsafeMutableRawBufferPointer, number: UInt64) {
        let start = number == 0 ? PageLayout.headerLength : 0
        guard let length = headers[page[start]] else { return }
        func field(at offset: Int) -> Int { Int(page[start + offset]) << 8 | Int(page[start + offset + 1]) }
        let first = start + length + 2 * field(at: 3)
        // 65,536 does not fit, and stands there as 0.
        let end = field(at: 5) == 0 ? 65_536 : field(at: 5)
        guard first < end, end <= page.count - PageSum.length else { return }
        UnsafeMutableRawBufferPointer(rebasing: page[first..<end]).initializeMemory(as: UInt8.self, repeating: 0)
    }
}
