extension WrittenMultipart {
    /// A boundary that RFC 2046, section 5.1.1, does not allow.
    static func wrongBoundary(using random: inout some RandomNumberGenerator) -> String {
        if random.below(3) == 0 {
            let count = 71 + random.below(10)
            return random.joined(count, of: alphanumerics)
        }
        return random.pick(["*", "a*b", "a;b", "ab ", "a{b}", "a@b"])
    }

    mutating func damageType(using random: inout some RandomNumberGenerator) {
        var bytes = Array(type.utf8)
        let place = random.below(bytes.count)
        switch random.below(8) {
        case 0: bytes[place] = random.pick(Self.typeBytes)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[place], at: place)
        case 3: bytes.insert(random.pick(Self.typeBytes), at: place)
        case 4: bytes.removeSubrange(place...)
        case 5: bytes += Array("; boundary=\(random.pick(["B", "x"]))".utf8)
        case 6:
            let kind = random.pick(["multipart/mixed", "text/plain", "multipart/form-data/x", "form-data"])
            bytes = Array("\(kind); boundary=\"\(boundary)\"".utf8)
        default:
            let end = random.pick([
                "", "; boundary=", "; boundary=\"\"", " boundary=\"\(boundary)\"", ", boundary=\"\(boundary)\"",
            ])
            bytes = Array("multipart/form-data\(end)".utf8)
        }
        type = String(decoding: bytes, as: UTF8.self)
    }

    /// Does one thing to the body that no browser does.
    mutating func damageBody(using random: inout some RandomNumberGenerator) {
        let kind = random.below(18)
        let isEarly = random.oneIn(2)
        let place = random.below(isEarly ? min(body.count, 160) : body.count)
        switch kind {
        case 0: body[place] = random.pick(Self.bytes)
        case 1: body[place] = UInt8(random.below(256))
        case 2: body.remove(at: place)
        case 3: body.insert(body[place], at: place)
        case 4: body.insert(random.pick(Self.bytes), at: place)
        case 5: body.removeSubrange(place...)
        case 6: if place + 1 < body.count { body.swapAt(place, place + 1) }
        case 7:
            let line = line(at: place)
            body.insert(contentsOf: Array(body[line]), at: line.upperBound)
        case 8: body.removeSubrange(line(at: place))
        case 9: body = Array(random.pick(Self.beginnings).utf8) + body
        case 10: body += Array(random.pick(Self.ends).utf8)
        case 11: body = Array("--\(boundary)--\(random.pick(["", "\r\n", "\r"]))".utf8)
        case 12: body.removeLast()
        case 13:
            if let close = body.ranges(of: Array("\r\n--\(boundary)--".utf8)).last {
                body.remove(at: close.lowerBound + random.below(2))
            }
        case 14: insertPart(head: random.pick(WrongHeads.all), afterBarePart: true)
        case 15: insertPart(head: [], afterBarePart: false)
        default: insertPart(head: random.pick(WrongHeads.all), afterBarePart: false)
        }
    }

    /// Begins the body with a part of which the head is wrong.
    private mutating func insertPart(head: [UInt8], afterBarePart: Bool) {
        let bare = afterBarePart ? "--\(boundary)\r\n\(WrongHeads.good)\r\n\r\n" : ""
        let front = Array("\(bare)--\(boundary)\r\n".utf8)
        let whole = head.isEmpty ? [] : head + Array("\r\n".utf8)
        body.insert(
            contentsOf: front + whole + Array("\r\nabcd\r\n".utf8), at: body.first == UInt8(ascii: "\r") ? 2 : 0)
    }

    /// The line that a byte belongs to, with the LF that ends it.
    private func line(at place: Int) -> Range<Int> {
        let feed = UInt8(ascii: "\n")
        let start = body[..<place].lastIndex(of: feed).map { $0 + 1 } ?? 0
        let end = body[place...].firstIndex(of: feed).map { $0 + 1 } ?? body.count
        return start..<end
    }

    private static let bytes = Array("\r\n\0 \t-\"\\;:=%&+*'/aZ0".utf8) + [0x80, 0xFF, 0xC3]
    private static let typeBytes = Array(" \t;=\"\\,xB/*".utf8)
    private static let beginnings = ["x", " ", "\n", "\r", "\r\n", "\r\n\r\n", "preamble\r\n", "\0"]
    private static let ends = ["x", " ", "\n", "\r", "\r\n", "\r\n\r\n", "epilogue\r\n", "\r\n\0", "--"]
}

/// The heads of parts that RFC 7578, or what it builds on, does not allow.
private enum WrongHeads {
    static let good = "Content-Disposition: form-data; name=\"n\""

    static let all =
        texts.map { Array($0.utf8) } + [
            Array("Content-Disposition: form-data; name=".utf8) + [0xFF],
            Array("Content-Disposition: form-data; name=\"".utf8) + [0xFF, UInt8(ascii: "\"")],
            Array("\(good)\r\nX: ".utf8) + [0xFF],
        ]

    private static let texts = [
        "", "Content-Type: text/plain", "Content-Disposition: attachment; name=\"n\"",
        "Content-Disposition: form-data", "Content-Disposition: form-data; filename=\"x\"",
        "Content-Disposition: form-data; name=\"\"", "Content-Disposition: form-data; name=\"\"; filename=\"x\"",
        "\(good); name=\"other\"", "\(good); filename=\"x\"; filename=\"y\"", "\(good) x", "\(good); x",
        "\(good)x; filename=\"y\"", "Content-Disposition: form-data; name=a b",
        "Content-Disposition: form-data; name=\"n", "Content-Disposition: form-data name=\"n\"",
        "Content-Disposition: form-data; name =\"n\"", "Content-Disposition: form-data; name=\"a\\\"b\"",
        "Content-Disposition: form-data; name=\"a\0\"", "\(good)\r\n ; filename=\"x\"", "\(good)\r\nX: y\r\n\tz",
        "\(good)\r\nno colon", "\(good)\r\n: x", "\(good)\r\nX Y: z", "\(good)\nX: y", "\(good)\rX: y",
        "\(good)\r\nContent-Disposition: form-data; name=\"other\"",
        "\(good)\r\nContent-Type: a/b\r\nContent-Type: c/d", "\(good)\r\nContent-Transfer-Encoding: base64",
        "\(good)\r\nContent-Transfer-Encoding: quoted-printable", "\(good)\r\nContent-Transfer-Encoding: x",
    ]
}
