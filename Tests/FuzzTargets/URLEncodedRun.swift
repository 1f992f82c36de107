@testable import FormData

/// What the decoder made of a URL-encoded body, however it was cut.
struct URLEncodedRun {
    /// A field as bytes: texts that differ only in how a letter is composed are not the same.
    struct Field: Equatable {
        let name: [UInt8]
        let value: [UInt8]
    }

    /// What must not depend on how the body was cut.
    struct Outcome: Equatable {
        var fields: [Field] = []
        var refusal: FormRefusal?
    }

    let outcome: Outcome
    /// How often a byte was looked at.
    let scannedBytes: Int

    init(_ pieces: [ArraySlice<UInt8>], limits: URLEncodedLimits) {
        var decoder = URLEncodedDecoder(limits: limits)
        var outcome = Outcome()
        do throws(FormRefusal) {
            for piece in pieces {
                var rest = piece
                while let field = try decoder.next(in: &rest) { outcome.fields.append(Self.field(field)) }
                precondition(rest.isEmpty, "bytes were left")
            }
            if let last = try decoder.finish() { outcome.fields.append(Self.field(last)) }
        } catch {
            outcome.refusal = error
        }
        scannedBytes = decoder.scannedBytes
        self.outcome = outcome
    }

    private static func field(_ field: URLEncodedDecoder.Field) -> Field {
        Field(name: Array(field.name.utf8), value: Array(field.value.utf8))
    }

    /// The fields as a browser would post them, but for `*-._`, which it leaves as they are.
    static func encode(_ fields: [Field]) -> [UInt8] {
        let pairs = fields.map { escape($0.name) + [UInt8(ascii: "=")] + escape($0.value) }
        return Array(pairs.joined(separator: [UInt8(ascii: "&")]))
    }

    private static func escape(_ text: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return text.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                [byte]
            case UInt8(ascii: " "): [UInt8(ascii: "+")]
            default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
            }
        }
    }
}
