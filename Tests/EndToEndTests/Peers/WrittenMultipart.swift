/// A `multipart/form-data` body that a browser, or another client that keeps to the standards, could have sent.
struct WrittenMultipart {
    let boundary: String
    var type: String
    var body: [UInt8]
    private(set) var parts: [FormPart] = []

    /// - Parameter given: A boundary, or nil for any good one.
    init(boundary given: String? = nil, using random: inout some RandomNumberGenerator) {
        boundary = given ?? Self.boundary(using: &random)
        type = Self.type(boundary, using: &random)
        body = random.oneIn(8) ? Array("\r\n".utf8) : []
        let count = random.oneIn(60) ? 20 + random.below(60) : 1 + random.below(3)
        for _ in 0..<count {
            let (bytes, part) = Self.part(boundary, using: &random)
            body += Array("--\(boundary)\r\n".utf8) + bytes
            parts.append(part)
        }
        body += Array("--\(boundary)--".utf8)
        if !random.oneIn(4) { body += Array("\r\n".utf8) }
    }

    static let digits = "0123456789".map(String.init)
    static let alphanumerics = digits + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".map(String.init)

    private static func boundary(using random: inout some RandomNumberGenerator) -> String {
        switch random.below(8) {
        case 0: return "B"
        case 1: return random.joined(70, of: alphanumerics)
        case 2:
            let count = 1 + random.below(12)
            let front = random.joined(count, of: "'()+_,-./:=? ".map(String.init))
            return front + random.pick(alphanumerics)
        case 3: return "-----------------------------" + random.joined(30, of: digits)
        default: return "----WebKitFormBoundary" + random.joined(16, of: alphanumerics)
        }
    }

    private static func type(_ boundary: String, using random: inout some RandomNumberGenerator) -> String {
        let usual = "multipart/form-data"
        let kind = random.pick([usual, usual, usual, usual, "Multipart/Form-Data", "multipart/form-data "])
        let separator = random.pick(["; ", "; ", "; ", "; ", ";", " ; ", ";\t", ";; "])
        var other = random.pick(["", "", "", "", "", "", "charset=utf-8", "charset=\"utf-8\""])
        if !other.isEmpty { other += separator }
        let key = random.pick(["boundary", "boundary", "boundary", "boundary", "BOUNDARY", "Boundary"])
        let isQuoted = !FormHeader.isToken(boundary) || random.oneIn(3)
        let end = random.pick(["", "", "", "", "", "", ";", " ", "; charset=utf-8"])
        return kind + separator + other + key + "=" + (isQuoted ? "\"\(boundary)\"" : boundary) + end
    }

    private static func part(
        _ boundary: String, using random: inout some RandomNumberGenerator
    ) -> (bytes: [UInt8], part: FormPart) {
        let isFile = random.oneIn(2)
        let name = PartNames.name(using: &random)
        let filename = isFile ? PartNames.filename(using: &random) : nil
        var lines = [PartNames.disposition(name, filename, using: &random)]
        var type: String?
        if isFile ? !random.oneIn(4) : random.oneIn(6) {
            let kind = random.pick(types)
            type = kind
            let place = random.below(2)
            let header = random.pick(["Content-Type", "Content-Type", "Content-Type", "Content-Type", "content-type"])
            let space = random.pick([" ", " ", " ", " ", "", " \t"])
            let end = random.pick(["", "", "", "", "", "", " "])
            lines.insert("\(header):\(space)\(kind)\(end)", at: place)
        }
        if random.oneIn(6) {
            let place = random.below(lines.count + 1)
            lines.insert(random.pick(others), at: place)
        }
        let content = PartContent.content(boundary, isFile: isFile, using: &random)
        // An empty part may do without the line end before the next delimiter (RFC 2046, section 5.1.1).
        let isBare = content.isEmpty && random.oneIn(4)
        let head = Array((lines.map { $0 + "\r\n" }.joined() + "\r\n").utf8)
        let part = FormPart(
            name: Array(name.utf8), filename: filename.map { Array($0.utf8) }, type: type.map { Array($0.utf8) },
            bytes: content)
        return (head + (isBare ? [] : content + Array("\r\n".utf8)), part)
    }

    private static let types = [
        "text/plain", "image/png", "text/plain; charset=UTF-8", "application/octet-stream",
        "multipart/mixed; boundary=B", "video/mp4", "x", "text/plain;charset=\"ŵ\"", "",
    ]
    /// Headers that say nothing to a reader of forms.
    private static let others = [
        "X-Y: z", "Content-Length: 3", "X-Text: Siân", "Content-Transfer-Encoding: binary",
        "content-transfer-encoding: 8BIT", "CONTENT-TRANSFER-ENCODING:7bit", "X-Empty:",
        "Content-Disposition-X: form-data; name=\"n\"", "X-Colon: a:b", "Content-MD5: \"x\"",
    ]
}
