/// The page that lists the items of a repeating group and asks whether there is another.
package struct ItemList: Sendable {
    /// The field of that question.
    package static let field = "_another"

    private let repetition: Repetition?
    private let count: Int

    /// - Parameter count: How many items there are.
    package init(_ step: Step, count: Int) {
        repetition = step.repeats
        self.count = count
    }

    /// Whether there is room for another item.
    package var hasRoom: Bool { count < repetition?.max ?? 0 }

    /// Whether the citizen said that there is another.
    package static func wantsAnother(_ entry: StepEntry) -> Bool { entry.fields[field]?.first == "yes" }

    /// What is wrong with the answer; nil where nothing is.
    package func finding(in entry: StepEntry) -> Judgement.Finding? {
        guard let repetition else { return nil }
        switch entry.fields[Self.field]?.first {
        case _ where !hasRoom: return nil
        case "yes": return nil
        case "no": break
        default: return .init(.repeatMissing)
        }
        return count < repetition.min ? .init(.repeatTooFew, arguments: ["min": "\(repetition.min)"]) : nil
    }
}
