/// A percent escape that is being read, one byte at a time (WHATWG URL Standard, section 1.3).
enum PercentEscape: Sendable {
    case none
    /// A `%` was read.
    case percent
    /// A `%` and a hexadecimal digit were read.
    case digit(UInt8)

    /// The bytes read, for an escape that turned out to be none: they stand for themselves.
    var literal: [UInt8] {
        switch self {
        case .none: []
        case .percent: [UInt8(ascii: "%")]
        case .digit(let digit): [UInt8(ascii: "%"), digit]
        }
    }

    static func value(ofDigit byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
