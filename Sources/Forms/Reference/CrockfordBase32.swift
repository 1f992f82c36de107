/// Crockford's base 32: digits and capitals without I, L, O and U, so that no two look alike
/// (https://www.crockford.com/base32.html).
enum CrockfordBase32 {
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The value of a capital letter or digit. O reads as 0, I and L as 1; nil for anything else.
    static func value(_ symbol: UInt8) -> UInt8? {
        switch symbol {
        case UInt8(ascii: "O"): 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
        default: alphabet.firstIndex(of: symbol).map { UInt8($0) }
        }
    }
}
