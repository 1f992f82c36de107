/// Where something is posted: a step, or one item of a step that repeats. The place of such a step without an item is
/// the list of its items.
package struct EntryPlace: Sendable, Hashable, Codable {
    package let step: StepID
    package let item: ItemID?

    package init(_ step: StepID, item: ItemID? = nil) {
        self.step = step
        self.item = item
    }
}

extension EntryPlace: RawRepresentable {
    /// Reads `step` or `step/item`.
    package init?(rawValue: String) {
        let parts = rawValue.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let step = parts.first.flatMap(StepID.init(rawValue:)) else { return nil }
        self.step = step
        guard parts.count > 1 else {
            item = nil
            return
        }
        guard let item = ItemID(rawValue: parts[1]) else { return nil }
        self.item = item
    }

    package var rawValue: String { item.map { "\(step)/\($0)" } ?? step.rawValue }
}
