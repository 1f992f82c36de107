/// A number with at most two decimals, such as an amount of money in pounds and pence.
package struct Hundredths: Sendable, Hashable {
    package let count: Int

    package init(count: Int) {
        self.count = count
    }

    /// Reads `42`, `12.5` or `1250.00`; nil for anything else, also for more than 12 digits before the point.
    package init?(_ text: String) {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        let parts = text.utf8.dropFirst(isNegative ? 1 : 0)
            .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...12).contains(parts[0].count),
            parts.count == 1 || (1...2).contains(parts[1].count),
            parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let whole = parts[0].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let decimals = parts.count == 1 ? [] : parts[1].map { Int($0 - 0x30) }
        let rest = (decimals.first ?? 0) * 10 + (decimals.count > 1 ? decimals[1] : 0)
        count = (whole * 100 + rest) * (isNegative ? -1 : 1)
    }
}

extension Hundredths: Comparable {
    package static func < (left: Hundredths, right: Hundredths) -> Bool { left.count < right.count }
}

extension Hundredths: CustomStringConvertible {
    /// With two decimals where it is not whole: `42`, `12.50`.
    package var description: String {
        let sign = count < 0 ? "-" : ""
        let (whole, rest) = (count.magnitude / 100, count.magnitude % 100)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// As an amount of pounds and pence, always with two decimals.
    package var amount: String { count.magnitude % 100 == 0 ? "\(self).00" : description }
}
