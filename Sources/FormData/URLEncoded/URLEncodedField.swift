/// The field of a URL-encoded body that is being read.
struct URLEncodedField: Sendable {
    /// Whether no byte of it was read yet.
    private(set) var isEmpty = true

    private var name: [UInt8] = []
    private var value: [UInt8] = []
    private var isInValue = false
    private var escape = PercentEscape.none
    private var validation = UTF8Validation()

    /// Takes a byte other than `&`.
    ///
    /// - Returns: How many bytes that were held back had to be looked at again: 0 to 2.
    mutating func take(_ byte: UInt8, limits: URLEncodedLimits) throws(FormRefusal) -> Int {
        isEmpty = false
        var repeated = 0
        switch escape {
        case .none:
            break
        case .percent:
            if PercentEscape.value(ofDigit: byte) != nil {
                escape = .digit(byte)
                return 0
            }
            repeated = try endEscape(limits)
        case .digit(let digit):
            if let high = PercentEscape.value(ofDigit: digit), let low = PercentEscape.value(ofDigit: byte) {
                escape = .none
                try append(high << 4 | low, limits)
                return 0
            }
            repeated = try endEscape(limits)
        }
        switch byte {
        case UInt8(ascii: "%"): escape = .percent
        case UInt8(ascii: "+"): try append(UInt8(ascii: " "), limits)
        case UInt8(ascii: "=") where !isInValue:
            try validation.finish()
            isInValue = true
        default: try append(byte, limits)
        }
        return repeated
    }

    /// The field, and this one empty for the next.
    mutating func end(limits: URLEncodedLimits) throws(FormRefusal) -> URLEncodedDecoder.Field {
        _ = try endEscape(limits)
        try validation.finish()
        guard !name.isEmpty else { throw .malformed(.name) }
        guard name.count <= limits.name else { throw .tooLarge(.name) }
        let field = (name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self))
        self = Self()
        return field
    }

    private mutating func endEscape(_ limits: URLEncodedLimits) throws(FormRefusal) -> Int {
        let literal = escape.literal
        escape = .none
        for byte in literal { try append(byte, limits) }
        return literal.count
    }

    private mutating func append(_ byte: UInt8, _ limits: URLEncodedLimits) throws(FormRefusal) {
        guard validation.accepts(byte) else { throw .notText }
        if isInValue {
            guard value.count < limits.value else { throw .tooLarge(.value) }
            value.append(byte)
        } else if name.count <= limits.name {
            // One byte more than allowed is kept, which tells `end` that the name is too long.
            name.append(byte)
        }
    }
}
