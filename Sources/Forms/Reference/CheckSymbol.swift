/// The check symbol of a reference, in GF(32) with the polynomial x⁵ + x² + 1.
///
/// Each value d moves the register on by r = 2·(r xor d). Multiplication by 2 permutes the 31 non-zero elements in one
/// cycle, so every wrong symbol and every swap of neighbours changes the result.
enum CheckSymbol {
    static func of(_ values: some Sequence<UInt8>) -> UInt8 {
        values.reduce(0) { register, value in doubled(register ^ value) }
    }

    private static func doubled(_ element: UInt8) -> UInt8 {
        let shifted = element << 1
        return shifted & 0b10_0000 == 0 ? shifted : (shifted ^ 0b10_0101)
    }
}
