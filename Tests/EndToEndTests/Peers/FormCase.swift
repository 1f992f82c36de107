/// A body of a form that our decoders and other libraries read.
struct FormCase: Sendable {
    enum Kind: UInt64, CaseIterable, Sendable {
        /// What a browser could have sent.
        case multipart
        /// The same with one fault.
        case faultyMultipart
        case urlEncoded
        case faultyURLEncoded
    }

    static let urlEncodedType = "application/x-www-form-urlencoded"

    let kind: Kind
    let number: UInt64
    /// The value of `Content-Type`.
    let type: String
    let body: [UInt8]
    /// The boundary that the body was written with; empty for a URL-encoded one.
    let boundary: [UInt8]
    /// What was written, where the case has no fault.
    let written: [FormPart]?

    /// The same case for the same kind and number.
    ///
    /// - Parameter generator: Makes a generator from a seed.
    init<Generator: RandomNumberGenerator>(_ kind: Kind, _ number: UInt64, generator: (UInt64) -> Generator) {
        var random = generator(1_000_003 * (kind.rawValue + 1) + number)
        self.kind = kind
        self.number = number
        switch kind {
        case .multipart:
            let form = WrittenMultipart(using: &random)
            (type, body, boundary, written) = (form.type, form.body, Array(form.boundary.utf8), form.parts)
        case .faultyMultipart:
            let hasWrongBoundary = random.oneIn(16)
            let wrong = hasWrongBoundary ? WrittenMultipart.wrongBoundary(using: &random) : nil
            var form = WrittenMultipart(boundary: wrong, using: &random)
            if !hasWrongBoundary {
                if random.oneIn(6) { form.damageType(using: &random) } else { form.damageBody(using: &random) }
            }
            (type, body, boundary, written) = (form.type, form.body, Array(form.boundary.utf8), nil)
        case .urlEncoded:
            let form = WrittenURLEncoded(using: &random)
            (type, body, boundary, written) = (Self.urlEncodedType, form.body, [], nil)
        case .faultyURLEncoded:
            var form = WrittenURLEncoded(using: &random)
            form.damage(using: &random)
            (type, body, boundary, written) = (Self.urlEncodedType, form.body, [], nil)
        }
    }
}

extension FormCase: CustomStringConvertible {
    /// What shows a failure again: the kind and number, and the bytes up to the 400th.
    var description: String {
        let shown = body.prefix(400).map { byte in
            (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\\")
                ? String(UnicodeScalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        let rest = body.count > 400 ? " and \(body.count - 400) bytes more" : ""
        return "\(kind) \(number), \(type.debugDescription): \(shown.joined())\(rest)"
    }
}

extension RandomNumberGenerator {
    mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }

    /// True once in so many times.
    mutating func oneIn(_ count: Int) -> Bool {
        below(count) == 0
    }

    /// Something out of a list that is not empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    mutating func joined(_ count: Int, of elements: [String]) -> String {
        (0..<count).map { _ in pick(elements) }.joined()
    }
}
