import Forms

@testable import CaseStore

extension FuzzTarget {
    /// The bytes of a log with the index to it, of a page of a database, and of the beginning of a file.
    static let storage = FuzzTarget("storage") { bytes in
        let half = bytes.count / 2
        _ = LogFile.fault(in: bytes, index: [])
        _ = LogFile.fault(in: Array(bytes[..<half]), index: Array(bytes[half...]))
        _ = LogFile.fault(in: [], index: bytes)
        precondition(LogFile.fault(in: [], index: []) == nil, "nothing is wrong with a log that is not there")
        let kind = FileKind(head: Array(bytes.prefix(FileKind.headLength)))
        precondition(kind != .text || !bytes.prefix(FileKind.headLength).contains(0), "text has no NUL")
        checkPage(bytes)
    }

    /// Checks that a page with a sum is right as it is, and not with one bit changed, and that what is cleared was room.
    private static func checkPage(_ bytes: [UInt8]) {
        var page = Array((bytes + [UInt8](repeating: 0, count: 512)).prefix(512))
        _ = page.withUnsafeBytes { PageLayout(header: $0) }
        for number in [0, 7] as [UInt64] {
            let before = page
            page.withUnsafeMutableBytes { PageGap.clear($0, number: number) }
            precondition(zip(before, page).allSatisfy { $0 == $1 || $1 == 0 }, "a row was changed")
            let sum = page.withUnsafeBytes { PageSum.of($0, number: number) }
            page.withUnsafeMutableBytes {
                $0.storeBytes(of: sum.littleEndian, toByteOffset: 512 - PageSum.length, as: UInt64.self)
            }
            precondition(page.withUnsafeBytes { PageSum.isRight($0, number: number) }, "a page without its sum")
            let bit = Int(sum % 4_096)
            page[bit / 8] ^= 1 << (bit % 8)
            precondition(!page.withUnsafeBytes { PageSum.isRight($0, number: number) }, "a change was not seen")
            page[bit / 8] ^= 1 << (bit % 8)
        }
    }
}
