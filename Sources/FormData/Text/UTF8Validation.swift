/// Whether bytes that arrive in pieces are text: UTF-8 without a NUL.
///
/// A sequence may be cut anywhere between two pieces. Overlong forms, surrogates and everything above U+10FFFF are
/// refused at the first byte that shows it (Unicode Standard, table 3-7). A NUL is refused because no browser sends
/// one, and because it ends a string in C.
///
/// ```swift
/// var validation = UTF8Validation()
/// try validation.take([0xC3])
/// try validation.take([0xA9])
/// try validation.finish()
/// ```
public struct UTF8Validation: Sendable {
    /// The continuation bytes that the sequence begun still needs: 0 to 3.
    private var missing = 0
    /// What the next continuation byte may be. Only the byte after the first is ever restricted further.
    private var allowed = Self.continuation

    private static let continuation: ClosedRange<UInt8> = 0x80...0xBF

    public init() {}

    /// Whether what was taken so far ends with a whole character.
    public var isWhole: Bool { missing == 0 }

    /// Takes the next piece, of any length.
    ///
    /// - Throws: `FormRefusal.notText` at the first byte that cannot belong to a text.
    public mutating func take(_ bytes: some Sequence<UInt8>) throws(FormRefusal) {
        for byte in bytes {
            guard accepts(byte) else { throw .notText }
        }
    }

    /// Ends the text.
    ///
    /// - Throws: `FormRefusal.notText` if it ends inside a character.
    public func finish() throws(FormRefusal) {
        guard isWhole else { throw .notText }
    }

    /// Takes one byte. After `false` the validation is of no more use.
    mutating func accepts(_ byte: UInt8) -> Bool {
        guard missing == 0 else {
            guard allowed.contains(byte) else { return false }
            missing -= 1
            allowed = Self.continuation
            return true
        }
        switch byte {
        case 0x01...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: begin(missing: 2, allowed: 0xA0...0xBF)
        case 0xED: begin(missing: 2, allowed: 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: begin(missing: 3, allowed: 0x90...0xBF)
        case 0xF4: begin(missing: 3, allowed: 0x80...0x8F)
        case 0xF1...0xF3: missing = 3
        default: return false
        }
        return true
    }

    private mutating func begin(missing: Int, allowed: ClosedRange<UInt8>) {
        self.missing = missing
        self.allowed = allowed
    }
}
