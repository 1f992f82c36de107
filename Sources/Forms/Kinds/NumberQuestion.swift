/// A whole number.
package struct NumberQuestion: QuestionBehaviour {
    package static let name = QuestionKind.Name.number
    /// What force systems hold, and more than anybody has to count.
    package static let defaultRange = 0...999_999_999

    package var min: Int
    package var max: Int

    package init(min: Int = defaultRange.lowerBound, max: Int = defaultRange.upperBound) {
        self.min = min
        self.max = max
    }

    package var missing: FaultCode { .textMissing }
    package var shape: AnswerShape { .number }
    package var schema: SchemaNode { ["type": "string", "pattern": "^-?[0-9]+$"] }

    /// Takes digits with commas or spaces between them.
    package func judge(_ typed: TypedAnswer, today: CalendarDate) -> Judgement {
        let text = typed.value.trimmed
        guard !text.isEmpty else { return .absent }
        guard let number = text.withoutGrouping.flatMap({ Int($0) }), text.utf8.count <= 20 else {
            return .faulty([.init(.numberMalformed)])
        }
        if number < min { return .faulty([.init(.numberTooSmall, arguments: ["min": min.grouped])]) }
        if number > max { return .faulty([.init(.numberTooLarge, arguments: ["max": max.grouped])]) }
        return .answered(.text("\(number)"))
    }

    package func samples(for comparisons: [Comparison], today: CalendarDate) -> [[String: [String]]] {
        let bounds = comparisons.flatMap { comparison -> [Int] in
            guard case .number(_, let bound) = comparison else { return [] }
            return [bound.count / 100 - 1, bound.count / 100, bound.count / 100 + 1]
        }
        return ([Swift.max(min, Swift.min(max, 1)), min, max] + bounds).map { ["": ["\($0)"]] }
    }
}

extension String {
    /// The text without what people put between thousands. Nil where a comma stands elsewhere: elsewhere in Europe it
    /// begins the decimals.
    var withoutGrouping: String? {
        let whole = utf8.prefix { $0 != UInt8(ascii: ".") }
        let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let isGrouped = groups.dropFirst().allSatisfy { group in
            group.count { (0x30...0x39).contains($0) } == 3
        }
        guard isGrouped, !utf8.dropFirst(whole.count).contains(UInt8(ascii: ",")) else { return nil }
        return String(decoding: utf8.filter { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: " ") }, as: UTF8.self)
    }
}
