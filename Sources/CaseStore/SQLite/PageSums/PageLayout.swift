/// What the header of a database says of its pages (SQLite file format, section 1.3).
struct PageLayout: Equatable {
    /// The length of the header, in bytes.
    static let headerLength = 100
    private static let magic = Array("SQLite format 3\0".utf8)

    /// The length of a page, in bytes.
    let pageSize: Int
    /// Whether each page ends with its sum.
    let hasSums: Bool

    /// - Parameter header: The first bytes of the file.
    /// - Returns: Nil where they are not those of a database.
    init?(header: UnsafeRawBufferPointer) {
        guard header.count >= Self.headerLength, header.prefix(16).elementsEqual(Self.magic) else { return nil }
        let size = Int(header[16]) << 8 | Int(header[17])
        // 65,536 does not fit, and stands there as 1.
        pageSize = size == 1 ? 65_536 : size
        guard pageSize >= 512, pageSize & (pageSize - 1) == 0 else { return nil }
        hasSums = Int(header[20]) == PageSum.length
    }
}
