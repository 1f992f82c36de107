/// The content of fields and files. It holds no delimiter, but much that nearly is one.
enum PartContent {
    static func content(
        _ boundary: String, isFile: Bool, using random: inout some RandomNumberGenerator
    ) -> [UInt8] {
        var content: [UInt8]
        if isFile {
            content = file(boundary, using: &random)
        } else {
            content = text(using: &random)
        }
        if random.oneIn(16) {
            content += Array(loose(boundary, using: &random).utf8)
            content += text(using: &random)
        }
        return holdsDelimiter(content, boundary) ? [UInt8(ascii: "x")] : content
    }

    private static func file(_ boundary: String, using random: inout some RandomNumberGenerator) -> [UInt8] {
        let kind = random.below(8)
        if kind == 0 { return [] }
        if kind <= 3 {
            let count = random.below(48)
            return (0..<count).map { _ in UInt8(random.below(256)) }
        }
        if kind == 4, random.oneIn(4) {
            let byte: UInt8 = random.pick([0x0D, 0x0A, 0x2D, 0x61])
            return Array(repeating: byte, count: 1 + random.below(3000))
        }
        let count = 1 + random.below(5)
        return Array((0..<count).map { _ in near(boundary, using: &random) }.joined().utf8)
    }

    private static func text(using random: inout some RandomNumberGenerator) -> [UInt8] {
        let words = [
            "", "a", "Answer", "01632 960 001", "\r\n", "\n", "\r", "ŵ", "e\u{301}", " ", "&", "=", "--", "%22", "\"",
            "<b>", "\t", "-",
        ]
        let count = random.below(6)
        return Array(random.joined(count, of: words).utf8)
    }

    /// Something like a delimiter that no library takes for one.
    private static func near(_ boundary: String, using random: inout some RandomNumberGenerator) -> String {
        random.pick([
            "\r\n--\(boundary.dropLast())", "\r\n--\(boundary)x", "\r\n--\(boundary)-", "\r\n-", "\r\n--", "\r\r\n--",
            "--\(boundary)", "\r\n--\(boundary)\rx", "--\(boundary)--", "\r\n--\r\n--\(boundary)x", "\r", "\n", "\r\n",
            "-", "x", "x", "\0",
        ])
    }

    /// Something that a lenient reader takes for a delimiter.
    private static func loose(_ boundary: String, using random: inout some RandomNumberGenerator) -> String {
        let head = "Content-Disposition: form-data; name=\"n\"\r\n\r\n"
        return random.pick([
            "\n--\(boundary)\r\n", "\r--\(boundary)\r\n", "\r\n--\(boundary)\n", "\r\n--\(boundary)\r",
            "\r\n--\(boundary) \r\n", "\r\n--\(boundary)\t--", "\n--\(boundary)--", "\r\n--\(boundary) x",
            "\r\n--\(boundary)\u{B}\r\n", "\r\n--\(boundary) \r\n\(head)", "\r\n--\(boundary)\t \r\n\(head)",
        ])
    }

    private static func holdsDelimiter(_ content: [UInt8], _ boundary: String) -> Bool {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        let whole = Array("\r\n".utf8) + content + delimiter + Array("\r\n".utf8)
        let places = whole.ranges(of: delimiter).map(\.upperBound)
        let first = places.first { [Array("\r\n".utf8), Array("--".utf8)].contains(Array(whole[$0...].prefix(2))) }
        return first != whole.count - 2
    }
}
