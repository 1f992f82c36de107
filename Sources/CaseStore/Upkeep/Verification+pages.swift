import Glibc

extension Verification {
    /// Looks at the sum of each page.
    mutating func lookAtPages() {
        let name = database
        guard let file = try? OpenFile.reading("\(path)/\(name)") else {
            return find(name, "it is not there, or cannot be read")
        }
        let header = Self.read(file, PageLayout.headerLength, at: 0)
        // A database whose pages are all in the log yet.
        if header.isEmpty { return }
        guard let layout = header.withUnsafeBytes({ PageLayout(header: $0) }) else {
            return find(name, "bytes 0 to 99, its header, were changed")
        }
        guard layout.hasSums else { return find(name, "byte 20, in its header, was changed: its pages have no sums") }
        var changed = 0
        var number = 0
        while true {
            let page = Self.read(file, layout.pageSize, at: number * layout.pageSize)
            guard !page.isEmpty else { break }
            if !isRight(page, number, layout, file) {
                changed += 1
                if changed <= Self.longestList {
                    let first = number * layout.pageSize
                    let last = first + page.count - 1
                    find(
                        name,
                        "page \(number + 1), bytes \(first) to \(last), was changed by the disk or another program")
                }
            }
            number += 1
        }
        if changed > Self.longestList { find(name, "\(changed) pages were changed in all") }
    }

    private func isRight(_ page: [UInt8], _ number: Int, _ layout: PageLayout, _ file: OpenFile) -> Bool {
        var page = page
        for attempt in 1...Self.tries {
            guard page.count == layout.pageSize else { return false }
            if page.withUnsafeBytes({ PageSum.isRight($0, number: UInt64(number)) }) { return true }
            guard attempt < Self.tries else { break }
            usleep(Self.pause)
            page = Self.read(file, layout.pageSize, at: number * layout.pageSize)
        }
        return false
    }

    /// Up to so many bytes; fewer at the end of the file.
    private static func read(_ file: OpenFile, _ count: Int, at offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            length = max(0, pread(file.descriptor, buffer.baseAddress, count, offset))
        }
    }
}
