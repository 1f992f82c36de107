/// The three capital letters that stand for a force or a form in a reference, such as `GWE` or `BUR`.
package struct LetterCode: RawRepresentable, Sendable, Hashable, Codable {
    package let rawValue: String

    package init?(rawValue: String) {
        guard rawValue.utf8.count == 3, rawValue.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        self.rawValue = rawValue
    }
}

extension LetterCode: CustomStringConvertible {
    package var description: String { rawValue }
}
