/// One item of a repeating group while a report is written: the position that it was begun at, and random letters.
///
/// Two tabs that both add a second item add two items, and a form that is posted twice adds one.
package struct ItemID: RawRepresentable, Sendable, Hashable {
    /// How many random letters there are: enough that two items begun at the same position never meet.
    private static let letters = 8
    /// The highest position.
    package static let most = 99

    package let rawValue: String
    package let position: Int

    package init?(rawValue: String) {
        let parts = rawValue.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == Self.letters,
            parts[0].allSatisfy({ (0x30...0x39).contains($0) }), parts[0].first != 0x30,
            parts[1].allSatisfy({ (0x61...0x7A).contains($0) }), let position = Int(Substring(parts[0]))
        else { return nil }
        self.rawValue = rawValue
        self.position = position
    }

    /// Begins an item.
    ///
    /// - Parameter position: From 1; beyond `most` it is `most`.
    package init(beginningAt position: Int, using generator: inout some RandomNumberGenerator) {
        self.position = min(max(position, 1), Self.most)
        let drawn = (0..<Self.letters).map { _ in UInt8.random(in: 0x61...0x7A, using: &generator) }
        rawValue = "\(self.position)-\(String(decoding: drawn, as: UTF8.self))"
    }
}

extension ItemID: CustomStringConvertible {
    package var description: String { rawValue }
}

extension ItemID: Comparable {
    package static func < (left: ItemID, right: ItemID) -> Bool {
        (left.position, left.rawValue) < (right.position, right.rawValue)
    }
}

extension ItemID: Codable {}
